/* See caption.h. Distances are multiples of s, measured from the drawn page. */
#include "caption.h"

#include "mirror.h"

/* From the title's last baseline to the subtitle's first, by the sizes of both. */
static double drop_to_subtitle(const Caption *caption) {
    return caption->subtitle_font.size + 0.44 * caption->title_font.size;
}

/* Two lines on a wide column, three on a narrow one; smaller type before anything is cut. */
static void set_title(Page *page, const Story *story, double width, Caption *caption) {
    size_t most = width < page->width * 0.4 ? 3 : 2;
    bool cut = true;
    caption->title_font = page_display_font(page, &page->style->text.title, page->style->caption.title_share);
    double full = caption->title_font.size;
    for (double share = 1; cut && share >= page->style->caption.smallest_title - 1e-9; share -= 0.05) {
        caption->title_font.size = full * share;
        caption->title = page_wrap(page, &caption->title_font, story->title, width, most, &cut);
    }
}

static double leading(const Font *font, const TypeStyle *type) {
    return font->size * type->leading;
}

static void set_source(Page *page, const Story *story, double width, Caption *caption) {
    const TypeStyle *type = &page->style->text.source;
    caption->source_font = page_font(page, type);
    caption->source = page_wrap(page, &caption->source_font, story->source, width, 3, NULL);
    double below = caption->source.count > 1 ? (double)(caption->source.count - 1) : 0;
    double foot = page->tight < 1 ? page->style->layout.tall_foot : page->style->layout.foot;
    caption->source_baseline = page->height * foot - below * leading(&caption->source_font, type);
    caption->top_of_source = caption->source_baseline - caption->source_font.size;
}

Caption caption_measure(Page *page, const Story *story, double left, double right, double source_right) {
    const Style *style = page->style;
    Caption caption = {.left = left, .right = right};
    set_title(page, story, right - left, &caption);
    caption.subtitle_font = page_font(page, &style->text.subtitle);
    if (story->subtitle)
        caption.subtitle = page_wrap(page, &caption.subtitle_font, story->subtitle, right - left, 4, NULL);
    TextSize size = letters_measure(page->letters, &caption.title_font, "H");
    caption.title_baseline = page->width * style->page.margin + size.cap_height + 0.15 * page->s;
    double y = caption.title_baseline;
    if (caption.title.count)
        y += (double)(caption.title.count - 1) * leading(&caption.title_font, &style->text.title);
    caption.subtitle_baseline = y + drop_to_subtitle(&caption);
    if (caption.subtitle.count)
        y = caption.subtitle_baseline +
            (double)(caption.subtitle.count - 1) * leading(&caption.subtitle_font, &style->text.subtitle);
    if (caption.title.count + caption.subtitle.count == 0) { /* nothing to set apart */
        caption.rule = -1;
        caption.bottom = page->width * style->page.margin;
        set_source(page, story, source_right - left, &caption);
        return caption;
    }
    caption.rule =
        y + (caption.subtitle.count ? style->caption.subtitle_to_rule : style->caption.title_to_rule) *
                page->s * page->tight;
    caption.bottom = caption.rule;
    set_source(page, story, source_right - left, &caption);
    return caption;
}

Caption caption_measure_title(Page *page, const Story *story, double left, double right, double size) {
    Caption caption = {.left = left, .right = right, .rule = -1};
    bool cut = true;
    for (double share = 1; cut && share >= page->style->caption.smallest_title - 1e-9; share -= 0.05) {
        caption.title_font = page_font(page, &page->style->text.title);
        caption.title_font.size = size * share;
        caption.title = page_wrap(page, &caption.title_font, story->title, right - left, 2, &cut);
    }
    caption.title_baseline = left + caption.title_font.size * 0.75;
    double rows = caption.title.count > 1 ? (double)(caption.title.count - 1) : 0;
    caption.bottom = caption.title_baseline + rows * leading(&caption.title_font, &page->style->text.title);
    return caption;
}

static void draw_lines(Page *page, const Lines *lines, const Font *font, const TypeStyle *type, double left,
                       double baseline) {
    for (size_t i = 0; i < lines->count; i++) {
        TextMark mark = {.text = lines->items[i],
                         .at = mirror_point(page, (Point){left, baseline + (double)i * leading(font, type)}),
                         .anchor = mirror_anchor(page, TEXT_START),
                         .font = *font,
                         .colour = type->colour};
        mark.width = letters_measure(page->letters, font, mark.text).width;
        scene_text(page->scene, &mark);
    }
}

void caption_draw(Page *page, const Caption *caption) {
    const Style *style = page->style;
    scene_group(page->scene, &(GroupMark){.id = "caption", .kind = "caption"});
    draw_lines(page, &caption->title, &caption->title_font, &style->text.title, caption->left,
               caption->title_baseline);
    draw_lines(page, &caption->subtitle, &caption->subtitle_font, &style->text.subtitle, caption->left,
               caption->subtitle_baseline);
    if (caption->rule >= 0) page_rule(page, caption->left, caption->right, caption->rule);
    draw_lines(page, &caption->source, &caption->source_font, &style->text.source, caption->left,
               caption->source_baseline);
    scene_end(page->scene);
}
