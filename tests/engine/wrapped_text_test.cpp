// Soft line breaks: shown, and never written.
#include <doctest/doctest.h>

#include "platform/native/wrapped_text.h"

using namespace daybook;

namespace {

float one_per_byte(std::string_view word) {
    return static_cast<float>(word.size());
}

WrappedText wrapped(std::string_view words, float width) {
    WrappedText text;
    text.set(words);
    text.wrap(one_per_byte, width);
    return text;
}

}  // namespace

TEST_CASE("wrapped text: lines end at the last space that fits") {
    CHECK(wrapped("one two three", 7).shown() == "one two\nthree");
    CHECK(wrapped("one two three", 6).shown() == "one\ntwo\nthree");
    CHECK(wrapped("one two three", 13).shown() == "one two three");
    CHECK(wrapped("one two three", 12).words() == "one two three");
}

TEST_CASE("wrapped text: what is wider than a line stays whole, and hard line feeds stay where they are") {
    CHECK(wrapped("incomprehensible", 4).shown() == "incomprehensible");
    CHECK(wrapped("a incomprehensible b", 4).shown() == "a\nincomprehensible\nb");
    CHECK(wrapped("one\ntwo three", 7).shown() == "one\ntwo\nthree");
    CHECK(wrapped("one\n\ntwo", 20).shown() == "one\n\ntwo");
    CHECK(wrapped("", 5).shown().empty());
    CHECK(wrapped("  a   b  ", 3).shown().size() == 9);
}

TEST_CASE("wrapped text: an edit of what is shown becomes the same edit of the words") {
    WrappedText text = wrapped("one two three", 7);
    REQUIRE(text.shown() == "one two\nthree");
    CHECK_FALSE(text.take_edit("one two\nthree"));
    CHECK(text.take_edit("one two\nthree!"));
    CHECK(text.words() == "one two three!");
    text.wrap(one_per_byte, 7);
    CHECK(text.take_edit("one XY two\nthree!"));
    CHECK(text.words() == "one XY two three!");
    text.wrap(one_per_byte, 7);
    CHECK(text.shown() == "one XY\ntwo\nthree!");
    CHECK(text.take_edit("one XY\ntwo\nthree!\n\nnew"));
    CHECK(text.words() == "one XY two three!\n\nnew");
}

TEST_CASE("wrapped text: taking a soft break away joins the words") {
    WrappedText text = wrapped("one two three", 7);
    CHECK(text.take_edit("one twothree"));
    CHECK(text.words() == "one twothree");
}
