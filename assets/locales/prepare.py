#!/usr/bin/env python3
"""Makes of en-GB.json what lets the compilers check every use of a word: C++ headers, and types for the page.

Usage: prepare.py headers FOLDER    word.h and english.h for the app
       prepare.py types FILE        a .d.ts for the page
Writes only what has changed, and nothing if the table breaks a rule: then it says which.
"""

import json
import re
import sys
from pathlib import Path

TABLE = Path(__file__).with_name("en-GB.json")
ID = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
FORMS = ("zero", "one", "two", "few", "many", "other")  # CLDR's plurals, in the order of app/words/plural_rules.h


def no_member_twice(members):
    names = [name for name, _ in members]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueError(f"there twice: {', '.join(sorted(twice))}")
    return dict(members)


def read(path):
    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=no_member_twice)


def placeholders(text):
    """The names in the braces of a text, or of all its forms, each once, in the order in which they come."""
    whole = text if isinstance(text, str) else " ".join(text.values())
    return list(dict.fromkeys(PLACEHOLDER.findall(whole)))


def complaints(word_id, text, may_count):
    """What breaks a rule of the table that is compiled in, as sentences."""
    counts = isinstance(text, dict)
    if not ID.fullmatch(word_id):
        yield "an id is a place, a dot and a name, of a-z, 0-9 and _"
    for form in text.values() if counts else [text]:
        if not form.strip():
            yield "this is empty"
        if re.search(r"[{}]", PLACEHOLDER.sub("", form)):
            yield "a brace stands alone, or around something that is no name"
    if counts and not may_count:
        yield "the page has no texts that count"
    if counts and (not {"one", "other"} <= set(text) or not set(text) <= set(FORMS)):
        yield "English counts in two forms: one, other"
    if counts != ("count" in placeholders(text)):
        yield "{count} is for texts that count, and only for them"


def checked(table):
    found = [f"{section}: {word_id}: {wrong}" for section in ("app", "page") for word_id, text in table[section].items()
             for wrong in complaints(word_id, text, section == "app")]
    if found:
        raise ValueError("\n".join(found))
    return table


def identifier(word_id):
    return word_id.replace(".", "_")


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def shown(text):
    return quoted(text if isinstance(text, str) else text["other"])


def phrase(word_id, text, slot):
    names = [name for name in placeholders(text) if name != "count"]
    lines = [f"/// {shown(text)}", f"struct {identifier(word_id)} {{", f"    static constexpr Slot slot = {slot};"]
    if isinstance(text, dict):
        lines.append("    std::uint64_t count;")
    lines += [f"    std::string_view {name};" for name in names]
    given = ", ".join(f'Filling{{"{name}", {name}}}' for name in names)
    lines.append(f"    [[nodiscard]] std::array<Filling, {len(names)}> fillings() const {{ return {{{given}}}; }}")
    return "\n".join([*lines, "};"])


def header(words):
    slot, plain, phrases = 0, [], []
    for word_id, text in words.items():
        if isinstance(text, str) and not placeholders(text):
            plain.append(f"    {identifier(word_id)} = {slot},  ///< {shown(text)}")
        else:
            phrases.append(phrase(word_id, text, slot))
        slot += 1 if isinstance(text, str) else len(FORMS)
    return "\n".join([
        "// Every text of the interface by its name. Made from assets/locales/en-GB.json by prepare.py beside it.",
        "// Never edited: the table is.",
        "#pragma once", "", "#include <array>", "#include <cstdint>", "#include <string_view>", "", "namespace daybook {", "",
        "/// Where a text stands in the table.", "using Slot = std::uint16_t;", "",
        "/// What is put in the place of a name in braces.",
        "struct Filling {", "    std::string_view name;", "    std::string_view text;", "};", "",
        "/// The texts in which nothing is put.", "enum class Word : Slot {", *plain, "};", "",
        "/// The texts in which something is put. They look at it: they are said where they are made.",
        "namespace phrase {", "", "\n\n".join(phrases), "", "}  // namespace phrase", "", "}  // namespace daybook", ""])


def english(table):
    """Texts that count take six slots, of which English fills two."""
    rows, texts = [], []
    plurals = [f'    {{"{form}", {quoted(rule)}}},' for form, rule in table["plurals"].items()]
    for word_id, text in table["app"].items():
        forms = [text] if isinstance(text, str) else [text.get(form, "") for form in FORMS]
        rows.append(f'    {{"{word_id}", {len(texts)}, {len(forms)}}},')
        texts += [f"    {quoted(form)}," for form in forms]
    return "\n".join([
        "// The table en-GB, as it is built in. Made from assets/locales/en-GB.json by prepare.py beside it.",
        "// Never edited: the table is.",
        "#pragma once", "", "#include <array>", "#include <string_view>", "", '#include "app/words/word.h"', "",
        "namespace daybook::english {", "", "struct Row {", "    std::string_view id;", "    Slot slot;",
        "    Slot slots;  ///< 6 where it counts, else 1", "};", "",
        "struct Plural {", "    std::string_view form;", "    std::string_view rule;", "};", "",
        f"inline constexpr std::array<Plural, {len(plurals)}> plurals{{{{", *plurals, "}};", "",
        f"inline constexpr std::array<Row, {len(rows)}> rows{{{{", *rows, "}};", "",
        f"inline constexpr std::array<std::string_view, {len(texts)}> texts{{", *texts, "};", "",
        "}  // namespace daybook::english", ""])


def types(words):
    members = [f"        readonly '{word_id}': string;" for word_id in words]
    given = []
    for word_id, text in words.items():
        names = "; ".join(f"readonly {name}: string" for name in placeholders(text))
        given.append(f"    readonly '{word_id}': {{ {names} }};" if names else f"    readonly '{word_id}': undefined;")
    return "\n".join([
        "// What TypeScript knows of assets/locales/en-GB.json. Made by prepare.py beside it.",
        "// Never edited: the table is.",
        "declare module '@assets/locales/en-GB.json' {", "    export const language: string;", "    export const page: {",
        *members, "    };", "}", "",
        "/** What is put into each text of the page. */", "interface PagePlaceholders {", *given, "}", ""])


def write(path, text):
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("headers", "types"):
        sys.exit(__doc__)
    try:
        table = checked(read(TABLE))
    except ValueError as wrong:
        sys.exit(f"{TABLE.name} cannot be used:\n{wrong}")
    out = Path(sys.argv[2])
    if sys.argv[1] == "headers":
        write(out / "word.h", header(table["app"]))
        write(out / "english.h", english(table))
    else:
        write(out, types(table["page"]))


if __name__ == "__main__":
    main()
