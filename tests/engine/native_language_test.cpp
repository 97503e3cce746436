#include "platform/native/language.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "tests/engine/temporary_folder.h"

namespace daybook::testing {
namespace {

/// The variables that name languages are as given while this lives, and others are not set.
class Surrounded {
public:
    explicit Surrounded(const std::map<std::string, std::string>& variables) {
        for (const char* name : names) {
            if (const char* value = std::getenv(name); value != nullptr) before_[name] = value;
            set(name, variables);
        }
    }
    ~Surrounded() {
        for (const char* name : names) set(name, before_);
    }
    Surrounded(const Surrounded&) = delete;
    Surrounded& operator=(const Surrounded&) = delete;

private:
    static constexpr std::array names{"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
    static void set(const char* name, const std::map<std::string, std::string>& variables) {
        const auto found = variables.find(name);
        if (found == variables.end()) {
            ::unsetenv(name);
        } else {
            ::setenv(name, found->second.c_str(), 1);
        }
    }
    std::map<std::string, std::string> before_;
};

using Tags = std::vector<std::string>;

Tags wanted_with(const std::map<std::string, std::string>& variables) {
    const Surrounded surrounded(variables);
    return wanted_languages();
}

}  // namespace

TEST_CASE("language: the system's settings are heard in the order in which they count") {
    CHECK(wanted_with({}).empty());
    CHECK(wanted_with({{"LANG", "C.UTF-8"}}).empty());
    CHECK(wanted_with({{"LANG", "cy_GB.UTF-8"}}) == Tags{"cy-GB"});
    CHECK(wanted_with({{"LANG", "cy_GB.UTF-8"}, {"LC_MESSAGES", "ga_IE@euro"}}) == Tags{"ga-IE"});
    CHECK(wanted_with({{"LC_ALL", ""}, {"LANG", "pl"}}) == Tags{"pl"});
    CHECK(wanted_with({{"LANGUAGE", "cy::en_GB"}, {"LANG", "de_DE.UTF-8"}}) == Tags{"cy", "en-GB", "de-DE"});
}

TEST_CASE("language: the first that is wanted and offered is taken, and English ends the search") {
    const Tags offered{"cy", "gd-GB", "pl"};
    CHECK(language_for(Tags{"cy-GB"}, offered) == "cy");
    CHECK(language_for(Tags{"gd"}, offered) == "gd-GB");
    CHECK(language_for(Tags{"de-DE", "pl-PL"}, offered) == "pl");
    CHECK(language_for(Tags{"en-US", "pl"}, offered) == std::nullopt);
    CHECK(language_for(Tags{"cyc"}, offered) == std::nullopt);
    CHECK(language_for(Tags{}, offered) == std::nullopt);
}

TEST_CASE("language: the table is looked for in each folder, and English is none") {
    const TemporaryFolder folder;
    const std::string locales = folder.path() + "/locales";
    std::filesystem::create_directory(locales);
    for (const char* name : {"/en-GB.json", "/cy.json", "/notes.txt"}) std::ofstream(locales + name) << "{}";
    const Tags folders{folder.path() + "/nowhere", folder.path()};
    const auto table_with = [&](const std::string& lang) {
        const Surrounded surrounded({{"LANG", lang}});
        return wanted_table(folders);
    };
    CHECK(table_with("cy_GB.UTF-8") == locales + "/cy.json");
    CHECK(table_with("en_GB.UTF-8") == std::nullopt);
    CHECK(table_with("de_DE.UTF-8") == std::nullopt);
}

}  // namespace daybook::testing
