// Answers a tablet whose passcode was forgotten: opens what the office can open, and seals the keys to that tablet.
// Never shows a key, and never writes a file that opens nothing.
#include <cstdio>
#include <format>

#include "app/cli/commands.h"
#include "app/cli/printing.h"
#include "core/engine/recovery.h"
#include "platform/entropy.h"
#include "platform/files.h"

namespace daybook::cli {

namespace {

constexpr std::size_t largest_request = std::size_t{16} << 20U;

std::string what_was_done(const RecoveryRequest& request, const RecoveryAnswer& answered, const std::string& output) {
    std::string text = std::format("Request of device {}.\n", request.device.hex().substr(0, 8));
    for (const InspectionId& inspection : answered.inspections) {
        text += std::format("Recovered: inspection {}\n", inspection.hex().substr(0, 8));
    }
    if (answered.not_opened > 0) {
        text += std::format("Not recovered: {} for another key or damaged. Try the office's other keys.\n",
                            counted(answered.not_opened, "copy that is", "copies that are"));
    }
    text += std::format("The unlock file is in {}. It opens nothing but that device, and works there once.\n", output);
    text += std::format("Make sure that the request came from the inspector: that tablet shows {}.\n",
                        request.device.hex().substr(0, 8));
    return text;
}

}  // namespace

Result<void> recover(const std::string& request_file, const std::vector<std::string>& key_files,
                     const std::string& output) {
    Result<age::Keys> keys = keys_in(request_file, key_files);
    if (!keys) return pass_on(std::move(keys.error()));
    Result<Bytes> file = read_file(request_file, largest_request);
    if (!file) return pass_on(std::move(file.error()));
    const Result<RecoveryRequest> request = decode_recovery_request(*file);
    if (!request) return pass_on(request.error().while_doing(request_file));
    const Result<RecoveryAnswer> answered = answer(*request, *keys, fill_random);
    if (!answered) return pass_on(answered.error());
    if (answered->file.empty()) {
        return fail(Errc::wrong_key, std::format("None of the {} in this request opens with this key. No file was "
                                                 "written; try the office's other keys.",
                                                 counted(request->copies.size(), "copy", "copies")));
    }
    if (Result<void> written = write_new_file(output, answered->file, FileReaders::owner); !written) return written;
    std::fputs(what_was_done(*request, *answered, output).c_str(), stderr);
    return {};
}

}  // namespace daybook::cli
