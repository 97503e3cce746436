// What the platform's fields would show, drawn as they draw it, so that a picture of a screen is whole.
// Never part of the app, which leaves the words to the fields.
#pragma once

#include "app/theme.h"
#include "tests/app/stage.h"

namespace daybook::testing {

/// To be called before the frame ends.
void draw_field_words(const FakeFields& fields, const Palette& palette);

}  // namespace daybook::testing
