/* See roles.h. What all sentences together say: who takes part, and which stated number is believed. Weak
 * signs count only while fewer countries were found than the article says there are. */
#include "roles.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

typedef struct Sum {
    int strong, weak;
    int acting;                  /* of the weak: lists with a verb that no rule knows */
    uint32_t declined_at, in_at; /* order of the last, plus 1 */
    bool outside, verb, maybe, neutral, faint;
    uint32_t outside_at, verb_at;
    uint32_t verb_list; /* the longest list that a weak rule tells of */
    uint32_t list;      /* the longest weak list it stands in */
} Sum;

static void sum_stances(const Roles *roles, Sum *sums) {
    for (size_t i = 0; i < roles->stances.count; i++) {
        const Stance *stance = &roles->stances.items[i];
        Sum *sum = &sums[stance->country];
        uint32_t order = stance->order + 1;
        if (stance->faint) {
            sum->faint = true;
            continue;
        }
        if (stance->gives == GIVES_PARTICIPANT && stance->weak) {
            sum->weak++;
            bool verb = !stance->plain;
            sum->acting += stance->acting;
            sum->verb |= verb;
            if (verb) sum->verb_at = order;
            if (verb && !stance->listed && stance->list > sum->verb_list) sum->verb_list = stance->list;
            if (stance->list > sum->list) sum->list = stance->list;
        } else if (stance->gives == GIVES_PARTICIPANT) {
            sum->strong++;
            sum->in_at = order;
        } else if (stance->gives == GIVES_DECLINED) {
            sum->declined_at = order;
        } else if (stance->gives == GIVES_OUTSIDE && stance->weak) {
            sum->maybe = true;
        } else if (stance->gives == GIVES_OUTSIDE) {
            sum->outside = true;
            sum->outside_at = order;
        } else {
            sum->neutral = true;
        }
    }
}

static bool is_out(const Sum *sum) {
    uint32_t last = sum->verb_at > sum->in_at ? sum->verb_at : sum->in_at;
    return sum->declined_at > sum->in_at || sum->outside_at > last;
}

static int count_verdicts(const Roles *roles, Verdict verdict) {
    int count = 0;
    for (size_t i = 0; i < roles->passage->language->countries.count; i++)
        count += roles->verdicts[i] == verdict;
    return count;
}

static int stated_value(const Roles *roles) {
    return roles->stated < 0 ? 0 : roles->claims.items[roles->stated].value;
}

/* Those who strike are the undertaking itself, or half of them take part in it anyway. */
static bool belongs_together(const Roles *roles, const Sum *sums, const StrikeFound *strike) {
    size_t known = 0;
    if (strike->sentence <= 1) return true; /* the headline and the lead tell what the article is about */
    for (size_t i = 0; i < strike->by.count; i++)
        known +=
            roles->verdicts[strike->by.items[i]] == VERDICT_PARTICIPANT || sums[strike->by.items[i]].weak > 0;
    size_t stated = (size_t)stated_value(roles), found = (size_t)count_verdicts(roles, VERDICT_PARTICIPANT);
    return 2 * known >= strike->by.count || stated == strike->by.count ||
           (!stated && found < strike->by.count);
}

/* Those who strike together, where striking is the undertaking. */
static void take_strikers(Roles *roles, const Sum *sums, bool undertaking) {
    for (size_t i = 0; i < roles->strikes.count; i++) {
        const StrikeFound *strike = &roles->strikes.items[i];
        for (size_t k = 0; k < strike->by.count; k++) {
            int country = strike->by.items[k];
            bool struck = false;
            for (size_t other = 0; other < roles->strikes.count; other++)
                struck |= roles->strikes.items[other].target == country;
            bool joint =
                (strike->by.count > 1 && belongs_together(roles, sums, strike)) || sums[country].weak > 0;
            if (undertaking && joint && !struck && !is_out(&sums[country]))
                roles->verdicts[country] = VERDICT_PARTICIPANT;
        }
    }
}

static bool is_target(const Roles *roles, int country) {
    for (size_t i = 0; i < roles->strikes.count; i++)
        if (roles->strikes.items[i].target == country) return true;
    return false;
}

static bool is_weak(const Roles *roles, const Sum *sums, size_t country) {
    return sums[country].weak > 0 && !sums[country].strong && !sums[country].maybe &&
           !is_out(&sums[country]) && roles->verdicts[country] == VERDICT_NONE;
}

