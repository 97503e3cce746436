#!/usr/bin/env python3
"""Makes the fonts of Daybook from Debian's Inter: .otf for Dear ImGui, .woff2 for the page.

Subsets them to what the screens show, and makes tabular figures the ordinary ones, because Dear ImGui knows no OpenType
features and times of day must not jump about. Usage: prepare.py OUTPUT_FOLDER [INTER_FOLDER]
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

WEIGHTS = ("Regular", "SemiBold")
LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x149), *range(0x14A, 0x180), *range(0x218, 0x21C), 0x1E9E]
PUNCTUATION = [*range(0x2010, 0x2016), *range(0x2018, 0x201F), 0x2020, 0x2021, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033,
               0x2039, 0x203A, 0x2044, 0x20AC, 0x2116, 0x2122, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265]
SIGNS = [ord(sign) for sign in "←↑→↓↔↕↖↗↘↙↵■□▲△▶▷▼▽◀◁○●★☆✓✗⚠"]
# Inter lacks these; the sign that looks the same stands in.
STAND_INS = {"✕": "✗", "✖": "✗", "✔": "✓", "\uFFFD": "□"}


def tabular_figures(font):
    """Glyph name of a digit -> glyph name of its tabular form, as the font's own tnum feature has it."""
    table = font["GSUB"].table
    lookups = {index for record in table.FeatureList.FeatureRecord if record.FeatureTag == "tnum"
               for index in record.Feature.LookupListIndex}
    found = {}
    for index in lookups:
        for subtable in table.LookupList.Lookup[index].SubTable:
            found.update(getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {}))
    return found


def prepare(source, characters, features):
    font = TTFont(source)
    tabular = tabular_figures(font)
    for table in font["cmap"].tables:
        for digit in range(ord("0"), ord("9") + 1):
            if digit in table.cmap:
                table.cmap[digit] = tabular.get(table.cmap[digit], table.cmap[digit])
        for sign, stand_in in STAND_INS.items():
            if table.isUnicode() and ord(sign) not in table.cmap and ord(stand_in) in table.cmap:
                table.cmap[ord(sign)] = table.cmap[ord(stand_in)]
    options = Options(layout_features=features, hinting=False, desubroutinize=True, notdef_outline=True,
                      name_IDs=[0, 1, 2, 4, 6, 13, 14], drop_tables=[*Options().drop_tables, "meta", "STAT"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


def check(font, characters, source):
    names = font.getBestCmap()
    missing = [chr(character) for character in characters if character not in names]
    if missing:
        sys.exit(f"{source} has no glyph for {' '.join(missing)}")
    widths = {font["hmtx"][names[digit]][0] for digit in range(ord("0"), ord("9") + 1)}
    if len(widths) != 1:
        sys.exit(f"the figures of {source} are {len(widths)} widths wide, not one")


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    output = Path(sys.argv[1])
    inter = Path(sys.argv[2] if len(sys.argv) == 3 else "/usr/share/fonts/opentype/inter")
    output.mkdir(parents=True, exist_ok=True)
    characters = sorted({*LETTERS, *PUNCTUATION, *SIGNS, *map(ord, STAND_INS)})
    for weight in WEIGHTS:
        source = inter / f"Inter-{weight}.otf"
        screen = prepare(source, characters, features=[])
        check(screen, characters, source)
        screen.save(output / f"Inter-{weight}.otf")
        page = prepare(source, characters, features=["kern", "ccmp", "locl", "mark", "mkmk"])
        page.flavor = "woff2"
        page.save(output / f"Inter-{weight}.woff2")


if __name__ == "__main__":
    main()
