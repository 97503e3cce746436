#include "app/words/plural_rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace daybook {
namespace {

constexpr std::array<std::string_view, plural_forms> form_names{"zero", "one", "two", "few", "many", "other"};
constexpr std::size_t longest_rule = 1000;  // bytes; CLDR's longest has some 300

/// Takes a rule apart from the left. What does not fit is said by an empty answer.
class RuleReader {
public:
    explicit RuleReader(std::string_view text) : rest_(text) {}

    bool take(std::string_view sign) {
        skip_blanks();
        if (!rest_.starts_with(sign)) return false;
        rest_.remove_prefix(sign.size());
        return true;
    }

    std::optional<std::uint64_t> number() {
        skip_blanks();
        std::uint64_t value = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        if (error != std::errc{}) return std::nullopt;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return value;
    }

    std::optional<PluralRules::Relation> relation() {
        PluralRules::Relation relation;
        if (take("v") || take("w") || take("f") || take("t") || take("c") || take("e")) {
            relation.fraction = true;
        } else if (!take("n") && !take("i")) {
            return std::nullopt;
        }
        if (take("%")) {
            const auto modulus = number();
            if (!modulus || *modulus == 0) return std::nullopt;
            relation.modulus = *modulus;
        }
        relation.fits_within = !take("!");
        if (!take("=")) return std::nullopt;
        do {
            const auto first = number();
            const auto last = take("..") ? number() : first;
            if (!first || !last) return std::nullopt;
            relation.ranges.emplace_back(*first, *last);
        } while (take(","));
        return relation;
    }

    bool at_end() {
        skip_blanks();
        return rest_.empty();
    }

private:
    void skip_blanks() {
        while (rest_.starts_with(' ')) rest_.remove_prefix(1);
    }

    std::string_view rest_;
};

bool fits(const PluralRules::Relation& relation, std::uint64_t count) {
    std::uint64_t value = relation.fraction ? 0 : count;
    if (relation.modulus != 0) value %= relation.modulus;
    const bool within = std::ranges::any_of(
        relation.ranges, [value](const auto& range) { return value >= range.first && value <= range.second; });
    return within == relation.fits_within;
}

}  // namespace

std::optional<PluralForm> plural_form(std::string_view name) {
    const auto place = std::ranges::find(form_names, name);
    if (place == form_names.end()) return std::nullopt;
    return static_cast<PluralForm>(place - form_names.begin());
}

Result<void> PluralRules::add(PluralForm form, std::string_view rule) {
    const auto refuse = [rule](std::string_view why) {
        return fail(Errc::corrupt, "'" + std::string(rule.substr(0, 80)) + "' " + std::string(why));
    };
    if (rule.size() > longest_rule) return refuse("is too long for a plural rule");
    RuleReader reader(rule.substr(0, rule.find('@')));
    Rule read{.form = form, .any_of_all = {}};
    do {
        std::vector<Relation> all;
        do {
            auto relation = reader.relation();
            if (!relation) return refuse("is no plural rule as CLDR writes it");
            all.push_back(std::move(*relation));
        } while (reader.take("and"));
        read.any_of_all.push_back(std::move(all));
    } while (reader.take("or"));
    if (!reader.at_end()) return refuse("is no plural rule as CLDR writes it");
    rules_.push_back(std::move(read));
    return {};
}

PluralForm PluralRules::form_of(std::uint64_t count) const {
    for (const Rule& rule : rules_) {
        const bool fits_one = std::ranges::any_of(rule.any_of_all, [count](const std::vector<Relation>& all) {
            return std::ranges::all_of(all, [count](const Relation& relation) { return fits(relation, count); });
        });
        if (fits_one) return rule.form;
    }
    return PluralForm::other;
}

}  // namespace daybook
