#!/usr/bin/env python3
"""The desktop program, used as a person would: typed into, closed, killed, opened again, and handed over from.

Usage: desktop_window_test.py CHECKOUT BUILD. Runs under an X server of its own.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

PASSCODE = "awake porch mortar straw"
WORDS = ("The director described how officers visit every school in its first term, and what they do when a visit finds "
         "something that worries them. Headteachers said that the visits had become sharper.")
LATER = "Zo\u00eb said that the \u201cletters\u201d now name what must change."
ROW = ", strength, in confidence, Intervention. "


@contextmanager
def display():
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
                              pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            yield ":" + answer.readline().strip()
    finally:
        server.terminate()
        server.wait()


class Desktop:
    def __init__(self, build, folder, screen):
        self.build, self.folder, self.data, self.downloads = build, folder, folder / "data", folder / "downloads"
        self.environment = {**os.environ, "DISPLAY": screen, "LIBGL_ALWAYS_SOFTWARE": "1", "HOME": str(folder),
                            "XDG_DOWNLOAD_DIR": str(self.downloads), "ASAN_OPTIONS": "detect_leaks=0"}

    def run(self, *steps, code=0):
        """Runs the program through these steps; gives the last screen as text, and what it said on stderr."""
        script, tree = self.folder / "script", self.folder / "tree"
        script.write_text("\n".join(steps) + "\n", encoding="utf-8")
        tree.unlink(missing_ok=True)
        result = subprocess.run([self.build / "daybook-desktop", "--data", self.data, "--script", script,
                                 "--print-semantics", tree], env=self.environment, capture_output=True, text=True,
                                check=False, timeout=300)
        assert result.returncode == code, f"{steps}\nexit code {result.returncode}\n{result.stdout}{result.stderr}"
        return (tree.read_text(encoding="utf-8") if tree.exists() else "") + result.stderr

    def unlocked(self, *steps, code=0):
        return self.run(f'type "Passcode" "{PASSCODE}"', 'press button "Unlock"', 'wait-until-gone heading "Unlock Daybook"',
                        *steps, code=code)


def row(screen, words):
    """The line of the notebook's list that has these words."""
    return next((line for line in screen.splitlines() if words in line and "button" in line), "")


def records(desktop):
    desktop.run('type "Your name" "Ada Example"', f'type "Passcode" "{PASSCODE}"', 'press button "Begin"',
                'press button "Open the sample"', "wait-for status Saved*",
                'press button "Start a meeting"', 'press button "Start"', f'type "What was said" "{WORDS}"',
                'press toggle_button "In confidence"', 'tap radio "Strength"', 'press toggle_button "Intervention"', "quit")
    screen = desktop.unlocked('press button "Notebook"', 'wait-for heading "Notebook"', "idle 3", "quit")
    assert ROW in row(screen, WORDS), "what was typed and marked is there after the window was closed\n" + screen
    for file in desktop.data.iterdir():
        assert b"Headteachers" not in file.read_bytes(), f"no word can be read in {file.name}"


def survives_a_kill(desktop):
    desktop.unlocked('press button "Today"', 'press button "Go on writing"', 'press button "New entry"',
                     f'type "What was said" "{LATER}"', 'press button "Notebook"', 'wait-for heading "Notebook"',
                     "wait-for status Saved*", "kill", code=137)
    screen = desktop.unlocked('press button "Notebook"', 'wait-for heading "Notebook"', "quit")
    assert row(screen, LATER) and row(screen, WORDS), "after a crash every word is there\n" + screen


def heals(desktop):
    for file in desktop.data.glob("daybook*.db*"):
        file.rename(desktop.folder / file.name)
    screen = desktop.unlocked('press button "Notebook"', 'wait-for heading "Notebook"', "quit")
    assert row(screen, LATER) and row(screen, WORDS), "the second copy alone rebuilds everything\n" + screen
    journal = desktop.data / "journal.daybook"
    whole = journal.read_bytes()
    journal.write_bytes(whole[:-7])
    screen = desktop.unlocked('press button "Notebook"', 'wait-for heading "Notebook"', "quit")
    assert row(screen, LATER) and row(screen, WORDS), "a torn second copy costs nothing\n" + screen
    assert list(desktop.data.glob("journal.daybook.damaged-*")), "and its torn end is kept"


