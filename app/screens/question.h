// A question of the pack, as it is answered on a screen: tapped, said in words, or both.
// Never sends what was tapped: the screen knows of what it is the answer.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/drafts.h"
#include "app/screens/screen.h"
#include "app/widgets/choices.h"
#include "core/framework/pack.h"
#include "core/notebook/answer.h"

namespace daybook {

struct AskedQuestion {
    const SurveyQuestion& question;
    const Answer* answer;            ///< null if none was ever given
    std::string_view about{};        ///< what stands beneath the question besides its source; empty for nothing
    const std::string& words_field;  ///< the field that has what was said in words
};

/// As wide as there is room for, so that a thumb finds them without a look: side by side, or one below the other.
std::optional<std::size_t> big_choices(Ui& ui, std::string_view name, std::span<const Choice> offered,
                                       std::optional<std::size_t> chosen);

/// Gives the id of the choice that was tapped, or an empty one if it was taken back. `draft` is that of the words; null
/// if nothing can be written. `typing` is that of drafted_field().
std::optional<std::string> question(Ui& ui, const View& view, const AskedQuestion& asked, Draft* draft, Drafts& drafts,
                                    std::string& typing, Outbox& out);

}  // namespace daybook
