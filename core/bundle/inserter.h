// Puts rows into one table of a bundle, value by value.
// Never goes on after a failure: the first one is what finish() says.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "platform/database.h"

namespace daybook {

/// Fills one prepared statement, row by row; the first failure stops everything after it.
class Inserter {
public:
    Inserter(Database& database, std::string_view sql) {
        auto prepared = database.prepare(sql);
        if (prepared) statement_ = std::move(*prepared);
        if (!prepared) failed_ = prepared.error();
    }

    Inserter& text(std::string_view value) {
        return keep([&] { return statement_->bind_text(++parameter_, value); });
    }
    Inserter& blob(ByteView value) {
        return keep([&] { return statement_->bind_blob(++parameter_, value); });
    }
    Inserter& integer(std::int64_t value) {
        return keep([&] { return statement_->bind_integer(++parameter_, value); });
    }
    Inserter& nothing() {
        return keep([&] { return statement_->bind_null(++parameter_); });
    }
    Inserter& text_or_nothing(const std::string& value) { return value.empty() ? nothing() : text(value); }

    void row() {
        keep([&]() -> Result<void> {
            auto stepped = statement_->step();
            if (!stepped) return pass_on(stepped.error());
            return statement_->reset();
        });
        parameter_ = 0;
    }
    [[nodiscard]] Result<void> finish() const {
        if (failed_) return pass_on(*failed_);
        return {};
    }

private:
    template <typename Action>
    Inserter& keep(const Action& action) {
        if (failed_) return *this;
        if (auto done = action(); !done) failed_ = done.error();
        return *this;
    }

    std::unique_ptr<Statement> statement_;
    std::optional<Error> failed_;
    int parameter_ = 0;
};

}  // namespace daybook
