#!/usr/bin/env python3
"""After a lock, the desktop program's memory holds no word, no passcode and no key; before it, the same search finds them.

Usage: locked_memory_test.py CHECKOUT BUILD. Runs under an X server of its own. Reads the program's memory through /proc.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from desktop_window_test import display

PASSCODE = "quokka lantern zephyr umbra"
# Long ones, and one that fits into a std::string without memory of its own.
TYPED = "Quondam pupils read quernstone verses aloud; the bursar counted nineteen stumbles."
WORDS = {
    "name": "Ottoline Quarrender",
    "authority": "Quondamshire",
    "lead": "Peregrine Thistlewood",
    "place": "Xylthome",
    "what was said": TYPED,
    "a part of it": "quernstone verses",
    "what was looked for": "quernst",
}
PAGE = 4096


class Program:
    """The desktop program, told part by part what to do."""

    def __init__(self, build, folder, screen):
        self.folder, self.downloads = folder, folder / "downloads"
        script = folder / "script"
        script.write_text("say here\n", encoding="utf-8")
        # ASan's copies of dead stack frames lie in memory of its own, which the program cannot overwrite.
        environment = {**os.environ, "DISPLAY": screen, "LIBGL_ALWAYS_SOFTWARE": "1", "HOME": str(folder),
                       "XDG_DOWNLOAD_DIR": str(self.downloads),
                       "ASAN_OPTIONS": "detect_leaks=0:detect_stack_use_after_return=0"}
        self.process = subprocess.Popen([build / "daybook-desktop", "--data", folder / "data", "--script", script],
                                        env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.wait()

    def wait(self):
        for line in self.process.stdout:
            if line == "here\n":
                return
        raise AssertionError(f"the program ended with {self.process.wait()} before it was where it should be")

    def tell(self, *steps):
        """Takes these steps, in a screen that has settled. It stands still after them."""
        self.process.stdin.write("\n".join([*steps, "say here"]) + "\n\n")
        self.process.stdin.flush()
        self.wait()

    def end(self):
        self.process.stdin.write("quit\n\n")
        self.process.stdin.close()
        assert self.process.wait(timeout=60) == 0

    def areas(self):
        """(from, to, flags) of what the program can have written to: writable, or kept out of dumps as keys are."""
        area = None
        for line in Path(f"/proc/{self.process.pid}/smaps").read_text(encoding="utf-8", errors="replace").splitlines():
            if found := re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S{4}) ", line):
                area = [int(found[1], 16), int(found[2], 16), found[3], 0]
            elif found := re.match(r"Rss: +(\d+) kB", line):
                area[3] = int(found[1])
            elif found := re.match(r"VmFlags: (.*)", line):
                flags = found[1].split()
                if area[2][0] == "r" and area[3] > 0 and ("wr" in flags or "dd" in flags):
                    yield area[0], area[1], flags

    def memory(self):
        """All of it: a list of pieces. A sanitizer's books about memory, terabytes of address space, hold none of its bytes."""
        pieces = []
        with open(f"/proc/{self.process.pid}/mem", "rb", buffering=0) as memory:
            for start, end, _ in self.areas():
                if end - start > 1 << 36:
                    continue
                try:
                    memory.seek(start)
                    pieces.append(memory.read(end - start))
                except (OSError, OverflowError, ValueError):
                    pass  # a device's, or the kernel's own
        return pieces

    def keys(self):
        """What lies in memory as keys are kept: one read-only page each, at its end, behind a canary of 16 bytes."""
        found = []
        with open(f"/proc/{self.process.pid}/mem", "rb", buffering=0) as memory:
            for start, end, flags in self.areas():
                if end - start != PAGE or "wr" in flags or "dd" not in flags:
                    continue
                memory.seek(start)
                content = memory.read(PAGE).lstrip(b"\0")
                size = 64 if len(content) > 48 else 32
                found += [content[-at:][:32] for at in range(size, 0, -32)]
        return found


