// SQLite as this computer has it, behind the port that the engine knows.
// Never sets a pragma on the stored database: that is the store's business.
#pragma once

#include <string>

#include "platform/database.h"

namespace daybook {

class NativeDatabases : public Databases {
public:
    /// The stored database is `folder`/daybook.db. The folder must be there when open_stored is called.
    explicit NativeDatabases(std::string folder) : folder_(std::move(folder)) {}

    Result<std::unique_ptr<Database>> open_stored() override;
    Result<std::unique_ptr<Database>> open_in_memory() override;
    Result<std::unique_ptr<Database>> open_untrusted(ByteView image) override;

private:
    std::string folder_;
};

}  // namespace daybook
