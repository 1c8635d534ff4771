/* See facts.h. The codes and the look-ups; facts_roles.c knows the roles, facts_load.c and facts_write.c the
 * JSON. */
#include "facts.h"

#include <stdlib.h>
#include <string.h>

/* ISO 3166-1 alpha-3 in order, then what ISO does not know: Kosovo, the de facto states and the parts of the
 * United Kingdom. */
static const char codes[] = "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN "
                            "BES BFA BGD BGR BHR BHS BIH "
                            "BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD "
                            "COG COK COL COM CPV CRI CUB "
                            "CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI "
                            "FLK FRA FRO FSM GAB GBR GEO "
                            "GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI "
                            "HUN IDN IMN IND IOT IRL IRN "
                            "IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY "
                            "LCA LIE LKA LSO LTU LUX LVA "
                            "MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ "
                            "MUS MWI MYS MYT NAM NCL NER "
                            "NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK "
                            "PRT PRY PSE PYF QAT REU ROU "
                            "RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK "
                            "SVN SWE SWZ SXM SYC SYR TCA "
                            "TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB "
                            "VAT VCT VEN VGB VIR VNM VUT "
                            "WLF WSM YEM ZAF ZMB ZWE XKX CYN SOL ENG NIR SCT WLS";

bool country_code_is_known(const char *code) {
    if (strlen(code) != 3) return false;
    for (const char *at = codes; (at = strstr(at, code)); at++)
        if ((at - codes) % 4 == 0) return true;
    return false;
}

Facts *facts_new(void) {
    Arena *arena = arena_new();
    Facts *facts = ARENA_NEW(arena, Facts);
    facts->arena = arena;
    return facts;
}

void dateline_facts_free(Facts *facts) {
    if (facts) arena_free(facts->arena);
}

const FactsCountry *facts_find(const Facts *facts, const char *id) {
    for (size_t i = 0; i < facts->country_count; i++)
        if (!strcmp(facts->countries[i].id, id)) return &facts->countries[i];
    return NULL;
}

int facts_count(const Facts *facts, unsigned all, unsigned none) {
    int count = 0;
    for (size_t i = 0; i < facts->country_count; i++) {
        unsigned has = facts->countries[i].roles;
        count += (has & all) == all && !(has & none);
    }
    return count;
}

size_t dateline_facts_note_count(const Facts *facts) {
    return facts->note_count;
}

const char *dateline_facts_note(const Facts *facts, size_t index) {
    return facts->notes[index].text;
}