static int weak_count(const Roles *roles, const Sum *sums) {
    int count = 0;
    for (size_t i = 0; i < roles->passage->language->countries.count; i++) count += is_weak(roles, sums, i);
    return count;
}

/* The host takes part where anybody does. */
static void take_host(Roles *roles, const Sum *sums, int others) {
    int host = roles->host.country;
    if (host >= 0 && others > 0 && !is_out(&sums[host]) && !is_target(roles, host))
        roles->verdicts[host] = VERDICT_PARTICIPANT;
}

/* The list that a weak sign is worth: verbs are worth more than any. */
static uint32_t worth_of(const Sum *sum) {
    enum { LIST_MOST = 250 };
    return sum->verb ? LIST_MOST + 1 : sum->list < LIST_MOST ? sum->list : LIST_MOST;
}

/* The greatest worth below a limit among those that only weak signs speak for; 0 where there is none. */
static uint32_t next_worth(const Roles *roles, const Sum *sums, uint32_t limit) {
    uint32_t worth = 0;
    for (size_t i = 0; i < roles->passage->language->countries.count; i++)
        if (sums[i].weak && worth_of(&sums[i]) < limit && worth_of(&sums[i]) > worth &&
            is_weak(roles, sums, i))
            worth = worth_of(&sums[i]);
    return worth;
}

/* Verbs first, then longer lists before shorter ones, until as many are found as are stated. */
static void take_weak(Roles *roles, const Sum *sums) {
    size_t countries = roles->passage->language->countries.count;
    int stated = stated_value(roles), found = count_verdicts(roles, VERDICT_PARTICIPANT);
    for (uint32_t worth = UINT32_MAX; (worth = next_worth(roles, sums, worth));) {
        if (stated && found >= stated) return;
        for (size_t i = 0; i < countries; i++) {
            if (!sums[i].weak || worth_of(&sums[i]) != worth || !is_weak(roles, sums, i) ||
                is_target(roles, (int)i))
                continue;
            roles->verdicts[i] = VERDICT_PARTICIPANT;
            found++;
        }
    }
}

/* A stated number that differs from what was found leaves a doubt. */
static void tell_difference(Roles *roles, const Sum *sums) {
    int stated = stated_value(roles), found = count_verdicts(roles, VERDICT_PARTICIPANT);
    if (!stated || stated == found) return;
    const Language *language = roles->passage->language;
    const Number *number = &roles->passage->numbers.items[roles->claims.items[roles->stated].number];
    const Token *tokens = roles->passage->tokens.items;
    char doubtful[300] = "";
    for (size_t i = 0; i < language->countries.count; i++) {
        bool doubt = stated > found
                         ? sums[i].outside || sums[i].maybe || (sums[i].declined_at && sums[i].in_at)
                         : roles->verdicts[i] == VERDICT_PARTICIPANT && !sums[i].strong;
        if (!doubt) continue;
        if (strlen(doubtful) >= 240) break;
        if (doubtful[0]) strcat(doubtful, ", ");
        strncat(doubtful, language->countries.items[i].name, 40);
    }
    roles_doubt(roles, tokens[number->first].start, tokens[number->first + number->count - 1].end,
                "the article says that %d countries take part, and %d are named%s%s", stated, found,
                doubtful[0] ? "; in doubt: " : "", doubtful);
}

/* One target of several; joint: which stand in one list. */
static bool has_strike_of_several(const Roles *roles, bool joint) {
    for (size_t i = 0; i < roles->strikes.count; i++)
        if (joint ? roles->strikes.items[i].joint : roles->strikes.items[i].by.count > 1) return true;
    return false;
}

/* How many countries there are of each kind. */
typedef struct Tally {
    int strong, all, declined;
    int acts;         /* of which a rule tells something */
    int faint;        /* of which none does, though their forces or leaders are there */
    bool acting;      /* a list of four or more that a weak rule tells of */
    uint32_t longest; /* list that only weak signs tell of */
} Tally;

