#include "platform/native/language.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>

namespace daybook {
namespace {

constexpr std::string_view built_in = "en-GB";

std::string language_of(std::string_view tag) {
    return std::string(tag.substr(0, tag.find('-')));
}

/// "cy_GB.UTF-8@euro" as "cy-GB"; empty for "C" and "POSIX", which name no language.
std::string tag_of(std::string_view locale) {
    std::string tag(locale.substr(0, locale.find_first_of(".@")));
    std::ranges::replace(tag, '_', '-');
    return tag == "C" || tag == "POSIX" ? std::string() : tag;
}

std::vector<std::string> offered_in(const std::string& folder) {
    std::vector<std::string> offered;
    std::error_code unreadable;
    for (const auto& file : std::filesystem::directory_iterator(folder, unreadable)) {
        const std::filesystem::path& path = file.path();
        if (path.extension() == ".json" && path.stem() != built_in) offered.push_back(path.stem().string());
    }
    std::ranges::sort(offered);
    return offered;
}

}  // namespace

std::vector<std::string> wanted_languages() {
    std::vector<std::string> wanted;
    const auto add = [&wanted](std::string_view locale) {
        if (std::string tag = tag_of(locale); !tag.empty()) wanted.push_back(std::move(tag));
    };
    // LANGUAGE is a list, and goes before the others. Of those the first that is set counts.
    if (const char* list = std::getenv("LANGUAGE"); list != nullptr) {
        for (std::string_view rest = list; !rest.empty();) {
            const std::size_t end = std::min(rest.find(':'), rest.size());
            add(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* locale = std::getenv(name);
        if (locale == nullptr || *locale == '\0') continue;
        add(locale);
        break;
    }
    return wanted;
}

std::optional<std::string> language_for(std::span<const std::string> wanted, std::span<const std::string> offered) {
    for (const std::string& tag : wanted) {
        if (std::ranges::contains(offered, tag)) return tag;
        const auto near = std::ranges::find(offered, language_of(tag), language_of);
        if (near != offered.end()) return *near;
        if (language_of(tag) == language_of(built_in)) return std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::string> wanted_table(std::span<const std::string> folders) {
    const std::vector<std::string> wanted = wanted_languages();
    for (const std::string& folder : folders) {
        const std::string locales = folder + "/locales";
        if (const auto found = language_for(wanted, offered_in(locales))) return locales + "/" + *found + ".json";
    }
    return std::nullopt;
}

}  // namespace daybook
