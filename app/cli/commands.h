// What the office's command can do: make a key, open a bundle, show a bundle, answer a forgotten passcode, check a
// pack. Never decides how it is called: main.cpp reads the command line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/bundle/bundle.h"

namespace daybook::cli {

/// Which bundle, and what opens it.
struct BundleOptions {
    std::string bundle;  ///< a path, or "-"
    std::vector<std::string> key_files;
    std::optional<std::string> passphrase_file;
    bool ask_for_passphrase = false;
};

/// Prints a new key, or writes it into a new file that its owner alone can read.
[[nodiscard]] Result<void> keygen(const std::optional<std::string>& output);

/// Decrypts and verifies a bundle, and writes the SQLite file that was in it into a new file.
[[nodiscard]] Result<void> open(const BundleOptions& options, const std::string& output);

/// How much of each entry is printed: what it says now, or how it came to that as well.
enum class Depth { now, history };
/// Decrypts and verifies a bundle, and prints what it holds.
[[nodiscard]] Result<void> show(const BundleOptions& options, Depth depth);

/// Writes an unlock file for the tablet that asks with `request_file`, into a new file that its owner alone can read.
[[nodiscard]] Result<void> recover(const std::string& request_file, const std::vector<std::string>& key_files,
                                   const std::string& output);

/// Reads a framework pack as an inspection would, and prints what is in it; else Errc::corrupt with file, place and
/// remedy.
[[nodiscard]] Result<void> check_pack(const std::string& file);

/// The keys of these files, of which one may be "-" if `file`, which they are for, is not.
[[nodiscard]] Result<age::Keys> keys_in(const std::string& file, const std::vector<std::string>& key_files);

/// Reads the keys, then the bundle. Every failure that a person can have caused says what to do.
[[nodiscard]] Result<OpenedBundle> read_bundle(const BundleOptions& options);

/// "Bundle 2 of device 3f2a90c1, made by A. Person on 2015-09-18T16:20:00+01:00. Its signature and its chains hold."
[[nodiscard]] std::string describe(const OpenedBundle& bundle);

}  // namespace daybook::cli
