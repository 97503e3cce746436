// Every screen, in every state that looks different, and the way there: for the tests that go through all of them.
// Never says what a screen must show: the tests of each screen do.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/app/stage.h"

namespace daybook::testing {

struct Scene {
    std::string name;
    Stage::With with;
    std::function<void(Stage&)> go;
};

[[nodiscard]] const std::vector<Scene>& scenes();

}  // namespace daybook::testing
