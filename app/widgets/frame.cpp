#include "app/widgets/frame.h"

#include <cmath>

#include "app/theme.h"

namespace daybook {
namespace {

constexpr float rail_width = 104;
constexpr float bar_height = 64;
constexpr float strip_height = 28;
constexpr float status_height = 72;
constexpr float lock_height = 64;
constexpr float wide_from = 900;
constexpr float least_height_for_bar = 520;

constexpr float places_in_bar = 5;

}  // namespace

Frame divide(const Box& work) {
    Frame frame;
    frame.screen = work;
    if (work.width >= wide_from) {
        frame.shape = Frame::Shape::wide;
        frame.places = {work.x, work.y, rail_width, work.height - status_height - lock_height};
        frame.lock = {work.x, work.y + frame.places.height, rail_width - 1, lock_height};
        frame.status = {work.x, work.y + work.height - status_height, rail_width, status_height};
        frame.screen.x += rail_width;
        frame.screen.width -= rail_width;
        return frame;
    }
    frame.shape = Frame::Shape::narrow;
    frame.status = {work.x, work.y, work.width, strip_height};
    frame.screen.y += strip_height;
    frame.screen.height -= strip_height;
    if (work.height >= least_height_for_bar) {
        frame.screen.height -= bar_height;
        // On a phone the names of the places need the room.
        const float equal = std::floor(work.width / (places_in_bar + 1));
        const float lock_width = work.width < 480 ? Theme::target : equal;
        const float top = frame.screen.y + frame.screen.height;
        frame.places = {work.x, top, work.width - lock_width, bar_height};
        frame.lock = {work.x + work.width - lock_width, top, lock_width, bar_height};
    } else {
        frame.lock = {work.x + work.width - 56, work.y, 56, strip_height};
        frame.status.width -= 48;
    }
    return frame;
}

Frame undivided(const Box& work) {
    Frame frame;
    frame.shape = work.width >= wide_from ? Frame::Shape::wide : Frame::Shape::narrow;
    frame.screen = work;
    frame.lock = {work.x + work.width - 72, work.y + 8, 64, 56};
    return frame;
}

}  // namespace daybook
