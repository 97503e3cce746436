// A conflict of interest that an inspector has declared, and what was decided about it (F42).
// Never a judgement of its own: what was decided is in somebody's words.
#pragma once

#include <string>
#include <string_view>

#include "core/log/fold.h"

namespace daybook {

/// The words that declarations have on disk. Never change one: old notebooks speak them.
namespace words {
inline constexpr std::string_view declaration = "declaration";  // a kind of item
inline constexpr std::string_view declared_by = "who";
inline constexpr std::string_view declared = "what";
inline constexpr std::string_view declared_day = "day";
inline constexpr std::string_view declared_decided = "decided";
}  // namespace words

struct Declaration {
    ItemId id;
    std::string who;
    std::string what;
    std::string day;      ///< "2015-09-14"
    std::string decided;  ///< empty as long as nothing is
    bool retired = false;
    std::string author;  ///< who wrote it down, and when
    LocalTime recorded;
};

/// From an item of the kind words::declaration. What is no day stays empty.
[[nodiscard]] Declaration declaration_from(const Item& item);

}  // namespace daybook
