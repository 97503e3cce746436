#!/usr/bin/env python3
"""Reads every #include of ours and says which break the rules of who may know whom.

Usage: include_rules_test.py CHECKOUT, or --self-test, which shows that each rule can fail.
"""

import re
import sys
import tempfile
from pathlib import Path

# Headers of other people, by the name that the rules below use.
THIRD_PARTY = {
    "imgui": r"imgui.*|backends/imgui.*|misc/cpp/imgui.*",
    "sdl": r"SDL.*",
    "gl": r"(GL|GLES2|GLES3|EGL)/.*",
    "sqlite": r"sqlite3.*",
    "sodium": r"sodium(/.*)?\.h",
    "cereal": r"cereal/.*",
    "json": r"nlohmann/.*",
    "emscripten": r"emscripten.*",
    "cli": r"CLI/.*",
    "tests": r"doctest/.*",
}
# What brings in I/O, a clock's owner or threads, from which core keeps away.
NOT_IN_CORE = r"thread|mutex|shared_mutex|condition_variable|future|fstream|iostream|cstdio|filesystem|random|unistd\.h|sys/.*"

# The first row whose pattern fits a path decides: which paths of ours, and whose headers, it may include.
RULES = [
    # path                                  our headers                              third-party
    (r"core/crypto/(primitives|secret)\.",  r"core/",                                {"sodium"}),
    (r"core/framework/",                    r"core/",                                {"json"}),
    (r"core/engine/(protocol|checkpoint)",  r"core/|platform/[^/]+\.h",              {"cereal"}),
    (r"core/engine/",                       r"core/|platform/[^/]+\.h",              set()),
    (r"core/bundle/",                       r"core/|platform/database\.h",           set()),
    (r"core/",                              r"core/",                                set()),
    (r"platform/wiped_new\.cpp",            r"core/base/",                           set()),
    (r"platform/[^/]+\.h",                  r"core/|platform/[^/]+\.h",              set()),
    (r"platform/native/desktop_main\.cpp",   r"core/|platform/([^/]+\.h|native/)",    {"cli"}),
    (r"platform/native/(window|text_field)", r"core/|platform/([^/]+\.h|native/)",   {"imgui", "sdl", "gl"}),
    (r"platform/native/",                   r"core/|platform/([^/]+\.h|native/)",    {"sqlite"}),
    (r"platform/web/(window|text_field)",   r"core/|platform/([^/]+\.h|web/)",       {"imgui", "gl", "emscripten"}),
    (r"platform/web/",                      r"core/|platform/([^/]+\.h|web/)",       {"emscripten"}),
    (r"app/cli/",                           r"core/|app/cli/|platform/([^/]+\.h|native/)", {"cli"}),
    (r"app/",                               r"core/|app/(?!cli/)|platform/[^/]+\.h", {"imgui"}),
]
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
PLATFORM_SWITCH = re.compile(r"^\s*#\s*(?:if|ifdef|ifndef|elif).*\b(__EMSCRIPTEN__|__linux__|__APPLE__|_WIN32|__ANDROID__)",
                             re.MULTILINE)


def owner(header):
    return next((name for name, pattern in THIRD_PARTY.items() if re.fullmatch(pattern, header)), None)


def breaches_of(path, text):
    """The broken rules of one file, as sentences. `path` is relative to the repository, with slashes."""
    ours, theirs = next((ours, theirs) for pattern, ours, theirs in RULES if re.match(pattern, path))
    for quote, header in INCLUDE.findall(text):
        who = owner(header)
        if re.match(r"(core|platform|app|tests|web)/", header):
            if not re.match(ours, header):
                yield f"{path} may not know {header}"
        elif who is not None:
            if who not in theirs:
                yield f"{path} may not know {header} ({who})"
        elif quote == '"':
            yield f'{path}: write "{header}" from the root of the repository'
        elif path.startswith("core/") and re.fullmatch(NOT_IN_CORE, header):
            yield f"{path}: core has no I/O, clock, thread or chance of its own, so not <{header}>"
    for name in PLATFORM_SWITCH.findall(text):
        yield f"{path} asks for {name}: the folder is the switch, never an #ifdef"


