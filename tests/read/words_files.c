/* See words_files.h. */
#include "words_files.h"

#include "base/text.h"
#include "read/fold.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const languages[] = {"ar", "de", "en", "es", "fr", "it", "pt", "ru", "zh"};

static const char codes[] = "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN "
                            "BES BFA BGD BGR BHR BHS BIH BLM BLR "
                            "BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK "
                            "COL COM CPV CRI CUB CUW CXR CYM CYP "
                            "CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM "
                            "GAB GBR GEO GGY GHA GIB GIN GLP GMB "
                            "GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL "
                            "IRN IRQ ISL ISR ITA JAM JEY JOR JPN "
                            "KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC "
                            "MAF MAR MCO MDA MDG MDV MEX MHL MKD "
                            "MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC "
                            "NIU NLD NOR NPL NRU NZL OMN PAK PAN "
                            "PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN "
                            "SGP SGS SHN SJM SLB SLE SLV SMR SOM "
                            "SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS "
                            "TON TTO TUN TUR TUV TWN TZA UGA UKR "
                            "UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE XKX CYN SOL";
_Static_assert(sizeof codes / 4 == COUNTRY_COUNT, "a code has three letters and a space");

bool is_code(const char *code) {
    const char *found = strlen(code) == 3 ? strstr(codes, code) : NULL;
    return found && (found - codes) % 4 == 0;
}

void words_open(Words *words, const char *language, const char *file) {
    size_t size;
    dateline_error error = {0};
    char told[1200];
    snprintf(words->path, sizeof words->path, "words/%s%s%s", language, *language ? "/" : "", file);
    words->text = dateline_file_read(words->path, &size, &error);
    if (!words->text || !json_open(&words->json, words->text, size, words->path, 0, &error))
        fail_msg("%s", dateline_error_text(&error, told, sizeof told));
}

void words_close(Words *words) {
    json_close(&words->json);
    free(words->text);
}

void fold_form(const char *form, char *folded, size_t size) {
    size_t at = 0, end = 0, length = strlen(form);
    while (at < length) {
        int32_t code = utf8_next(form, length, &at);
        LetterKind kind = letter_kind((uint32_t)code);
        bool space = code != '~' && kind > LETTER_DIGIT;
        assert_true(end + FOLD_MOST + 1 < size);
        if (kind == LETTER_SPACE || space) {
            if (end && folded[end - 1] != ' ') folded[end++] = ' ';
        } else if (code == '~')
            folded[end++] = '~';
        else
            end += (size_t)letter_fold((uint32_t)code, folded + end);
    }
    folded[end] = 0;
}
