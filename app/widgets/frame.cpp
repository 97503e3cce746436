#include "app/widgets/frame.h"

#include "app/widgets/places.h"

namespace daybook {
namespace {

constexpr float wide_from = 900;         // at the usual size of words
constexpr float least_beside_bar = 456;  // height that a bar leaves while the keyboard is up, at any size of words
constexpr float low = 480;               // a window that is turned on its side and lower than this gets a rail

bool has_rail(const Surroundings& around, const Theme& theme) {
    const Box& work = around.work;
    return work.width >= theme.scaled(wide_from) || (!around.keyboard && work.height < low && work.width > work.height);
}

Frame with_rail(const Box& work, const Theme& theme) {
    Frame frame;
    frame.shape = Frame::Shape::wide;
    const float width = theme.scaled(104);
    const float status = theme.scaled(40) + 32;
    const float lock = theme.scaled(64);
    frame.places = {work.x, work.y, width, work.height - status - lock};
    frame.lock = {work.x, work.y + frame.places.height, width - 1, lock};
    frame.status = {work.x, work.y + work.height - status, width, status};
    frame.screen = {work.x + width, work.y, work.width - width, work.height};
    return frame;
}

/// The bar at the lower end of the screen, if it leaves enough of it.
void add_bar(Frame& frame, const Surroundings& around, const Theme& theme, const Words& say) {
    Box& screen = frame.screen;
    const Bar bar = bar_for(theme, say, screen.width);
    const float height = bar.line * static_cast<float>(bar.lines);
    if (around.keyboard && around.work.height - height < least_beside_bar) return;
    frame.bar = bar;
    screen.height -= height;
    const float bottom = screen.y + screen.height + height;
    frame.places = {screen.x, bottom - height, screen.width, height};
    frame.lock = {screen.x + screen.width - bar.lock, bottom - bar.line, bar.lock, bar.line};
}

}  // namespace

Frame divide(const Surroundings& around, const Theme& theme, const Words& say) {
    const Box& work = around.work;
    if (has_rail(around, theme)) return with_rail(work, theme);
    Frame frame;
    frame.shape = Frame::Shape::narrow;
    const float strip = theme.scaled(20) + 8;
    frame.status = {work.x, work.y, work.width, strip};
    frame.screen = {work.x, work.y + strip, work.width, work.height - strip};
    add_bar(frame, around, theme, say);
    if (frame.bar.columns > 0) return frame;
    const float lock_width = theme.scaled(24) + 32;
    frame.lock = {work.x + work.width - lock_width, work.y, lock_width, strip};
    frame.status.width -= lock_width - 8;
    return frame;
}

Frame undivided(const Surroundings& around, const Theme& theme) {
    const Box& work = around.work;
    Frame frame;
    frame.shape = work.width >= theme.scaled(wide_from) ? Frame::Shape::wide : Frame::Shape::narrow;
    frame.screen = work;
    const float width = theme.scaled(40) + 24;
    frame.lock = {work.x + work.width - width - 8, work.y + 8, width, theme.scaled(50) + 6};
    if (frame.shape == Frame::Shape::wide) return frame;
    // In one column a heading would run into the lock.
    frame.screen.y += frame.lock.height;
    frame.screen.height -= frame.lock.height;
    return frame;
}

}  // namespace daybook
