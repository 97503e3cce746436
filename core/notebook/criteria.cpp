#include "core/notebook/criteria.h"

namespace daybook {

std::string_view filter_word(Filter filter) {
    switch (filter) {
        case Filter::inspector:
            return "inspector";
        case Filter::day:
            return "day";
        case Filter::school:
            return "school";
        case Filter::role:
            return "role";
        case Filter::bearing:
            return "bearing";
        case Filter::kind:
            return "kind";
        case Filter::flag:
            return "flag";
        case Filter::polarity:
            return "polarity";
        case Filter::written:
            break;
    }
    return "written";
}

std::size_t Criteria::size() const {
    std::size_t size = 0;
    for (const auto& values : wanted_) size += values.size();
    return size;
}

}  // namespace daybook
