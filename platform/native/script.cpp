// A person at the window, written down: the native window's end-to-end tests.
// Never sleeps: a step waits until what it names is on the screen, or its time is up.
#include "platform/native/script.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "core/crypto/secret.h"

namespace daybook {

namespace {

using Deed = ScriptStep::Deed;

struct Command {
    std::string_view word;
    Deed deed;
    std::size_t arguments;
};

constexpr std::array<Command, 10> known{{
    {"press", Deed::press, 2},
    {"tap", Deed::tap, 2},
    {"type", Deed::type, 2},
    {"wait-for", Deed::wait_for, 2},
    {"wait-until-gone", Deed::wait_until_gone, 2},
    {"screenshot", Deed::screenshot, 1},
    {"idle", Deed::idle, 1},
    {"say", Deed::say, 1},
    {"quit", Deed::quit, 0},
    {"kill", Deed::kill, 0},
}};

std::vector<std::string> words_of(std::string_view line) {
    std::vector<std::string> words;
    bool quoted = false;
    bool in_word = false;
    for (const char byte : line) {
        if (!quoted && !in_word && byte == '#') break;
        if (byte == '"') {
            quoted = !quoted;
            if (quoted) words.emplace_back();
            in_word = quoted;
        } else if (!quoted && byte == ' ') {
            in_word = false;
        } else {
            if (!in_word) words.emplace_back();
            in_word = true;
            words.back() += byte;
        }
    }
    return words;
}

std::optional<ScriptStep> step_of(const std::vector<std::string>& words) {
    const auto* command = std::ranges::find(known, words.front(), &Command::word);
    if (command == known.end() || words.size() != command->arguments + 1) return std::nullopt;
    ScriptStep step;
    step.deed = command->deed;
    if (step.deed == Deed::type) {
        step.role = Role::text_box;
        step.name = words[1];
        step.text = words[2];
    } else if (step.deed == Deed::idle) {
        double seconds = 0;
        const auto read = std::from_chars(words[1].data(), words[1].data() + words[1].size(), seconds);
        if (read.ec != std::errc() || !(seconds >= 0 && seconds < 3600)) return std::nullopt;
        step.time = std::chrono::milliseconds(std::llround(seconds * 1000));
    } else if (command->arguments == 2) {
        const std::optional<Role> role = role_named(words[1]);
        if (!role) return std::nullopt;
        step.role = *role;
        step.name = words[2];
    } else if (command->arguments == 1) {
        step.name = words[1];
    }
    return step;
}

}  // namespace

void ScriptStep::forget() {
    for (std::string* words : {&name, &text, &line}) wipe_text(*words);
}

Result<std::vector<ScriptStep>> parse_script(std::string_view text) {
    std::vector<ScriptStep> steps;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::vector<std::string> words = words_of(line);
        if (words.empty()) continue;
        std::optional<ScriptStep> step = step_of(words);
        if (!step) return fail(Errc::invalid, "The script has a line that means nothing: " + std::string(line));
        step->line = line;
        steps.push_back(std::move(*step));
    }
    return steps;
}

}  // namespace daybook
