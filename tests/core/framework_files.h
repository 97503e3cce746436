// The data files that the tests of packs, samples and words read.
// Never writes one.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "core/framework/pack.h"

namespace daybook {

inline std::string file_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), path);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string test_data(const std::string& name) {
    return file_text(std::string(DAYBOOK_TEST_DATA) + "/" + name);
}

inline std::string asset(const std::string& name) {
    return file_text(std::string(DAYBOOK_ASSETS) + "/" + name);
}

inline std::string england_json() {
    return asset("frameworks/england-la-school-improvement-2015/pack.json");
}

inline Pack pack_of(const std::string& json) {
    const Result<Pack> pack = parse_pack(as_bytes(json));
    REQUIRE_MESSAGE(pack.has_value(), pack.error().what);
    return *pack;
}

/// `text` with the one place where `before` stands changed; a test that changes nothing fails.
inline std::string with_change(std::string text, const std::string& before, const std::string& after) {
    const std::size_t at = text.find(before);
    REQUIRE_MESSAGE(at != std::string::npos, before);
    return text.replace(at, before.size(), after);
}

}  // namespace daybook
