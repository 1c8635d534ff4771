#!/usr/bin/env python3
"""Makes the invented world of this folder: python3 tests/world/make.py. README.md says what is in it and why."""

import math
import os
import struct

FOLDER = os.path.dirname(os.path.abspath(__file__))
POINT, LINE, POLYGON = 1, 3, 5
WIDTHS = {"NAME": 40, "NAME_EN": 40, "NAME_DE": 40, "NAME_AR": 60, "FORMAL_EN": 60, "CONTINENT": 24, "SUBREGION": 24}


def shape_record(kind, parts):
    if kind == POINT:
        return struct.pack("<idd", kind, *parts[0][0])
    points = [point for part in parts for point in part]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    starts = [sum(len(part) for part in parts[:i]) for i in range(len(parts))]
    record = struct.pack("<i4d2i", kind, min(xs), min(ys), max(xs), max(ys), len(parts), len(points))
    record += struct.pack("<%di" % len(starts), *starts)
    return record + b"".join(struct.pack("<2d", *point) for point in points)


def header(kind, size, shapes):
    points = [point for parts in shapes for part in parts for point in part]
    box = (min(p[0] for p in points), min(p[1] for p in points), max(p[0] for p in points), max(p[1] for p in points))
    return struct.pack(">i20xi", 9994, size // 2) + struct.pack("<ii4d32x", 1000, kind, *box)


def write_shapes(stem, kind, shapes):
    records, index, at = b"", b"", 100
    for number, parts in enumerate(shapes, 1):
        record = shape_record(kind, parts)
        index += struct.pack(">ii", at // 2, len(record) // 2)
        records += struct.pack(">ii", number, len(record) // 2) + record
        at += 8 + len(record)
    with open(stem + ".shp", "wb") as file:
        file.write(header(kind, 100 + len(records), shapes) + records)
    with open(stem + ".shx", "wb") as file:
        file.write(header(kind, 100 + len(index), shapes) + index)


def write_table(stem, columns, rows):
    widths = [WIDTHS.get(column, 12) for column in columns]
    head = struct.pack("<4BIHH20x", 3, 126, 1, 1, len(rows), 33 + 32 * len(columns), 1 + sum(widths))
    for column, width in zip(columns, widths):
        head += column.encode().ljust(11, b"\0") + b"C" + bytes(4) + bytes([width, 0]) + bytes(14)
    body = b"".join(b" " + b"".join(str(row.get(c, "")).encode().ljust(w) for c, w in zip(columns, widths)) for row in rows)
    with open(stem + ".dbf", "wb") as file:
        file.write(head + b"\r" + body + b"\x1a")
    with open(stem + ".cpg", "w") as file:
        file.write("UTF-8")


def write(name, kind, columns, rows):
    """rows are (attributes, parts); a part is a list of [longitude, latitude]."""
    stem = os.path.join(FOLDER, "ne_50m_" + name)
    write_shapes(stem, kind, [parts for _, parts in rows])
    write_table(stem, columns, [attributes for attributes, _ in rows])


def closed(points):
    return points + [points[0]]


def box(west, south, east, north):
    return closed([(west, south), (west, north), (east, north), (east, south)])


def hole(west, south, east, north):
    return box(west, south, east, north)[::-1]


def wavy(lon, south, north, count):
    """A line northward with many points, as a border."""
    return [(lon + 0.6 * math.sin(i / 3) * math.sin(math.pi * i / count), south + (north - south) * i / count)
            for i in range(count + 1)]


def polar():
    """The far south as Natural Earth has it: along the coast, up and down the cut at 180 degrees, and along the pole."""
    coast = [(-180 + 5 * i, -70 + 3 * math.sin(i * math.pi / 6)) for i in range(73)]
    return closed([(-180, -90), (-180, -80)] + coast + [(180, -80), (180, -85), (180, -90)])


def entry(code, name, continent, label, **more):
    own = more.pop("own", code)
    row = {"ADM0_A3": own, "GU_A3": own, "ISO_A3": code, "NAME": name, "NAME_EN": name, "CONTINENT": continent,
           "SUBREGION": "Inner " + continent, "FORMAL_EN": "Republic of " + name, "LABEL_X": label[0], "LABEL_Y": label[1]}
    return {**row, **more}


border = wavy(20, 0, 10, 60)
enclave = [(-24.0, 26.0), (-24.0, 32.0), (-19.0, 33.0), (-18.0, 29.0), (-18.5, 26.5)]

countries = [
    (entry("ALB", "Boxland", "Alpha", (15, 5), NAME_DE="Kastenland", NAME_AR="بلاد الصندوق"),
     [closed([(10, 0), (10, 10)] + border[::-1])]),
    (entry("-99", "Eastmark", "Alpha", (25, 5), own="BEL", NAME_DE="Ostmark"),
     [closed(border + [(22, 10), (30, 10), (30, 0)]), closed([(20, 10), (20, 12), (22, 12), (22, 10)])]),
    (entry("FJI", "Dateland", "Beta", (178, 25)), [box(170, 20, 180, 30), box(-180, 20, -175, 30), box(-160, 21, -159, 22)]),
    (entry("ATA", "Polaria", "Gamma", (0, -80)), [polar()]),
    (entry("ITA", "Ringland", "Alpha", (-28, 22)), [box(-30, 20, -10, 40), closed(enclave[::-1])]),
    (entry("SMR", "Innerland", "Alpha", (-21, 29)), [closed(enclave)]),
    (entry("IDN", "Islandia", "Beta", (102, -14)),
     [box(100, -18, 106, -10), box(107, -16, 109, -12), box(98, -12, 99, -11), box(110, -12.3, 110.2, -12),
      box(60, -40, 62, -38), box(130, -30, 130.5, -29.5)]),
    (entry("MLT", "Tinyland", "Alpha", (40.02, -20.02)), [box(40, -20.05, 40.05, -20)]),
    (entry("XKX", "Northpart", "Alpha", (15, 13), own="KOS"), [closed([(10, 10), (10, 16), (20, 16), (20, 10)])]),
    (entry("-99", "Southclaim", "Alpha", (15, -2), own="SOL"), [closed([(10, -4), (10, 0), (20, 0), (20, -4)])]),
]
units = [
    (entry("REU", "Farland", "Gamma", (61, -39), ADM0_A3="IDN"), [box(60, -40, 62, -38)]),
    (entry("-99", "Islandia proper", "Beta", (102, -14), own="IDX", ADM0_A3="IDN"), [box(100, -18, 106, -10)]),
    (entry("-99", "West Boxland", "Alpha", (12, 5), own="SCT", ADM0_A3="ALB"), [box(10, 0, 14, 10)]),
]
points = [
    (entry("NRU", "Pointland", "Beta", (-60.5, 5.25)), [[(-60.5, 5.25)]]),
    (entry("MLT", "Tinyland", "Alpha", (40.02, -20.02)), [[(40.02, -20.02)]]),
]
cities = [
    ({"NAME": "Boxburg", "ADM0_A3": "ALB"}, [[(12.5, 4.5)]]),
    ({"NAME": "Östmark-sur-Mér", "ADM0_A3": "BEL"}, [[(28.0, 2.0)]]),
    ({"NAME": "Saint George's", "ADM0_A3": "IDN"}, [[(103.0, -15.0)]]),
    ({"NAME": "Saint George's", "ADM0_A3": "MLT"}, [[(40.02, -20.02)]]),
]
AREAS = ["ADM0_A3", "GU_A3", "ISO_A3", "NAME", "NAME_EN", "NAME_DE", "NAME_AR", "FORMAL_EN", "CONTINENT", "SUBREGION",
         "LABEL_X", "LABEL_Y"]

write("admin_0_countries", POLYGON, AREAS, countries)
write("admin_0_map_units", POLYGON, AREAS, units)
write("admin_0_tiny_countries", POINT, AREAS, points)
write("populated_places", POINT, ["NAME", "ADM0_A3"], cities)
write("lakes", POLYGON, ["NAME"], [({"NAME": "Lake"}, [box(24, 3, 27, 6), hole(25, 4, 26, 5)]),
                                   ({"NAME": "Pond"}, [box(102, -15, 102.5, -14.5)])])
write("admin_0_boundary_lines_disputed", LINE, ["NAME"], [({"NAME": "A claim"}, [[(10, 5), (15, 5.5), (20, 5)]])])
