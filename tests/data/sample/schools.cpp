#include "tests/data/sample/schools.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace daybook::sample_maker {
namespace {

constexpr std::array<std::string_view, 60> stems = {
    "Amberfold",    "Ashquill",     "Bellstaithe",  "Birkmarram",     "Brackenseat", "Brindlegate",   "Candlewyke",
    "Cinderhope",   "Cobblemere",   "Coppergarth",  "Cranlight",      "Cuckoo Weir", "Dimmock Rise",  "Driftholm",
    "Elderquay",    "Emberlow",     "Fallowstrand", "Farthing Weir",  "Fennelgate",  "Fiddler's Row", "Flintover",
    "Foxmarram",    "Gannet Row",   "Gorsequay",    "Grindlewell",    "Hazelstrand", "Heronsgarth",   "Hollin Staithe",
    "Ivelight",     "Juniper Weir", "Kestrelfold",  "Kingcup Row",    "Lanternfold", "Larkmarram",    "Limpet Row",
    "Mallowgate",   "Merestone",    "Millrace Row", "Mossquill",      "Netherlight", "Nightjar Weir", "Oakstrand",
    "Ospreygarth",  "Otterwyke",    "Pebblegate",   "Periwinkle Row", "Pilotfold",   "Plovermere",    "Quillstrand",
    "Ravenstaithe", "Reedlight",    "Rookmarram",   "Saltquill",      "Sandlewyke",  "Sedgequay",     "Shingle Weir",
    "Skylarkfold",  "Spindlegarth", "Tanglewyke",   "Teasel Weir"};

/// So many schools of a kind.
struct Batch {
    std::size_t count;
    std::string_view type;
    std::string_view phase;
    std::string_view ending;
    std::string_view rating;
    std::string_view inspection;  ///< of the first of them
};

constexpr std::array batches = {
    Batch{4, "Community school", "Primary", "Primary School", "Outstanding", ""},
    Batch{1, "Voluntary aided school", "Primary", "Primary School", "Outstanding", "exempt"},
    Batch{12, "Community school", "Primary", "Primary School", "Good", "short"},
    Batch{4, "Voluntary controlled school", "Primary", "Primary School", "Good", "short"},
    Batch{5, "Foundation school", "Primary", "Infant School", "Good", ""},
    Batch{7, "Community school", "Primary", "Primary School", "Requires improvement", "requires-improvement"},
    Batch{2, "Voluntary controlled school", "Primary", "Junior School", "Requires improvement", "section-5"},
    Batch{2, "Community school", "Primary", "Primary School", "Inadequate", "causing-concern"},
    Batch{1, "Community school", "Primary", "Infant School", "", ""},
    Batch{4, "Academy converter", "Primary", "Primary Academy", "Good", "short"},
    Batch{1, "Academy converter", "Primary", "Primary Academy", "Outstanding", ""},
    Batch{1, "Academy sponsor led", "Primary", "Primary Academy", "Requires improvement", "section-5"},
    Batch{1, "Academy sponsor led", "Primary", "Primary Academy", "", ""},
    Batch{2, "Community school", "Secondary", "High School", "Good", ""},
    Batch{2, "Foundation school", "Secondary", "High School", "Requires improvement", "requires-improvement"},
    Batch{1, "Community school", "Secondary", "High School", "Inadequate", "causing-concern"},
    Batch{1, "Academy converter", "Secondary", "Academy", "Outstanding", ""},
    Batch{1, "Academy converter", "Secondary", "Academy", "Good", ""},
    Batch{1, "Academy sponsor led", "Secondary", "Academy", "Requires improvement", ""},
    Batch{1, "Academy sponsor led", "Secondary", "Academy", "Inadequate", ""},
    Batch{1, "Free schools", "Secondary", "Free School", "", ""},
    Batch{1, "Studio schools", "Secondary", "Studio School", "Requires improvement", ""},
    Batch{1, "Community special school", "Not applicable", "School", "Outstanding", ""},
    Batch{1, "Community special school", "Not applicable", "School", "", ""},
    Batch{1, "Pupil referral unit", "Not applicable", "Centre", "", ""},
    Batch{1, "Local authority nursery school", "Nursery", "Nursery School", "", ""},
};

}  // namespace

std::vector<InventedSchool> invented_schools(Dice& dice) {
    std::vector<std::string_view> names(stems.begin(), stems.end());
    for (std::size_t i = names.size() - 1; i > 0; --i) std::swap(names[i], names[dice.below(i + 1)]);
    constexpr std::size_t first_urn = 900'001;
    std::vector<InventedSchool> schools;
    for (const Batch& batch : batches) {
        for (std::size_t i = 0; i < batch.count; ++i) {
            const std::size_t at = schools.size();
            schools.push_back({.urn = std::to_string(first_urn + at),
                               .name = std::string(names[at]) + " " + std::string(batch.ending),
                               .type = std::string(batch.type),
                               .phase = std::string(batch.phase),
                               .rating = std::string(batch.rating),
                               .inspection = i == 0 ? std::string(batch.inspection) : std::string()});
        }
    }
    return schools;
}

}  // namespace daybook::sample_maker