def write_and_hand_over(key):
    return [
        f'type "Local authority" "{WORDS["authority"]}"', 'type "First day" "2026-09-14"', 'type "Last day" "2026-09-18"',
        f'type "Lead inspector" "{WORDS["lead"]}"', 'press button "Create the inspection"', 'wait-for heading "Today"',
        'press button "Start a meeting"', f'type "Place" "{WORDS["place"]}"', 'press button "Start"',
        f'type "What was said" "{TYPED}"', 'press toggle_button "In confidence"', 'tap radio "Strength"',
        'press button "Notebook"', 'wait-for heading "Notebook"', "wait-for status Saved*",
        'press button "Hand over"', f'type "Lead\u2019s key" "{key}"', 'press button "Add these keys"',
        'press button "Prepare the bundle"', 'press button "Save file"',
        'press button "Find"', f'type "Words to find" "{WORDS["what was looked for"]}"', 'wait-for status "1 place found"',
    ]


LOCK = ['tap button "Lock"', 'wait-for heading "Unlock Daybook"']


def forms(text):
    return [text.encode(coding) for coding in ("utf-8", "utf-16-le", "utf-32-le")]


def found(pieces, texts):
    """Which of the named texts are there, in any form."""
    return {name for name, text in texts.items() if any(form in piece for form in forms(text) for piece in pieces)}


def times(pieces, key):
    return sum(piece.count(key) for piece in pieces)


def check_locked(program, keys):
    pieces = program.memory()
    assert len(pieces) > 20 and sum(map(len, pieces)) > 20_000_000, "all of the memory was searched"
    left = found(pieces, {**WORDS, "passcode": PASSCODE})
    assert not left, f"after a lock the memory still has: {left}"
    assert not any(times(pieces, key) for key in keys), "after a lock the memory still has a key"
    assert not program.keys(), "no page is kept for keys"
    return sum(map(len, pieces))


def check_open(program, expected):
    pieces = program.memory()
    seen = found(pieces, WORDS)
    assert expected <= seen, f"this search does not find {expected - seen} where it must be"
    assert not found(pieces, {"passcode": PASSCODE}), "once it is open nobody needs the passcode"
    keys = program.keys()
    assert len(keys) == 3, f"two keys of the device and one of the inspection are kept, not {len(keys)}"
    assert [times(pieces, key) for key in keys] == [1, 1, 1], "and nowhere but in the memory that is kept for keys"
    return keys


def run(build, folder, screen):
    subprocess.run([build / "daybook", "keygen", "-o", folder / "key"], check=True, capture_output=True)
    public = subprocess.run(["age-keygen", "-y", folder / "key"], check=True, capture_output=True, text=True).stdout.strip()
    program = Program(build, folder, screen)
    try:
        program.tell(f'type "Your name" "{WORDS["name"]}"', f'type "Passcode" "{PASSCODE}"')
        assert found(program.memory(), {"passcode": PASSCODE, "name": WORDS["name"]}) == {"passcode", "name"}, \
            "this search finds what is being typed"
        program.tell('press button "Begin"', 'press button "Create an inspection"', 'wait-for heading "New inspection"')
        program.tell(*write_and_hand_over(public))
        assert list(program.downloads.iterdir()), "a bundle was handed over"
        keys = check_open(program, set(WORDS))
        program.tell(*LOCK)
        size = check_locked(program, keys)
        program.tell(f'type "Passcode" "{PASSCODE}"')
        assert found(program.memory(), {"passcode": PASSCODE}), "the passcode is found while it is typed"
        program.tell('press button "Unlock"', 'wait-until-gone heading "Unlock Daybook"', 'wait-for heading "Find"',
                     'press button "Today"', 'press button "Go on writing"', 'wait-for text_box "What was said"')
        keys += check_open(program, {"name", "what was said", "a part of it", "authority"})
        program.tell(*LOCK)
        check_locked(program, keys)
        program.end()
        print(f"{size / 1e6:.0f} MB searched: no word, passcode or key after a lock")
    finally:
        program.process.kill()
        program.process.wait()


def main():
    folder = Path(tempfile.mkdtemp())
    try:
        with display() as screen:
            run(Path(sys.argv[2]), folder, screen)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
