/* See provenance.h. */
#include "provenance.h"

#include "xml.h"

typedef struct Item {
    const char *name, *value;
    bool is_hash;
} Item;

enum { ITEMS = 5 };

static void items_of(const PageInfo *info, Item items[ITEMS]) {
    const Provenance *from = &info->provenance;
    items[0] = (Item){"program", "dateline " DATELINE_VERSION, false};
    items[1] = (Item){"data", from->data, false};
    items[2] = (Item){"article", from->article, true};
    items[3] = (Item){"facts", from->facts, true};
    items[4] = (Item){"style", from->style, true};
}

void provenance_add_properties(Text *text, const PageInfo *info) {
    Item items[ITEMS];
    items_of(info, items);
    for (int i = 0; i < ITEMS; i++) {
        if (!items[i].value[0]) continue;
        text_add_format(text, "<dateline:%s>%s", items[i].name, items[i].is_hash ? "sha256:" : "");
        xml_add(text, items[i].value);
        text_add_format(text, "</dateline:%s>\n", items[i].name);
    }
}

void provenance_add_line(Text *text, const PageInfo *info) {
    Item items[ITEMS];
    items_of(info, items);
    text_add(text, items[0].value);
    for (int i = 1; i < ITEMS; i++)
        if (items[i].value[0])
            text_add_format(text, "; %s %s%s", items[i].name, items[i].is_hash ? "sha256:" : "",
                            items[i].value);
}
