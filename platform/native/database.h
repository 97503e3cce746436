// SQLite as this computer has it, behind the port that the engine knows.
// Never sets a pragma on the stored database: that is the store's business.
#pragma once

#include <string>

#include "platform/database.h"

namespace daybook {

/// Once, before any database is opened: what SQLite had in memory is overwritten when it gives it back. It changes
/// nothing if SQLite was started before.
void use_wiped_memory_in_sqlite();

class NativeDatabases : public Databases {
public:
    /// The stored databases are files of `folder`, which must be there when open_stored is called.
    explicit NativeDatabases(std::string folder) : folder_(std::move(folder)) {}

    Result<std::vector<std::string>> stored() override;
    Result<std::unique_ptr<Database>> open_stored(std::string_view name) override;
    Result<std::string> set_aside(std::string_view name) override;
    Result<void> remove(std::string_view name) override;
    Result<std::unique_ptr<Database>> open_in_memory() override;
    Result<std::unique_ptr<Database>> open_untrusted(ByteView image) override;

private:
    std::string folder_;
};

}  // namespace daybook
