#include "platform/native/device.h"

#include <algorithm>
#include <filesystem>

namespace daybook {
namespace {

std::uint64_t size_of_files(const std::string& folder) {
    std::error_code trouble;
    std::uint64_t bytes = 0;
    for (std::filesystem::directory_iterator file(folder, trouble), end; !trouble && file != end;
         file.increment(trouble)) {
        std::error_code gone;
        const std::uintmax_t size = file->is_regular_file(gone) ? file->file_size(gone) : 0;
        if (!gone) bytes += size;
    }
    return bytes;
}

}  // namespace

DeviceFacts facts_of(const std::string& data) {
    DeviceFacts facts{.cached = Known::yes,
                      .installed = Known::yes,
                      .persistent = Known::yes,
                      .cleared_when_unused = false,
                      .update_ready = false,
                      .authenticator = Known::no,
                      .used_bytes = size_of_files(data),
                      .quota_bytes = 0};
    std::error_code trouble;
    const std::filesystem::space_info space = std::filesystem::space(data, trouble);
    if (trouble) return facts;
    const std::uint64_t free = space.available - std::min<std::uint64_t>(space.available, left_to_the_system);
    facts.quota_bytes = facts.used_bytes + free;
    return facts;
}

}  // namespace daybook
