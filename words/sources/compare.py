#!/usr/bin/env python3
"""What other lists of country names have and words/ has not.

    words/sources/compare.py [LANGUAGE...]

Reads Natural Earth's attributes (shapes/, public domain) and, where Debian's iso-codes is installed, its names,
and prints for each language those that no country of words/<language>/names.json has. It only prints: a name goes in
when an editor finds that newsrooms write it. Standard library only.
"""
import gettext
import json
import re
import struct
import sys
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHAPES = ROOT / "shapes" / "ne_10m_admin_0_countries.dbf"
ISO_CODES = Path("/usr/share/iso-codes/json/iso_3166-1.json")
# Natural Earth's codes that are not ISO's.
CODES = {"KOS": "XKX", "PSX": "PSE", "SDS": "SSD", "SAH": "ESH", "ALD": "ALA"}


def dbf_rows(path):
    """The records of a DBF file as dictionaries of stripped text."""
    data = path.read_bytes()
    count, start, size = struct.unpack_from("<IHH", data, 4)
    fields = []
    for at in range(32, start - 1, 32):
        if data[at] == 0x0D:
            break
        fields.append((data[at:at + 11].split(b"\0")[0].decode(), data[at + 16]))
    for number in range(count):
        row, at = {}, start + number * size + 1
        for name, width in fields:
            row[name] = data[at:at + width].decode("utf-8", "replace").strip("\0 ")
            at += width
        yield row


def fold(name):
    name = unicodedata.normalize("NFD", name.casefold())
    name = "".join(letter for letter in name if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[\w~]+", name))


def known_names(language):
    """Folded forms of all countries with their codes; a stem stands as it is written."""
    words = json.loads((ROOT / "words" / language / "names.json").read_text("utf-8"))
    known = {}
    for code, country in words["countries"].items():
        for form in [country["name"], *country["names"]]:
            known.setdefault(fold(form), set()).add(code)
    return known


def is_known(known, code, name):
    wanted = fold(name).split()
    for form, owners in known.items():
        parts = form.split()
        if code in owners and len(parts) == len(wanted) and all(
                word.startswith(part[:-1]) if part.endswith("~") else word == part for part, word in zip(parts, wanted)):
            return True
    return False


def natural_earth(language):
    columns = ["NAME_" + language.upper()] + (["NAME", "NAME_LONG", "FORMAL_EN"] if language == "en" else [])
    for row in dbf_rows(SHAPES):
        for column in columns:
            if row.get(column):
                yield CODES.get(row["ADM0_A3"], row["ADM0_A3"]), row[column]


def iso_codes(language):
    if not ISO_CODES.exists():
        return
    translation = gettext.translation("iso_3166-1", "/usr/share/locale", [language, language + "_CN"], fallback=True)
    for entry in json.loads(ISO_CODES.read_text("utf-8"))["3166-1"]:
        for key in ("name", "official_name", "common_name"):
            if key in entry and (language == "en" or translation.gettext(entry[key]) != entry[key]):
                yield entry["alpha_3"], translation.gettext(entry[key])


def main(languages):
    for language in languages or sorted(path.parent.name for path in ROOT.glob("words/*/names.json")):
        known = known_names(language)
        codes = set().union(*known.values())
        for source, names in (("Natural Earth", natural_earth(language)), ("iso-codes", iso_codes(language))):
            for code, name in sorted(set(names)):
                if code in codes and not is_known(known, code, name):
                    print(f"{language} {code} {name} ({source})")


if __name__ == "__main__":
    main(sys.argv[1:])