def refuses(desktop):
    screen = desktop.run('type "Passcode" "something else entirely"', 'press button "Unlock"', 'wait-for button "Unlock"', "quit")
    assert "does not open this notebook" in screen, "a wrong passcode is said to be one\n" + screen
    with (desktop.data / "lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        said = desktop.run("quit", code=3)
        assert "open in another window" in said, said
    database = desktop.data / "daybook-2.db"
    letter = b"This is a letter to the council, and no database at all.\n" * 40
    database.write_bytes(letter)
    screen = desktop.unlocked('press button "Notebook"', 'wait-for heading "Notebook"', "quit")
    assert row(screen, LATER) and row(screen, WORDS), "the second copy takes a foreign file's place\n" + screen
    kept, = desktop.data.glob("daybook-2.db.aside-*[0-9]")
    assert kept.read_bytes() == letter, "and that is left as it is, under a new name"


def locks(desktop):
    screen = desktop.unlocked('press button "Notebook"', 'wait-for heading "Notebook"', 'tap button "Lock"',
                              'wait-for heading "Unlock Daybook"', "idle 1", "quit")
    assert WORDS not in screen, "locked, nothing can be read\n" + screen


def knows_the_device(desktop):
    screen = desktop.unlocked('press button "Today"', 'press button "Before you leave*"',
                              'wait-for heading "Before you leave"', 'wait-for list_item "Room: *"', "quit")
    assert "Works without a connection: In order" in screen and "Storage is kept: In order" in screen, screen


def hands_over(desktop):
    key = desktop.folder / "office-key"
    subprocess.run([desktop.build / "daybook", "keygen", "-o", key], check=True, capture_output=True)
    public = subprocess.run(["age-keygen", "-y", key], check=True, capture_output=True, text=True).stdout.strip()
    desktop.unlocked('press button "Hand over"', f'type "Lead\u2019s key" "{public}"', 'press button "Add these keys"',
                     'press button "Prepare the bundle"', 'press button "Save file"', "quit")
    bundle, = desktop.downloads.iterdir()
    database = desktop.folder / "evidence.sqlite"
    opened = subprocess.run([desktop.build / "daybook", "open", bundle, "-i", key, "-o", database], capture_output=True, text=True, check=False)
    assert opened.returncode == 0 and "hold" in opened.stderr, opened.stderr
    again = subprocess.run([desktop.build / "daybook", "open", bundle, "-i", key, "-o", database], capture_output=True, check=False)
    assert again.returncode == 1 and b"is there already" in again.stderr, again.stderr
    words = subprocess.run(["sqlite3", database, "SELECT words FROM entries"], check=True, capture_output=True, text=True).stdout
    assert WORDS in words and LATER in words, words
    plain = subprocess.run(["age", "-d", "-i", key, bundle], check=True, capture_output=True).stdout
    assert plain == database.read_bytes(), "age decrypts to the same database"
    shown = subprocess.run([desktop.build / "daybook", "show", bundle, "-i", key], check=True, capture_output=True, text=True).stdout
    assert "IN CONFIDENCE \u00b7 \u25b2 Strength" in shown and LATER in shown, shown
    history = subprocess.run([desktop.build / "daybook", "show", "--history", bundle, "-i", key], check=True, capture_output=True, text=True).stdout
    assert "    ~ " in history and "strength instead of unmarked" in history and "    ~ " not in shown, history
    damaged = bytearray(bundle.read_bytes())
    damaged[-20] ^= 1
    result = subprocess.run([desktop.build / "daybook", "show", "-", "-i", key], input=bytes(damaged), capture_output=True, check=False)
    assert result.returncode == 1 and not result.stdout, "nothing of a damaged bundle is shown"


def main():
    build = Path(sys.argv[2])
    folder = Path(tempfile.mkdtemp())
    try:
        with display() as screen:
            desktop = Desktop(build, folder, screen)
            for part in (records, survives_a_kill, heals, refuses, locks, knows_the_device, hands_over):
                part(desktop)
                print("the desktop window", part.__name__.replace("_", " "))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
