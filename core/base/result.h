// How a failure is said: one value, with a code for the program and words for the person.
// Never throws, and never carries what an inspector typed.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace daybook {

/// What kind of failure it was: enough for the caller to decide what to do next.
enum class Errc {
    corrupt,      ///< bytes that do not say what they should: truncated, foreign, hostile, or damaged
    newer,        ///< written by a later version than this one
    wrong_key,    ///< the passcode or key does not open it
    not_found,    ///< it is not there
    invalid,      ///< what was asked for breaks a rule (the words say which)
    storage,      ///< the disk or the browser's storage refused
    full,         ///< there is no room left
    busy,         ///< another tab or process holds it
    unsupported,  ///< understood, but not offered here
};

struct Error {
    Errc code;
    std::string what;  ///< plain words, fit to be shown; what happened, never a stack of names

    /// The same failure with what the caller was doing put before it.
    [[nodiscard]] Error while_doing(std::string_view action) const { return {code, std::string(action) + ": " + what}; }
};

template <typename T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(Errc code, std::string what) {
    return std::unexpected(Error{code, std::move(what)});
}

/// Passes an error on unchanged, whatever the type that was hoped for.
[[nodiscard]] inline std::unexpected<Error> pass_on(Error error) {
    return std::unexpected(std::move(error));
}

}  // namespace daybook
