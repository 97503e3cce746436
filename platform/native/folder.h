// The folder that a notebook lives in, held by one process at a time.
// Never read by another account: it is made for its owner alone.
#pragma once

#include <string>

#include "platform/native/system.h"

namespace daybook {

class DataFolder {
public:
    /// Makes the folder if it is not there, and holds it for as long as the result lives.
    /// Errc::busy if another process holds it.
    [[nodiscard]] static Result<DataFolder> open(const std::string& path);

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string journal_path() const { return path_ + "/journal.daybook"; }

private:
    DataFolder(std::string path, Descriptor lock) : path_(std::move(path)), lock_(std::move(lock)) {}

    std::string path_;
    Descriptor lock_;
};

/// ${XDG_DATA_HOME}/daybook, or ~/.local/share/daybook. Errc::not_found if the environment names neither.
[[nodiscard]] Result<std::string> usual_data_folder();
/// ${XDG_DOWNLOAD_DIR}, or ~/Downloads. Errc::not_found likewise.
[[nodiscard]] Result<std::string> usual_downloads_folder();

}  // namespace daybook