static Tally tally_of(const Roles *roles, const Sum *sums) {
    Tally tally = {0};
    for (size_t i = 0; i < roles->passage->language->countries.count; i++) {
        const Sum *sum = &sums[i];
        tally.declined += sum->declined_at > 0;
        tally.faint += sum->faint && !sum->strong && !sum->verb && !sum->neutral && !is_out(sum);
        if (!sum->strong && !sum->weak) continue; /* nearly all */
        bool out = is_out(sum), in = sum->strong && !out;
        tally.strong += in;
        tally.all += in || (sum->weak && !out);
        tally.acts += in || (sum->verb && !out);
        tally.acting |= sum->verb_list >= 4;
        if (sum->list > tally.longest) tally.longest = sum->list;
    }
    return tally;
}

static void choose_claim(Roles *roles, const Tally *tally) {
    int all = tally->all, named = all + tally->declined;
    /* five to two among nobody is no vote of countries */
    int best = named > 0 || roles->strikes.count > 0 ? 2 : INT_MAX;
    for (size_t i = 0; i < roles->claims.count; i++) {
        const Claim *claim = &roles->claims.items[i];
        if (!claim->has_noun && named < 3) continue;
        if (claim->explained && claim->value < tally->strong) continue; /* others surely take part as well */
        int points =
            claim->points + (claim->value == tally->strong ? 2 : 0) + (abs(claim->value - all) <= 1 ? 2 : 0);
        if (claim->value < tally->strong / 2) points -= 3;
        if (points > best) best = points, roles->stated = (int)i;
    }
}

/* Whether the article is about something that countries do together. */
static bool is_undertaking(const Roles *roles, const Tally *tally) {
    if (roles->strikes.count > 0 && tally->strong < 2 && roles->stated < 0 && tally->longest < 5 &&
        tally->acts < 4 && !has_strike_of_several(roles, false))
        return false; /* a war report */
    bool named = roles->topics > 0;
    if (!roles->strikes.count && tally->acts > 0 && tally->acts + tally->faint >= 4 && named) return true;
    return tally->strong >= 2 || tally->acts >= 5 || tally->acting || roles->stated >= 0 ||
           (tally->acts >= 3 && (named || roles->forces > 3)) || (roles->topics > 1 && tally->all >= 2) ||
           (named && (tally->strong > 0 || tally->longest >= 4)) || has_strike_of_several(roles, true);
}

/* Those whose forces or leaders are there, where others surely take part: last of all, and nobody in whose
 * country it happens. */
static void take_faint(Roles *roles, const Sum *sums, const Tally *tally) {
    enum { ACTS_LEAST = 1 };
    int stated = stated_value(roles), found = count_verdicts(roles, VERDICT_PARTICIPANT);
    if (tally->acts < ACTS_LEAST || roles->strikes.count || (stated && found >= stated)) return;
    for (size_t i = 0; i < roles->passage->language->countries.count; i++) {
        const Sum *sum = &sums[i];
        bool other = sum->neutral || sum->maybe || sum->outside || sum->declined_at || roles->placed[i];
        if (sum->faint && !other && roles->verdicts[i] == VERDICT_NONE)
            roles->verdicts[i] = VERDICT_PARTICIPANT;
    }
}

/* Where others surely take part and no number asks for more, a list that does something else is left out. */
static void doubt_acting_lists(const Roles *roles, Sum *sums) {
    for (size_t i = 0; i < roles->passage->language->countries.count; i++) sums[i].weak -= sums[i].acting;
}

void verdicts_settle(Roles *roles) {
    size_t countries = roles->passage->language->countries.count;
    Sum *sums = memset(memory_new((countries + 1) * sizeof *sums), 0, (countries + 1) * sizeof *sums);
    sum_stances(roles, sums);
    Tally tally = tally_of(roles, sums);
    choose_claim(roles, &tally);
    if (tally.strong >= 2 && roles->stated < 0) doubt_acting_lists(roles, sums);
    bool undertaking = is_undertaking(roles, &tally);
    for (size_t i = 0; i < countries; i++) {
        if (undertaking && sums[i].strong && !is_out(&sums[i]))
            roles->verdicts[i] = VERDICT_PARTICIPANT;
        else if (sums[i].declined_at && is_out(&sums[i]))
            roles->verdicts[i] = VERDICT_DECLINED;
    }
    take_strikers(roles, sums, undertaking);
    if (undertaking) take_host(roles, sums, tally.strong + weak_count(roles, sums));
    if (undertaking) take_weak(roles, sums);
    if (undertaking) take_faint(roles, sums, &tally);
    if (!undertaking) roles->stated = -1;
    tell_difference(roles, sums);
    free(sums);
}
