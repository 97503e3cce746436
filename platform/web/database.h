// SQLite of the worker: the official sqlite-wasm, in a memory of its own beside ours.
// Never shares memory with it: what is bound and what is read is copied across (web/src/database.ts).
#pragma once

#include "platform/database.h"

namespace daybook {

class WebDatabases : public Databases {
public:
    [[nodiscard]] Keeping keeping() const override;
    Result<std::vector<std::string>> stored() override;
    Result<std::unique_ptr<Database>> open_stored(std::string_view name) override;
    Result<std::string> set_aside(std::string_view name) override;
    Result<void> remove(std::string_view name) override;
    Result<std::unique_ptr<Database>> open_in_memory() override;
    Result<std::unique_ptr<Database>> open_untrusted(ByteView image) override;
};

}  // namespace daybook
