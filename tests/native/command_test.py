#!/usr/bin/env python3
"""The office's command on what a person can get wrong: it says what happened, keeps what is there, and never half does a thing.

Usage: command_test.py CHECKOUT BUILD. What it does with a real bundle is in desktop_window_test.py.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def main():
    command = Path(sys.argv[2]) / "daybook"

    def daybook(*arguments, stdin=b""):
        return subprocess.run([command, *map(str, arguments)], input=stdin, capture_output=True, check=False, timeout=120)

    def refused(words, *arguments, code=1, stdin=b""):
        result = daybook(*arguments, stdin=stdin)
        said = result.stderr.decode()
        assert result.returncode == code and words in said, f"{arguments}: {result.returncode}, {said}"

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        key, out = folder / "key", folder / "out.sqlite"

        made = daybook("keygen", "-o", key)
        assert made.returncode == 0, made.stderr
        text = key.read_text()
        public = re.search(r"^# public key: (age1[0-9a-z]{58})$", text, re.M).group(1)
        assert re.search(r"^AGE-SECRET-KEY-1[0-9A-Z]{58}$", text, re.M), "the secret key is in the file"
        assert key.stat().st_mode & 0o777 == 0o600, "its owner alone can read it"
        assert made.stderr.decode() == f"Public key: {public}\n" and made.stdout == b"", "the secret is not printed"
        assert subprocess.run(["age-keygen", "-y", key], capture_output=True, check=True).stdout.decode().strip() == public
        refused("is there already", "keygen", "-o", key)
        assert key.read_text() == text, "a key is never overwritten"
        printed = daybook("keygen").stdout.decode()
        assert printed.startswith("# created: ") and "AGE-SECRET-KEY-1" in printed and public not in printed

        foreign = folder / "foreign.age"
        encrypted = subprocess.run(["age", "-r", public], input=b"not a database", capture_output=True, check=True).stdout
        foreign.write_bytes(encrypted)
        other = folder / "other"
        daybook("keygen", "-o", other)
        refused("", "open", foreign, "-i", other, "-o", out)
        refused("database", "open", foreign, "-i", key, "-o", out)
        refused("database", "open", "-", "-i", key, "-o", out, stdin=encrypted)
        refused("", "show", "-", "-i", key, stdin=encrypted[:-1])
        refused("", "show", "-", "-i", key, stdin=b"")
        refused("no file", "open", folder / "none.age", "-i", key, "-o", out)
        refused("no file", "open", foreign, "-i", folder / "none", "-o", out)
        refused("both", "open", "-", "-i", "-", "-o", out)
        not_a_key = folder / "not-a-key"
        not_a_key.write_text("hello\n")
        refused("not-a-key", "open", foreign, "-i", not_a_key, "-o", out)
        huge = folder / "huge.age"
        with huge.open("wb") as file:
            os.truncate(file.fileno(), 2**30 + 1)
        refused("larger than 1024 MiB", "show", huge, "-i", key)

        passphrase = folder / "passphrase"
        passphrase.write_text("wrong\n")
        refused("", "show", foreign, "--passphrase-file", passphrase)
        for arguments in ([], ["dance"], ["open"], ["open", foreign, "-i", key], ["open", foreign, "-o", out], ["show", foreign]):
            assert daybook(*arguments).returncode == 2, f"usage: {arguments}"
        assert daybook("--help").returncode == 0 and b"keygen" in daybook("--help").stdout
        assert not out.exists() and sorted(path.name for path in folder.iterdir()) == sorted(
            ["foreign.age", "huge.age", "key", "not-a-key", "other", "passphrase"]), "nothing is left behind"
    print("daybook keygen, open and show: every mistake is named, and nothing is left behind")
    return 0


if __name__ == "__main__":
    sys.exit(main())