def breaches_in(repository):
    files = [file for folder in ("core", "platform", "app") for file in sorted((repository / folder).rglob("*"))
             if file.suffix in (".h", ".cpp")]
    found = [breach for file in files
             for breach in breaches_of(file.relative_to(repository).as_posix(), file.read_text(encoding="utf-8"))]
    return len(files), found


# One file for each rule that must be noticed, and some that are well.
BAD = {
    "core/log/a.cpp": '#include "platform/database.h"',
    "core/log/b.cpp": '#include "app/app.h"',
    "core/log/c.h": "#include <cereal/cereal.hpp>",
    "core/log/d.cpp": "#  include <sodium.h>",
    "core/log/e.cpp": "#include <fstream>",
    "core/log/f.cpp": "#include <thread>",
    "core/log/g.cpp": '#include "revision.h"',
    "core/notebook/a.cpp": "#include <nlohmann/json.hpp>",
    "core/bundle/a.cpp": '#include "platform/journal.h"',
    "core/engine/a.cpp": '#include "platform/native/database.h"',
    "core/engine/b.cpp": "#include <sqlite3.h>",
    "core/engine/store.cpp": "#include <cereal/cereal.hpp>",
    "platform/a.h": '#include "app/app.h"',
    "platform/native/a.cpp": '#include "platform/web/a.h"',
    "platform/native/b.cpp": "#include <SDL.h>",
    "platform/native/c.cpp": "#include <imgui.h>",
    "platform/web/a.cpp": '#include "app/app.h"',
    "platform/web/b.cpp": '#include "platform/native/a.h"',
    "platform/web/c.cpp": "#ifdef __EMSCRIPTEN__",
    "app/a.cpp": "#include <SDL.h>",
    "app/b.cpp": "#include <emscripten.h>",
    "app/c.cpp": '#include "platform/native/database.h"',
    "app/main.cpp": '#include "platform/web/window.h"',
    "app/screens/d.cpp": "#include <sqlite3.h>",
    "app/screens/e.cpp": "#include <doctest/doctest.h>",
    "app/cli/a.cpp": "#include <imgui.h>",
}
GOOD = {
    "core/log/a.cpp": '#include "core/log/a.h"\n#include <vector>\n// #include <sodium.h> is for primitives',
    "core/crypto/primitives.cpp": "#include <sodium.h>",
    "core/engine/store.cpp": '#include "platform/database.h"',
    "core/engine/protocol.cpp": "#include <cereal/archives/portable_binary.hpp>",
    "core/bundle/write.cpp": '#include "platform/database.h"',
    "platform/native/window.cpp": "#include <SDL.h>\n#include <imgui_impl_sdl2.h>",
    "platform/native/database.cpp": "#include <sqlite3.h>\n#include <unistd.h>",
    "platform/native/desktop_main.cpp": '#include <CLI/CLI.hpp>\n#include "platform/native/files.h"',
    "app/screens/entry.cpp": '#include <imgui.h>\n#include "platform/text_field.h"\n#include "app/app.h"',
}


def self_test():
    wrong = []
    for examples, expected in ((BAD, 1), (GOOD, 0)):
        for path, text in examples.items():
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder, path)
                file.parent.mkdir(parents=True)
                file.write_text(text + "\n", encoding="utf-8")
                found = breaches_in(Path(folder))[1]
                if len(found) != expected:
                    wrong.append(f"{path} with {text!r}: {expected} breach expected, found {found}")
    return len(BAD) + len(GOOD), wrong


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    count, wrong = self_test() if sys.argv[1] == "--self-test" else breaches_in(Path(sys.argv[1]))
    for sentence in wrong:
        print(sentence)
    print(f"{count} files read, {len(wrong)} not as they should be")
    sys.exit(1 if wrong or count == 0 else 0)


if __name__ == "__main__":
    main()
