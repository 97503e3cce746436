// Every screen, in each state that looks different, and the way there: for the tests that go through all of them.
// Never anything that differs from run to run.
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
