// The whole sample inspection, made of a seed: an invented authority, its schools, and what four inspectors wrote.
// Never two sentences alike in its entries, forms and answers.
#pragma once

#include <cstdint>
#include <string>

#include "core/framework/pack.h"

namespace daybook::sample_maker {

inline constexpr std::uint64_t usual_seed = 2015;

/// As JSON that parse_sample reads. Throws std::runtime_error if something would be said twice, or if an inspector
/// would be in two places.
[[nodiscard]] std::string make_sample(std::uint64_t seed, const Pack& pack);

}  // namespace daybook::sample_maker
