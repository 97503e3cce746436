"""Runs the program that core/log/README.md shows, over the sample of the log and over damaged copies of it.

Never imports anything of ours: the point is that a stranger can read the bytes.
Usage: readme_python_test.py CHECKOUT
"""

import pathlib
import re
import subprocess
import sys
import tempfile


def run(program: pathlib.Path, log: pathlib.Path) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-X", "utf8", program, log], capture_output=True, encoding="utf-8", check=False)


def main() -> int:
    checkout = pathlib.Path(sys.argv[1])
    readme = (checkout / "core/log/README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 1, "README.md shows one Python program"
    sample = (checkout / "tests/data/log/sample.daybook-log").read_bytes()

    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder, "verify.py")
        program.write_text(blocks[0], encoding="utf-8")
        log = pathlib.Path(folder, "copy.daybook-log")

        log.write_bytes(sample)
        whole = run(program, log)
        print(whole.stdout, whole.stderr)
        assert whole.returncode == 0, "the sample verifies"
        assert whole.stdout.endswith("verified 15 revisions of 2 devices\n"), "all of the sample is read"
        for words in ("Anna Müller", "café", "😀", "rotate", "weather"):
            assert words in whole.stdout, f"{words} is shown"

        # A bit in the last byte of each revision but a device's last: the next link does not hash any more.
        ends, at = [], 0
        while at < len(sample):
            at += 4 + int.from_bytes(sample[at : at + 4], "big")
            ends.append(at)
        for end in ends[:11]:
            log.write_bytes(sample[: end - 1] + bytes([sample[end - 1] ^ 1]) + sample[end:])
            assert run(program, log).returncode != 0, f"a flipped bit before byte {end} is found"
        log.write_bytes(sample[: ends[0]] + sample[ends[1] :])
        assert run(program, log).returncode != 0, "a missing revision is found"
        log.write_bytes(sample[:-1])
        assert run(program, log).returncode != 0, "a file that is cut short is found"
        # The first revision with its version spelt in two bytes.
        spelt = b"\xb9\x00\x09" + sample[5 : ends[0]]
        log.write_bytes(len(spelt).to_bytes(4, "big") + spelt + sample[ends[0] :])
        assert run(program, log).returncode != 0, "another spelling is found"
    print("README.md: the program verifies the sample and refuses 14 damaged copies")
    return 0


if __name__ == "__main__":
    sys.exit(main())
