// The semantic tree of every screen is the one that somebody has read and accepted (tests/trees).
// With DAYBOOK_TREES=accept what is there now is kept, and nothing is compared: ./dev trees.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <format>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "tests/app/scenes/scenes.h"

namespace daybook::testing {
namespace {

const std::filesystem::path kept_in = DAYBOOK_TEST_DATA "/../trees";

std::string_view word_of(Role role) {
    constexpr std::array<std::string_view, 18> words{
        "group", "main", "navigation", "region",   "heading", "paragraph", "button", "toggle button", "radio group",
        "radio", "list", "list item",  "text box", "status",  "alert",     "dialog", "banner",        "image"};
    return words.at(static_cast<std::size_t>(role));
}

std::string states_of(const SemanticNode& node) {
    std::string states;
    const auto add = [&states](const std::string& state) { states += (states.empty() ? " [" : ", ") + state; };
    if (node.level > 0) add(std::format("level {}", node.level));
    if (node.set_size > 0) add(std::format("{} of {}", node.position, node.set_size));
    if (node.pressed) add(*node.pressed ? "on" : "off");
    if (node.expanded) add(*node.expanded ? "expanded" : "collapsed");
    if (node.current) add("current");
    if (node.live) add("live");
    if (node.disabled) add("disabled");
    return states.empty() ? states : states + "]";
}

/// A line for each node, below its parent: role, name, states, description.
std::string tree_of(const Stage& stage) {
    std::map<SemanticId, std::size_t> depths{{0, 0}};
    std::string tree;
    for (const SemanticNode& node : stage.window.mirrored.nodes()) {
        const std::size_t depth = depths.at(node.parent);
        depths[node.id] = depth + 1;
        tree += std::string(2 * depth, ' ') + std::string(word_of(node.role));
        if (!node.name.empty()) tree += " \"" + node.name + "\"";
        tree += states_of(node);
        if (!node.description.empty()) tree += " - " + node.description;
        tree += "\n";
    }
    return tree;
}

/// At the two sizes whose screens are built differently.
std::string trees_of(const Scene& scene) {
    std::string trees;
    for (const auto& [width, height] : {std::pair{1024, 768}, std::pair{390, 844}}) {
        Stage stage(scene.with, static_cast<float>(width), static_cast<float>(height));
        scene.go(stage);
        stage.settle();
        trees += std::format("# {} x {}\n", width, height) + tree_of(stage);
    }
    return trees;
}

std::string read(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// The first line in which they differ, of each.
std::string first_difference(std::string_view kept, std::string_view now) {
    const auto [one, other] = std::ranges::mismatch(kept, now);
    const auto line_at = [](std::string_view text, std::size_t at) {
        const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
        return std::string(text.substr(begin, text.find('\n', at) - begin));
    };
    return "was: " + line_at(kept, static_cast<std::size_t>(one - kept.begin())) +
           "\nis:  " + line_at(now, static_cast<std::size_t>(other - now.begin()));
}

bool is_accepting() {
    const char* wish = std::getenv("DAYBOOK_TREES");
    return wish != nullptr && std::string_view(wish) == "accept";
}

}  // namespace

TEST_CASE("trees: what a screen reader is told of every screen is what was read and accepted") {
    std::set<std::string> names;
    for (const Scene& scene : scenes()) {
        CAPTURE(scene.name);
        names.insert(scene.name);
        const std::filesystem::path path = kept_in / (scene.name + ".txt");
        const std::string now = trees_of(scene);
        if (is_accepting()) {
            std::filesystem::create_directories(kept_in);
            std::ofstream(path, std::ios::binary | std::ios::trunc) << now;
            continue;
        }
        const std::string kept = read(path);
        CHECK_MESSAGE(kept == now, first_difference(kept, now), "\nIf it is meant: ./dev trees, and read what changed");
    }
    for (const auto& file : std::filesystem::directory_iterator(kept_in)) {
        if (file.path().extension() == ".txt") CHECK_MESSAGE(names.contains(file.path().stem().string()), file.path());
    }
}

}  // namespace daybook::testing
