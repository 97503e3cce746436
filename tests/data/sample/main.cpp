// Writes the sample inspection that the start screen opens, of a seed: make_sample PACK [SEED]
// Never writes a file: what it makes goes to the standard output.
#include <charconv>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "tests/data/sample/make_sample.h"

int main(int count, char** arguments) {
    using namespace daybook;
    std::uint64_t seed = sample_maker::usual_seed;
    const std::string_view said = count > 2 ? arguments[2] : "";
    const auto read = std::from_chars(said.data(), said.data() + said.size(), seed);
    if (count < 2 || count > 3 || (count == 3 && read.ptr != said.data() + said.size())) {
        std::fputs("make_sample PACK [SEED]\n", stderr);
        return 2;
    }
    std::ifstream file(arguments[1], std::ios::binary);
    const std::string json{std::istreambuf_iterator<char>(file), {}};
    const Result<Pack> pack = parse_pack(as_bytes(json));
    if (!pack) {
        std::fprintf(stderr, "%s\n", pack.error().what.c_str());
        return 1;
    }
    try {
        const std::string sample = sample_maker::make_sample(seed, *pack);
        return std::fwrite(sample.data(), 1, sample.size(), stdout) == sample.size() ? 0 : 1;
    } catch (const std::exception& refused) {
        std::fprintf(stderr, "%s\n", refused.what());
        return 1;
    }
}
