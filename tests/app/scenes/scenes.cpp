#include "tests/app/scenes/scenes.h"

#include <utility>

namespace daybook::testing {

const std::vector<Scene>& scenes() {
    static const std::vector<Scene> all = [] {
        std::vector<Scene> joined;
        for (const auto theme : {start_scenes, meeting_scenes, notebook_scenes, find_scenes, preparation_scenes,
                                 week_one_scenes, obligation_scenes, time_scenes, device_scenes}) {
            for (Scene& scene : theme()) joined.push_back(std::move(scene));
        }
        return joined;
    }();
    return all;
}

}  // namespace daybook::testing
