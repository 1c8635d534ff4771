/* See sheet.h. No script: what is pointed at or focused is found by :has(), and where that is not known,
 * links and tooltips remain. */
#include "sheet.h"

#include <math.h>

static const char sheet[] =
    ":root{color-scheme:light dark;--ground:#fff;--ink:#16202a;--soft:#3c4650;--line:#d5d9dc;--card:#f4f6f8;"
    "--mark:#c77700;--edge:clamp(1.25rem,3vw,2.5rem)}\n"
    "@media (prefers-color-scheme:dark){:root{--ground:#10151a;--ink:#e8ecef;--soft:#b3bcc4;--line:#37424c;"
    "--card:#1d2630;--mark:#f5a300}}\n"
    "body{margin:0 auto;max-width:78rem;padding:var(--edge);background:var(--ground);"
    "color:var(--ink);font:1rem/1.5 'Noto Sans',system-ui,sans-serif;text-wrap:pretty}\n"
    "h1{font-size:clamp(1.4rem,3vw,2.2rem);line-height:1.15;margin:0 0 .5rem;text-wrap:balance}\n"
    "h2{font-size:1.2rem;margin:2.5rem 0 .75rem}.sub{margin:0 0 "
    "1rem}figcaption,.sub,footer{color:var(--soft)}\n"
    /* what the map says itself is there for screen readers and for the outline of the page */
    ".said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}\n"
    "figure{margin:0}figcaption{margin:.75rem 0 1.5rem;max-width:46rem}\n"
    "svg{display:block;width:100%;height:auto;border-radius:.25rem}\n"
    "svg a{cursor:pointer;outline:none}svg a:is(:hover,:focus-visible) "
    "path{stroke:#f5a300;stroke-width:2.5px;"
    "stroke-opacity:1}\n"
    "a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.2em}a:hover{text-decoration-"
    "color:"
    "currentColor}:focus-visible:not(svg a){outline:2px solid "
    "var(--mark);outline-offset:2px;border-radius:2px}\n"
    ".legend{list-style:none;padding:0;margin:0;display:grid;gap:1.25rem 2rem;"
    "grid-template-columns:repeat(auto-fit,minmax(min(17rem,100%),1fr))}\n"
    ".legend li{display:grid;grid-template-columns:auto 1fr;gap:.75rem;align-content:start}"
    ".swatch{width:1.75rem;height:1.75rem;border:1px solid var(--line);box-sizing:border-box}"
    ".legend strong{font-size:1.2em;line-height:1.2}.members{color:var(--soft);font-size:.95em}\n"
    ".evidence{list-style:none;padding:0;margin:0}.evidence li{border-top:1px solid "
    "var(--line);padding:.6rem 0;"
    "display:grid;gap:.1rem 1.5rem;grid-template-columns:minmax(0,16rem) 1fr;scroll-margin:1rem}\n"
    ".evidence blockquote{margin:0;max-width:46rem;grid-column:2}.evidence span{color:var(--soft)}\n"
    ".evidence li:target{background:var(--card);box-shadow:inset .25rem 0 var(--mark);padding-inline:.8rem}\n"
    "table{border-collapse:collapse;width:100%;font-size:.95em}th,td{text-align:start;vertical-align:top;"
    "padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line)}th{border-bottom:2px solid "
    "var(--soft)}\n"
    "details{overflow-x:auto;margin:2.5rem 0 1.5rem}summary{cursor:pointer;font-weight:bold}"
    "details[open] summary{margin-bottom:.75rem}footer{border-top:1px solid var(--line);padding-top:.75rem;"
    "font-size:.9em}\n"
    "@media (max-width:40rem){.evidence li{grid-template-columns:1fr}.evidence blockquote{grid-column:1}}\n"
    "@media print{body{max-width:none;padding:0}.evidence li,tr{break-inside:avoid}}\n";

void sheet_add_code(Text *text, const char *code) {
    for (; *code; code++) text_add_char(text, *code >= 'A' && *code <= 'Z' ? (char)(*code | 0x20) : *code);
}

/* The country of a row wherever it is drawn, while one of its drawings is pointed at or focused. */
static void add_outlines(Text *text, const DescribedTable *table) {
    for (size_t i = 0; i < table->count; i++)
        text_add_format(
            text,
            "%ssvg:has(a[data-country=\"%s\"]:is(:hover,:focus-visible)) [data-country=\"%s\"].country path",
            i ? ",\n" : "", table->rows[i].code, table->rows[i].code);
    text_add(text, "{stroke:#f5a300;stroke-width:2.5px;stroke-opacity:1}\n");
}

