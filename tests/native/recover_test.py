#!/usr/bin/env python3
"""The office's answer to a forgotten passcode: requests and recovery copies are made by age itself and by twenty lines
of CBOR that use no code of ours, and so is the unlock file read.

Usage: recover_test.py CHECKOUT BUILD
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def head(major, count):
    if count < 24:
        return bytes([major << 5 | count])
    for extra, size in ((24, 1), (25, 2), (26, 4)):
        if count < 256**size:
            return bytes([major << 5 | extra]) + count.to_bytes(size, "big")
    raise ValueError(count)


def cbor(value):
    if isinstance(value, list):
        return head(4, len(value)) + b"".join(map(cbor, value))
    kind, content = (2, value) if isinstance(value, bytes) else (3, value.encode())
    return head(kind, len(content)) + content


def items(data):
    """Every byte string and text in it, one after the other."""
    found, at = [], 0
    while at < len(data):
        major, count = data[at] >> 5, data[at] & 31
        at += 1
        if count >= 24:
            size = 1 << count - 24
            count = int.from_bytes(data[at:at + size], "big")
            at += size
        if major in (2, 3):
            found.append(data[at:at + count])
            at += count
    return found


def main():
    command = Path(sys.argv[2]) / "daybook"

    def daybook(*arguments, stdin=b""):
        return subprocess.run([command, *map(str, arguments)], input=stdin, capture_output=True, check=False, timeout=120)

    def refused(words, *arguments, code=1, stdin=b""):
        result = daybook(*arguments, stdin=stdin)
        said = result.stderr.decode()
        assert result.returncode == code and words in said, f"{arguments}: {result.returncode}, {said}"

    def age(*arguments, stdin):
        return subprocess.run(["age", *map(str, arguments)], input=stdin, capture_output=True, check=True).stdout

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def new_key(file):
            said = daybook("keygen", "-o", folder / file).stderr.decode()
            return re.search(r"age1[0-9a-z]{58}", said).group(0)

        office, other, tablet = new_key("office"), new_key("other"), new_key("tablet")
        device, old_device = os.urandom(16), os.urandom(16)

        def key_record():
            return b"DAYRECOV" + (1).to_bytes(2, "big") + os.urandom(16) + old_device + os.urandom(32)

        ours, second, theirs = key_record(), key_record(), key_record()
        copies = [age("-r", office, stdin=ours), age("-r", office, stdin=second), age("-r", office, stdin=ours),
                  age("-r", other, stdin=theirs), b"damaged"]
        sound = cbor(["daybook recovery request 1", device, tablet, copies])
        request, answer = folder / "tablet.request", folder / "unlock.age"
        request.write_bytes(sound)

        made = daybook("recover", request, "--identity", folder / "office", "--output", answer)
        said = made.stderr.decode()
        assert made.returncode == 0 and made.stdout == b"", said
        assert f"Request of device {device.hex()[:8]}" in said, said
        for record in (ours, second):
            assert f"Recovered: inspection {record[10:26].hex()[:8]}" in said, said
        assert "Not recovered: 2 copies" in said, said
        assert answer.stat().st_mode & 0o777 == 0o600, "its owner alone can read it"
        for record in (ours, second, theirs):
            assert record[-32:].hex() not in said and record[-32:] not in answer.read_bytes(), "no key lies in the open"
        plain = items(age("-d", "-i", folder / "tablet", stdin=answer.read_bytes()))
        assert plain == [b"daybook unlock 1", device, ours, second], "each key once, for that device"
        assert subprocess.run(["age", "-d", "-i", folder / "office"], input=answer.read_bytes(), capture_output=True,
                              check=False).returncode != 0, "the answer is the tablet's alone"

        from_pipe = folder / "from-pipe.age"
        assert daybook("recover", "-", "-i", folder / "other", "-o", from_pipe, stdin=sound).returncode == 0
        assert items(age("-d", "-i", folder / "tablet", stdin=from_pipe.read_bytes()))[2:] == [theirs]
        from_pipe.unlink()
        refused("is there already", "recover", request, "-i", folder / "office", "-o", answer)
        answer.unlink()

        def wrong(content, words, key="office"):
            request.write_bytes(content)
            refused(words, "recover", request, "-i", folder / key, "-o", answer)

        wrong(sound, "None of the 5 copies", key="tablet")
        wrong(sound[:-1], "no whole recovery request")
        wrong(sound + b"\0", "no whole recovery request")
        wrong(b"", "no whole recovery request")
        wrong(b"hello", "no whole recovery request")
        wrong(cbor(["daybook recovery request 2", device, tablet, copies]), "later version")
        wrong(cbor(["daybook recovery request 1", device[:-1], tablet, copies]), "no whole recovery request")
        wrong(cbor(["daybook recovery request 1", device, "age1nobody", copies]), "no whole recovery request")
        wrong(cbor(["daybook recovery request 1", device, tablet, []]), "None of the 0 copies")
        request.write_bytes(sound)
        refused("no file", "recover", folder / "none", "-i", folder / "office", "-o", answer)
        refused("no file", "recover", request, "-i", folder / "none", "-o", answer)
        refused("both", "recover", "-", "-i", "-", "-o", answer)
        for arguments in ([], [request], [request, "-i", folder / "office"], [request, "-o", answer]):
            assert daybook("recover", *arguments).returncode == 2, f"usage: {arguments}"
        shown = daybook("recover", "--help")
        assert shown.returncode == 0 and b"--identity" in shown.stdout and b"forgotten" in shown.stdout
        assert sorted(path.name for path in folder.iterdir()) == ["office", "other", "tablet", "tablet.request"]
    print("daybook recover: what the office can open is sealed to the tablet that asked, and every mistake is named")
    return 0


if __name__ == "__main__":
    sys.exit(main())
