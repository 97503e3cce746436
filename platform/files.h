// Files that a person names, and the terminal that they sit at. Natively only.
// Never overwrites a file, and never leaves half of one.
#pragma once

#include <cstddef>
#include <string>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace daybook {

/// Who may read a file that is made: whoever the system's settings let, or its owner alone.
enum class FileReaders { usual, owner };

/// The whole of a file; "-" is what is piped in. Errc::not_found, Errc::invalid if it has more than `most` bytes,
/// Errc::storage.
[[nodiscard]] Result<Bytes> read_file(const std::string& path, std::size_t most);

/// Makes a file that was not there, whole and on disk, or none. Errc::invalid if something has that name already,
/// Errc::full, Errc::storage.
[[nodiscard]] Result<void> write_new_file(const std::string& path, ByteView content, FileReaders readers);

/// The same, under the first free name of "name.age", "name (2).age", "name (3).age"... in `folder`, which is made if
/// it is not there. The result is the path.
[[nodiscard]] Result<std::string> write_under_free_name(const std::string& folder, const std::string& name,
                                                        ByteView content);

/// Asks for a secret without showing it. Errc::unsupported if there is no terminal, Errc::invalid if the person
/// breaks off.
[[nodiscard]] Result<std::string> ask_for_secret(const std::string& prompt);

}  // namespace daybook
