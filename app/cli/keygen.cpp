// Makes a key for those who are to read bundles.
// Never overwrites one: a lost key is lost evidence.
#include <cstdio>

#include "app/cli/commands.h"
#include "platform/clock.h"
#include "platform/entropy.h"
#include "platform/files.h"

namespace daybook::cli {

Result<void> keygen(const std::optional<std::string>& output) {
    const age::Identity identity = age::new_identity(fill_random);
    const std::string public_key = age::to_text(age::recipient_of(identity));
    std::string text =
        "# created: " + rfc3339(local_now()) + "\n# public key: " + public_key + "\n" + age::to_text(identity) + "\n";
    Result<void> kept;
    if (output) {
        kept = write_new_file(*output, as_bytes(text), FileReaders::owner);
        if (kept) std::fprintf(stderr, "Public key: %s\n", public_key.c_str());
    } else if (std::fputs(text.c_str(), stdout) < 0 || std::fflush(stdout) != 0) {
        kept = fail(Errc::storage, "The key could not be printed.");
    }
    wipe({reinterpret_cast<Byte*>(text.data()), text.size()});
    return kept;
}

}  // namespace daybook::cli
