// Which table of words fits the languages that the system is set to.
// Never English: that is built in, and needs no table.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace daybook {

/// The languages of LANGUAGE, LC_ALL, LC_MESSAGES and LANG, best first, as "cy-GB".
[[nodiscard]] std::vector<std::string> wanted_languages();

/// The first of `offered` ("cy", "pl") that is wanted, region and all or the language at least. None: English.
[[nodiscard]] std::optional<std::string> language_for(std::span<const std::string> wanted,
                                                      std::span<const std::string> offered);

/// The path of the table that is wanted, in the first of the folders that has one.
[[nodiscard]] std::optional<std::string> wanted_table(std::span<const std::string> folders);

}  // namespace daybook
