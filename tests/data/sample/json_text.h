// JSON as it is laid out in the sample: a member to a line, short lists and objects in one.
// Never reads any.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace daybook::sample_maker {

/// What is open is closed in turn; a member has a name, an item of a list none.
class JsonText {
public:
    void open_object(std::string_view name = {}) { open(name, '{'); }
    void close_object() { close('}'); }
    void open_list(std::string_view name) { open(name, '['); }
    void close_list() { close(']'); }
    void text(std::string_view name, std::string_view value) { member(name, quoted(value)); }
    /// Nothing if it is empty.
    void optional_text(std::string_view name, std::string_view value) {
        if (!value.empty()) text(name, value);
    }
    void number(std::string_view name, std::int64_t value) { member(name, std::to_string(value)); }
    void flag(std::string_view name, bool value) { member(name, value ? "true" : "false"); }
    /// Nothing if it is false.
    void mark(std::string_view name, bool value) {
        if (value) flag(name, value);
    }
    template <typename List>
    void texts(std::string_view name, const List& values) {
        std::string all = "[";
        for (const auto& value : values) all += (all.size() > 1 ? ", " : "") + quoted(value);
        member(name, all + "]");
    }
    [[nodiscard]] const std::string& written() const { return written_; }

private:
    static std::string quoted(std::string_view value) {
        std::string all = "\"";
        for (const char sign : value) {
            if (sign == '"' || sign == '\\') all += '\\';
            all += sign;
        }
        return all + "\"";
    }
    void begin(std::string_view name) {
        if (!written_.empty()) written_ += is_first_ ? "\n" : ",\n";
        written_.append(2 * depth_, ' ');
        if (!name.empty()) written_ += quoted(name) + ": ";
        is_first_ = false;
    }
    void member(std::string_view name, std::string_view value) {
        begin(name);
        written_ += value;
    }
    void open(std::string_view name, char sign) {
        begin(name);
        written_ += sign;
        ++depth_;
        is_first_ = true;
    }
    void close(char sign) {
        --depth_;
        if (!is_first_) {
            written_ += "\n";
            written_.append(2 * depth_, ' ');
        }
        written_ += sign;
        is_first_ = false;
    }

    std::string written_;
    std::size_t depth_ = 0;
    bool is_first_ = true;
};

}  // namespace daybook::sample_maker