/* While a country is pointed at or focused, its sentence stands at the foot of the window. */
static void add_bring_forward(Text *text, const DescribedTable *table) {
    if (table->count == 0) return;
    add_outlines(text, table);
    for (size_t i = 0; i < table->count; i++) {
        text_add_format(text, "%sbody:has(svg a[data-country=\"%s\"]:is(:hover,:focus)) #evidence-",
                        i ? ",\n" : "", table->rows[i].code);
        sheet_add_code(text, table->rows[i].code);
    }
    text_add(text,
             "{position:fixed;left:50%;bottom:1rem;transform:translateX(-50%);width:min(46rem,92vw);"
             "box-sizing:border-box;padding:.8rem 1rem;background:var(--card);border:1px solid var(--line);"
             "border-radius:.4rem;box-shadow:0 .3rem 1.2rem #0006;z-index:1}\n");
}

static void add_stop(Text *text, const char *colour, double from, double to) {
    text_add_format(text, ",%s ", colour);
    text_add_number(text, from, 2);
    text_add(text, "px ");
    text_add_number(text, to, 2);
    text_add(text, "px");
}

/* Stripes with their casing on the fill, or on the land where the fill has no colour. */
static void add_swatch(Text *text, const Style *style, const Fill *fill, size_t index) {
    char stripe[8], casing[8], ground[8];
    const Hatch *hatch = &fill->hatch;
    Colour under = colour_is_visible(fill->colour) ? fill->colour : style->land.colour;
    colour_print(under, ground);
    text_add_format(text, ".swatch-%zu{background:", index);
    colour_print(hatch->casing > 0 ? hatch->casing_colour : under, casing);
    if (!fill->hatched) {
        text_add_format(text, "%s}", ground);
        return;
    }
    double width = hatch->stripe, pitch = hatch->pitch > width ? hatch->pitch : width + 1;
    double band = fmin(hatch->casing, (pitch - width) / 2);
    text_add(text, "repeating-linear-gradient(");
    text_add_number(text, 180 - hatch->angle, 1); /* across the stripes, clockwise from above */
    text_add(text, "deg");
    add_stop(text, colour_print(hatch->colour, stripe), 0, width);
    add_stop(text, casing, width, width + band);
    add_stop(text, ground, width + band, pitch - band);
    add_stop(text, casing, pitch - band, pitch);
    text_add(text, ")}");
}

static void add_swatches(Text *text, const Story *story, const Style *style) {
    for (size_t i = 0; i < story->class_count; i++) add_swatch(text, style, &story->classes[i].look->fill, i);
}

/* So far to both sides that what the map says stands under the text of the page. */
static void add_overhang(Text *text, const Style *style, const Scene *scene, size_t index) {
    static const double UPRIGHT = 0.044; /* the margin that an upright page has at least */
    const PageInfo *info = scene_info(scene);
    double margin = style->page.margin;
    if (info->height >= info->width && style->page.caption && margin < UPRIGHT) margin = UPRIGHT;
    text_add_format(text, ".drawing-%zu{margin-inline:max(-", index);
    text_add_number(text, 100 * margin / (1 - 2 * margin), 2);
    text_add(text, "%,-1*var(--edge))}\n");
}

/* Those of another style, whose story has other looks. */
static void add_swatches_of(Text *text, const Snippet *snippet, const dateline_variant *variant) {
    Telling telling;
    if (telling_open(&telling, snippet->telling->story->facts, variant->style, NULL))
        add_swatches(text, telling.story, variant->style);
    telling_close(&telling);
}

/* One drawing is shown: the last whose query holds, else the first. Readers without style sheets see the
 * first, since the others are hidden by their attribute. */
static void add_drawings(Text *text, const Snippet *snippet) {
    const Telling *telling = snippet->telling;
    add_swatches(text, telling->story, telling->page.style);
    add_overhang(text, telling->page.style, snippet->scene, 0);
    for (size_t i = 0; i < snippet->variant_count; i++) {
        const dateline_variant *variant = &snippet->variants[i];
        add_overhang(text, variant->style, variant->scene, i + 1);
        text_add_format(text, "@media %s{.drawing{display:none}.drawing-%zu{display:block}", variant->media,
                        i + 1);
        add_swatches_of(text, snippet, variant);
        text_add(text, "}\n");
    }
}

void sheet_add(Text *text, const Snippet *snippet) {
    text_add(text, sheet);
    add_bring_forward(text, &snippet->telling->table);
    add_drawings(text, snippet);
}
