#include <format>
#include <iterator>

#include "core/log/fold.h"

namespace daybook {
namespace {

template <typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};

/// Text between quotation marks, so that no text can pass for the lines around it.
std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char character : text) {
        if (character == '"' || character == '\\') out += '\\';
        if (character == '\n') {
            out += "\\n";
        } else {
            out += character;
        }
    }
    return out + '"';
}

std::string said(const Value& value) {
    return std::visit(Overloaded{[](std::monostate) { return std::string("nothing"); },
                                 [](bool yes) { return std::string(yes ? "yes" : "no"); },
                                 [](std::int64_t number) { return std::to_string(number); },
                                 [](const std::string& text) { return in_quotes(text); },
                                 [](const Bytes& bytes) { return "h'" + to_hex(bytes) + "'"; }},
                      value);
}

std::string said(const Stamp& stamp) {
    return std::format("{}.{}@{}", stamp.unix_ms, stamp.counter, stamp.device.hex());
}

std::string origin(const RevisionRef& ref, const Stamp& stamp, const std::string& author, LocalTime written_at) {
    return std::format("{}:{} {} {} {}{:+}", ref.device.hex(), ref.seq, said(stamp), in_quotes(author),
                       written_at.at.unix_ms, written_at.utc_offset_minutes);
}

std::string said(const Stamped& stamped) {
    const std::string from = origin(stamped.ref, stamped.stamp, stamped.author, stamped.written_at);
    return std::format("{} by {}", said(stamped.value), from);
}

void describe_history(std::string& out, std::string_view name, const Field& field) {
    for (const Stamped& stamped : field.history) {
        std::format_to(std::back_inserter(out), "  {} = {}\n", name, said(stamped));
    }
}

void describe_set(std::string& out, std::string_view name, const MemberSet& set) {
    for (const auto& [member, history] : set.members) {
        for (const Stamped& one : history.history)
            std::format_to(std::back_inserter(out), "  {} has {}: {}\n", name, said(member), said(one));
    }
}

void describe_text(std::string& out, std::string_view name, const Text& text) {
    const auto begun_at = text.begun_at();
    std::format_to(std::back_inserter(out), "  {}: {} revisions, {} waiting, begun {}\n", name, text.revisions(),
                   text.waiting(), begun_at ? rfc3339(*begun_at) : "never");
    for (const TextVersion& head : text.heads()) {
        const std::string from = origin(head.ref, head.stamp, head.author, head.written_at);
        std::format_to(std::back_inserter(out), "    {} by {}\n", in_quotes(head.text), from);
    }
}

void describe_item(std::string& out, const Item& item) {
    std::format_to(std::back_inserter(out), "{} last changed {}\n", item.id.hex(), said(item.last_changed));
    if (item.created) std::format_to(std::back_inserter(out), "  kind {}\n", said(*item.created));
    describe_history(out, "retired", item.retired);
    for (const auto& [name, field] : item.fields) describe_history(out, in_quotes(name), field);
    for (const auto& [name, set] : item.sets) describe_set(out, in_quotes(name), set);
    for (const auto& [name, text] : item.texts) describe_text(out, in_quotes(name), text);
}

}  // namespace

std::string describe(const Items& items) {
    std::string out = std::format("{} items, {} changes not understood\n", items.all().size(), items.not_understood());
    for (const auto& [id, item] : items.all()) describe_item(out, item);
    return out;
}

}  // namespace daybook
