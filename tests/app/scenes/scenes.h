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

// Theme by theme, each in a file of its own.
[[nodiscard]] std::vector<Scene> start_scenes();
[[nodiscard]] std::vector<Scene> meeting_scenes();
[[nodiscard]] std::vector<Scene> notebook_scenes();
[[nodiscard]] std::vector<Scene> find_scenes();
[[nodiscard]] std::vector<Scene> preparation_scenes();
[[nodiscard]] std::vector<Scene> week_one_scenes();
[[nodiscard]] std::vector<Scene> obligation_scenes();
[[nodiscard]] std::vector<Scene> time_scenes();
[[nodiscard]] std::vector<Scene> device_scenes();

}  // namespace daybook::testing
