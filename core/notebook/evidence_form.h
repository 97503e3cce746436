// An evidence form: what one separate talk about the authority has brought, held while a school was inspected.
// Never part of the evidence of that school's own inspection: it is no entry, and is handed over apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/framework/pack.h"
#include "core/log/fold.h"
#include "core/notebook/check.h"
#include "core/notebook/school.h"

namespace daybook {

/// The words that evidence forms have on disk. Never change one: old notebooks speak them.
namespace words {
inline constexpr std::string_view form = "evidence_form";
inline constexpr std::string_view form_school = "school";
inline constexpr std::string_view form_talk = "talk";
inline constexpr std::string_view form_state = "state";
inline constexpr std::string_view form_medium = "medium";
inline constexpr std::string_view form_people = "roles";
inline constexpr std::string_view form_efforts = "efforts";
inline constexpr std::string_view form_theme = "theme ";  // followed by its id in the pack
}  // namespace words

/// What can be said of a talk; nothing as long as it is not held. On disk: never change one.
namespace form_states {
inline constexpr std::string_view held = "held";
inline constexpr std::string_view unavailable = "unavailable";
}  // namespace form_states

/// How it was held. On disk: never change one.
namespace form_media {
inline constexpr std::string_view face_to_face = "face to face";
inline constexpr std::string_view telephone = "telephone";
}  // namespace form_media

struct EvidenceForm {
    struct Written {
        std::string words;                  ///< the latest version
        std::vector<TextVersion> versions;  ///< more than one where they were edited apart
    };

    ItemId id;
    ItemId school;
    std::string talk;                       ///< its id in the pack
    std::string state;                      ///< a word of form_states, or of a later version; empty: not held yet
    std::optional<CheckedItem::Said> said;  ///< of the state, also if it was taken back
    std::string medium;                     ///< a word of form_media, or of a later version; empty: nobody said
    std::vector<std::string> people;        ///< with whom: ids of roles in the pack
    Written efforts;                        ///< what was done to hold it, where it could not be
    std::map<std::string, Written> themes;  ///< by their ids in the pack
    [[nodiscard]] bool says_anything() const;
};

/// The id of the one form that this inspection has for it, whichever device makes it: the first 16 bytes of the
/// BLAKE2b-256 of the CBOR array ["daybook evidence form 1", inspection, school, talk].
[[nodiscard]] ItemId form_id(InspectionId inspection, ItemId school, std::string_view talk);
/// The field that has what was said of a theme.
[[nodiscard]] std::string theme_field(std::string_view theme);

/// From an item of the kind words::form.
[[nodiscard]] EvidenceForm form_from(const Item& item);

/// How far a form is.
struct FormProgress {
    enum class Sign : std::uint8_t {
        not_held,     ///< yet
        incomplete,   ///< held or unavailable, but something is missing that belongs to it
        unavailable,  ///< and what was done to hold it is said
        complete,     ///< held, and with all that belongs to it
    };
    Sign sign = Sign::not_held;
    std::size_t themes = 0;  ///< of which something is written
    bool lacks_themes = false;
    bool lacks_people = false;
    bool lacks_medium = false;
    bool lacks_efforts = false;
};
/// `form` is null if nothing ever was said in it.
[[nodiscard]] FormProgress progress_of(const EvidenceForms& asked, const EvidenceForm* form);

/// A school that is inspected in that time, or of which a form says something all the same.
struct FocusedSchool {
    const School* school;
    const SchoolInspection* inspection;  ///< null: none is said, or the pack does not know it
    std::vector<const FocusedTalk*> talks;
    /// Whether its talks are to be held.
    [[nodiscard]] bool counts() const;
};
/// With the talks to be held of a school of its type, and those of which its forms say something.
[[nodiscard]] FocusedSchool focused_school(const Notebook& book, const School& school);
/// By name.
[[nodiscard]] std::vector<FocusedSchool> focused_schools(const Notebook& book);

/// Forms of schools or talks that neither the notebook nor the pack has.
[[nodiscard]] std::vector<const EvidenceForm*> forms_beyond(const Notebook& book);

}  // namespace daybook
