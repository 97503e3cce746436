// The invented inspection, put into the notebook as a person would have written it.
// Never mistaken for a real one: it says that it is a sample.
#pragma once

#include "app/screens/screen.h"
#include "core/framework/sample.h"

namespace daybook {

/// Asks for the sample inspection with everything in it.
void open_sample(const SampleInspection& sample, ByteView pack_json, Outbox& out, const RandomSource& random);

}  // namespace daybook
