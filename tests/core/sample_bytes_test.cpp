// The sample that is shipped is what its generator makes, whatever compiler the generator came through.
#include <doctest/doctest.h>

#include <string>

#include "tests/core/framework_files.h"
#include "tests/data/sample/make_sample.h"

namespace daybook::testing {

TEST_CASE("sample: the whole one is what its generator makes of the usual seed, byte for byte") {
    const std::string made = sample_maker::make_sample(sample_maker::usual_seed, pack_of(england_json()));
    CHECK_MESSAGE((made == asset("sample/sample.json")),
                  "assets/sample/sample.json is another: ./dev sample writes it");
}

}  // namespace daybook::testing
