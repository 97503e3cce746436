// Soft line breaks for a widget that knows only hard ones.
// Never changes what was written: a full line ends where a space is shown as a line feed, and only shown so.
#include "platform/native/wrapped_text.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/crypto/secret.h"

namespace daybook {

void WrappedText::set(std::string_view words) {
    words_ = words;
    shown_ = words;
}

bool WrappedText::take_edit(std::string_view edited) {
    if (edited == shown_) return false;
    const TextDifference change = difference(shown_, edited);
    words_.replace(change.at, change.erased, change.inserted);
    shown_ = edited;
    return true;
}

void WrappedText::wrap(const Measure& measure, float width) {
    shown_ = words_;
    const float space = measure(" ");
    float used = 0;
    std::size_t start = 0;
    while (start <= shown_.size()) {
        const std::size_t end = std::min(shown_.find_first_of(" \n", start), shown_.size());
        const float wanted = measure(std::string_view(shown_).substr(start, end - start));
        const bool behind_a_space = start > 0 && shown_[start - 1] == ' ';
        if (behind_a_space && used + space + wanted > width) {
            shown_[start - 1] = '\n';
            used = wanted;
        } else {
            used = behind_a_space ? used + space + wanted : wanted;
        }
        start = end + 1;
    }
}

void WrappedText::wipe_all() {
    for (std::string* text : {&words_, &shown_}) wipe_text(*text);
}

}  // namespace daybook
