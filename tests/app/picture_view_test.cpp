#include "app/picture_view.h"

#include <doctest/doctest.h>

#include <initializer_list>

using namespace daybook;

namespace {

constexpr Box stage{100, 50, 600, 400};
constexpr float width = 2400;
constexpr float height = 1800;

float right(const Box& box) {
    return box.x + box.width;
}
float bottom(const Box& box) {
    return box.y + box.height;
}

}  // namespace

TEST_CASE("picture view: at first the whole of it is seen, in the middle, in its own shape") {
    const PictureView view;
    const Box box = view.box(stage, width, height);
    CHECK(view.is_whole());
    CHECK(box.height == doctest::Approx(400));
    CHECK(box.width == doctest::Approx(400 * width / height));
    CHECK(box.x + box.width / 2 == doctest::Approx(400));
    CHECK(box.y == doctest::Approx(50));
}

TEST_CASE("picture view: a small picture is not blown up until one comes closer") {
    PictureView view;
    CHECK(view.box(stage, 120, 90).width == doctest::Approx(120));
    view.zoom_by(2, 400, 250, stage, 120, 90);
    CHECK(view.box(stage, 120, 90).width == doctest::Approx(240));
}

TEST_CASE("picture view: what lies under the finger stays there") {
    PictureView view;
    view.zoom_by(2, 400, 250, stage, width, height);
    const Box before = view.box(stage, width, height);
    constexpr float x = 350;
    constexpr float y = 300;
    view.zoom_by(1.7F, x, y, stage, width, height);
    const Box now = view.box(stage, width, height);
    CHECK((x - before.x) / before.width == doctest::Approx((x - now.x) / now.width));
    CHECK((y - before.y) / before.height == doctest::Approx((y - now.y) / now.height));
}

TEST_CASE("picture view: no edge of it comes into a stage that it fills, however far it is moved") {
    PictureView view;
    view.zoom_by(3, 400, 250, stage, width, height);
    for (const float far : {-10'000.0F, 10'000.0F}) {
        view.move(far, far, stage, width, height);
        const Box box = view.box(stage, width, height);
        CHECK(box.x <= stage.x + 0.01F);
        CHECK(box.y <= stage.y + 0.01F);
        CHECK(right(box) >= right(stage) - 0.01F);
        CHECK(bottom(box) >= bottom(stage) - 0.01F);
    }
    view.zoom_by(0.01F, 0, 0, stage, width, height);
    CHECK(view.is_whole());
    CHECK(view.box(stage, width, height).x + view.box(stage, width, height).width / 2 == doctest::Approx(400));
}

TEST_CASE("picture view: one comes no closer than there is something to see") {
    PictureView view;
    for (int n = 0; n < 50; ++n) view.zoom_by(2, 120, 60, stage, width, height);
    CHECK(view.zoom() == PictureView::closest);
    view.reset();
    CHECK(view.is_whole());
}
