#!/usr/bin/env python3
"""What `daybook pack check` says to who writes a framework pack: what is in it, or file, place and remedy.

Usage: pack_check_test.py CHECKOUT BUILD
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path


def main():
    checkout, command = Path(sys.argv[1]), Path(sys.argv[2]) / "daybook"
    packs = checkout / "tests/data/packs"
    england = checkout / "assets/frameworks/england-la-school-improvement-2015/pack.json"

    def check(file, stdin=b""):
        return subprocess.run([command, "pack", "check", str(file)], input=stdin, capture_output=True, check=False, timeout=120)

    pack = json.loads(england.read_text())
    good = check(england)
    said = good.stdout.decode()
    assert good.returncode == 0 and good.stderr == b"", good.stderr
    assert said.startswith(f"ok: {pack['id']}, version {pack['version']}\n{pack['name']}\n"), said
    items = sum(len(one["items"]) for one in pack["checklists"])
    for line in (f"{len(pack['areas'])} reporting areas: 21 considerations", f"{len(pack['aspects'])} aspects: 42 descriptors",
                 "letter: 5 sections, 4 recipients",
                 f"{len(pack['checklists'])} checklists: {items} items", "  Before leaving: 6 items",
                 "3 survey groups: 8 questions",
                 "3 evidence forms: 3 themes, 7 kinds of inspection",
                 f"{len(pack['deadlines'])} deadlines"):
        assert f"  {line}\n" in said, f"{line} in {said}"
    assert check("-", england.read_bytes()).stdout == good.stdout, "a pack can come from standard input"

    wrong = sorted(packs.glob("broken-*.json"))
    assert len(wrong) > 20, "the broken packs are there"
    for file in wrong:
        result = check(file)
        words = result.stderr.decode()
        assert result.returncode == 1 and result.stdout == b"", f"{file.name}: {result.returncode}, {result.stdout}"
        assert words.startswith(f"daybook: {file}: "), words
    words = check(packs / "broken-checklist-kind.json").stderr.decode()
    assert words.endswith("checklists[0].kind: there is no activity 'walk'; use the id of one under activity_kinds\n"), words

    with tempfile.TemporaryDirectory() as name:
        later = Path(name) / "later.json"
        later.write_text(england.read_text().replace('"format": 1', '"format": 2'))
        assert check(later).returncode == 1 and "update Daybook" in check(later).stderr.decode()
        misspelt = Path(name) / "misspelt.json"
        misspelt.write_text(england.read_text().replace('"needed"', '"neded"', 1))
        words = check(misspelt).stderr.decode()
        assert check(misspelt).returncode == 1, "a member that nobody knows is a slip of its author"
        assert ".neded: there is no such member; correct its name, or take it out" in words, words
        forged = Path(name) / "forged.json"
        forged.write_text(england.read_text().replace("Before leaving", "Before \u202e leaving"))
        assert check(forged).returncode == 0 and "\u202e" not in check(forged).stdout.decode(), "nothing steers the terminal"
        missing = check(Path(name) / "none.json")
        assert missing.returncode == 1 and "no file" in missing.stderr.decode(), missing.stderr
    for arguments in (["pack"], ["pack", "check"], ["pack", "dance", england]):
        result = subprocess.run([command, *map(str, arguments)], capture_output=True, check=False, timeout=120)
        assert result.returncode == 2, f"usage: {arguments}: {result.returncode}"
    print(f"daybook pack check: one pack in its counts, {len(wrong)} broken ones with file, place and remedy")
    return 0


if __name__ == "__main__":
    sys.exit(main())
