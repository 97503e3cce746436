// Where random bytes come from, as core sees it: a function that is handed in.
// Never a generator of its own; the platform's entropy in the product, a fixed sequence in a test.
#pragma once

#include <functional>
#include <span>

#include "core/base/bytes.h"
#include "core/base/id.h"

namespace daybook {

/// Fills the bytes that it is given. It must be fit for keys; one that fails ends the program.
using RandomSource = std::function<void(std::span<Byte>)>;

template <typename SomeId>
[[nodiscard]] SomeId new_id(const RandomSource& random) {
    SomeId id;
    random(id.bytes);
    return id;
}

}  // namespace daybook
