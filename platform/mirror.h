// The screen as assistive technology sees it: the platform shows these nodes as real elements.
// Never guesses: every node comes from the widget that drew it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "platform/surroundings.h"

namespace daybook {

/// ARIA's roles, those that we use. The numbers are known to web/mirror.ts.
enum class Role : std::uint8_t {
    group = 0,
    main = 1,
    navigation = 2,
    region = 3,
    heading = 4,
    paragraph = 5,
    button = 6,
    toggle_button = 7,  ///< a button with aria-pressed
    radio_group = 8,
    radio = 9,
    list = 10,
    list_item = 11,
    text_box = 12,  ///< the editor itself: see platform/text_field.h
    status = 13,    ///< a polite live region
    alert = 14,     ///< an assertive live region
    dialog = 15,
    banner = 16,
    image = 17,  ///< a picture, whose name says what it shows
};

using SemanticId = std::uint32_t;

struct SemanticNode {
    SemanticId id = 0;      ///< stable from frame to frame
    SemanticId parent = 0;  ///< 0 for the root
    Role role = Role::group;
    std::string name;
    std::string description;
    Box box;
    int level = 0;     ///< of a heading, 1 to 6
    int position = 0;  ///< in a list whose other rows may not be drawn, from 1; 0 if not said
    int set_size = 0;  ///< of that list
    bool disabled = false;
    bool actionable = false;      ///< can be focused and pressed
    bool current = false;         ///< aria-current: the place one is at
    bool live = false;            ///< aria-live: its name is told, when there is a pause, as often as it changes
    std::optional<bool> pressed;  ///< of a toggle button; checked of a radio
    std::optional<bool> expanded;
    bool operator==(const SemanticNode&) const = default;
};

class Mirror {
public:
    virtual ~Mirror() = default;
    /// The whole screen in reading order. The platform changes only what differs from the time before.
    virtual void show(std::span<const SemanticNode> nodes) = 0;
};

}  // namespace daybook
