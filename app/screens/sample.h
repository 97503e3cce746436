// The invented inspection, put into the notebook as a person would have written it.
// Never mistaken for a real one: it says that it is a sample.
#pragma once

#include "app/screens/screen.h"
#include "core/notebook/sample.h"

namespace daybook {

/// Asks for the sample inspection with everything in it, in several edits. What it tells was on the sample's days; it
/// is written now, and the notebook says so.
void open_sample(const SampleInspection& sample, ByteView pack_json, Outbox& out, const RandomSource& random);

}  // namespace daybook
