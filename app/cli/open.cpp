// Opens bundles: keys from files, a passphrase from a terminal or a file, the bundle from anywhere.
// Never writes what did not verify.
#include <cstdio>
#include <format>

#include "app/cli/commands.h"
#include "app/cli/printing.h"
#include "platform/files.h"

namespace daybook::cli {

namespace {

constexpr std::size_t largest_bundle = std::size_t{1} << 30U;
constexpr std::size_t largest_key_file = std::size_t{1} << 20U;

Result<std::string> first_line(const std::string& path) {
    Result<Bytes> content = read_file(path, largest_key_file);
    if (!content) return pass_on(std::move(content.error()));
    const std::string_view text = as_text(*content);
    const std::string_view line = text.substr(0, text.find('\n'));
    return std::string(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
}

Result<void> add_key_file(const std::string& path, age::Keys& keys) {
    Result<Bytes> content = read_file(path, largest_key_file);
    if (!content) return pass_on(std::move(content.error()));
    Result<std::vector<age::Identity>> identities = age::parse_identity_file(as_text(*content));
    wipe(*content);
    if (!identities) return pass_on(identities.error().while_doing(path));
    std::ranges::move(*identities, std::back_inserter(keys.identities));
    return {};
}

Result<age::Keys> read_keys(const BundleOptions& options) {
    Result<age::Keys> read = keys_in(options.bundle, options.key_files);
    if (!read) return read;
    age::Keys keys = std::move(*read);
    if (!options.ask_for_passphrase && !options.passphrase_file) return keys;
    Result<std::string> passphrase =
        options.passphrase_file ? first_line(*options.passphrase_file) : ask_for_secret("Passphrase: ");
    if (!passphrase && passphrase.error().code == Errc::unsupported) {
        return pass_on({Errc::unsupported, passphrase.error().what + " Use --passphrase-file."});
    }
    if (!passphrase) return pass_on(std::move(passphrase.error()));
    keys.passphrase = std::move(*passphrase);
    return keys;
}

}  // namespace

Result<age::Keys> keys_in(const std::string& file, const std::vector<std::string>& key_files) {
    age::Keys keys;
    for (const std::string& path : key_files) {
        if (path == "-" && file == "-") {
            return fail(Errc::invalid, "The key and the file cannot both be read from standard input.");
        }
        if (Result<void> added = add_key_file(path, keys); !added) return pass_on(std::move(added.error()));
    }
    return keys;
}

Result<OpenedBundle> read_bundle(const BundleOptions& options) {
    Result<age::Keys> keys = read_keys(options);
    if (!keys) return pass_on(std::move(keys.error()));
    Result<Bytes> file = read_file(options.bundle, largest_bundle);
    if (!file) return pass_on(std::move(file.error()));
    const std::unique_ptr<Databases> databases = native_databases(".");
    Result<OpenedBundle> bundle = daybook::read_bundle(*file, *keys, *databases);
    if (!bundle) return pass_on(bundle.error().while_doing(options.bundle));
    return bundle;
}

std::string describe(const OpenedBundle& bundle) {
    const Manifest& manifest = bundle.manifest;
    const std::string part =
        manifest.parts > 1 ? std::format(", part {} of {}", manifest.part, manifest.parts) : std::string();
    const std::size_t carried = manifest.attachments.size();
    const std::size_t missing = bundle.notebook.attachments().size() - carried;
    std::string text = std::format("Bundle {}{} of device {}, made by {} on {}. Its signature and its {} changes hold.",
                                   manifest.bundle, part, manifest.device.hex().substr(0, 8),
                                   printable(manifest.author), rfc3339(manifest.made_at), bundle.log.size());
    if (carried > 0) text += std::format(" It holds {} as attached.", counted(carried, "attachment", "attachments"));
    if (missing > 0 && manifest.parts > 1) {
        text += std::format(" {} not in this part.", counted(missing, "attachment is", "attachments are"));
    } else if (missing > 0) {
        text += std::format(" {} not in it, because that device could not read {}.",
                            counted(missing, "attachment is", "attachments are"), missing == 1 ? "it" : "them");
    }
    return text;
}

Result<void> open(const BundleOptions& options, const std::string& output) {
    const Result<OpenedBundle> bundle = read_bundle(options);
    if (!bundle) return pass_on(bundle.error());
    if (Result<void> written = write_new_file(output, bundle->database, FileReaders::owner); !written) return written;
    std::fprintf(stderr, "%s\nThe database is in %s.\n", describe(*bundle).c_str(), output.c_str());
    return {};
}

}  // namespace daybook::cli
