// Databases in files of a folder, or in memory, as where a platform has no files for the notebook.
// Never a file where none is kept.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "platform/native/database.h"

namespace daybook::bench {

class KeptDatabases : public NativeDatabases {
public:
    explicit KeptDatabases(std::string folder, Keeping keeping = Keeping::files)
        : NativeDatabases(std::move(folder)), keeping_(keeping) {}

    [[nodiscard]] Keeping keeping() const override { return keeping_; }
    Result<std::vector<std::string>> stored() override {
        if (keeping_ == Keeping::nothing) return {};
        return NativeDatabases::stored();
    }
    Result<std::unique_ptr<Database>> open_stored(std::string_view name) override {
        return keeping_ == Keeping::nothing ? open_in_memory() : NativeDatabases::open_stored(name);
    }
    Result<std::string> set_aside(std::string_view name) override {
        if (keeping_ == Keeping::nothing) return fail(Errc::invalid, "There is no file.");
        return NativeDatabases::set_aside(name);
    }

private:
    Keeping keeping_;
};

}  // namespace daybook::bench
