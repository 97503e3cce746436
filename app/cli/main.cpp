// The office's command: daybook keygen | open | show | recover | pack check.
// Never prints a secret but the key that keygen was asked for.
#include <CLI/CLI.hpp>

#include <cstdio>

#include "app/cli/commands.h"
#include "core/crypto/primitives.h"

namespace {

using namespace daybook;

enum ExitCode : int { done = 0, failed = 1, misused = 2 };

int report(const Result<void>& result) {
    if (result) return done;
    std::fprintf(stderr, "daybook: %s\n", result.error().what.c_str());
    return failed;
}

void add_bundle_options(CLI::App& command, cli::BundleOptions& options) {
    command.add_option("bundle", options.bundle, "The bundle, an .age file; - reads it from standard input")
        ->required();
    command.add_option("-i,--identity", options.key_files,
                       "A file of secret keys, as keygen makes it; may be repeated");
    command.add_flag("-p,--passphrase", options.ask_for_passphrase, "Ask for a passphrase");
    command.add_option("--passphrase-file", options.passphrase_file, "A file whose first line is the passphrase");
}

/// CLI11's own codes say more than a script needs.
int refuse(const CLI::App& app, const CLI::ParseError& error) {
    return app.exit(error) == 0 ? done : misused;
}

int run(int argc, char** argv) {
    CLI::App app("Opens what inspectors hand over from Daybook.", "daybook");
    app.require_subcommand(1);

    std::optional<std::string> key_output;
    CLI::App* keygen = app.add_subcommand("keygen", "Make a key: hand out its public part, and keep the file");
    keygen->add_option("-o,--output", key_output, "A new file for the key; printed if there is none");

    cli::BundleOptions options;
    std::string output;
    CLI::App* open = app.add_subcommand("open", "Decrypt and verify a bundle into an SQLite file");
    add_bundle_options(*open, options);
    open->add_option("-o,--output", output, "A new file for the database")->required();

    CLI::App* show = app.add_subcommand("show", "Decrypt and verify a bundle, and print what it holds");
    add_bundle_options(*show, options);
    bool with_history = false;
    show->add_flag("--history", with_history, "Print of each entry who changed it, when, and what it said before");

    std::string request;
    std::vector<std::string> office_keys;
    CLI::App* recover = app.add_subcommand(
        "recover", "Answer a tablet whose passcode was forgotten: make the unlock file that it asks for");
    recover->add_option("request", request, "The tablet's .request file; - reads it from standard input")->required();
    recover->add_option("-i,--identity", office_keys, "A file of the office's secret keys; may be repeated")
        ->required();
    recover->add_option("-o,--output", output, "A new file for the answer, which goes back to the tablet")->required();

    std::string pack_file;
    CLI::App* pack = app.add_subcommand("pack", "For who writes framework packs");
    pack->require_subcommand(1);
    CLI::App* pack_check = pack->add_subcommand("check", "Read a pack as Daybook does, and say what is in it");
    pack_check->add_option("file", pack_file, "The pack.json; - reads it from standard input")->required();

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return refuse(app, error);
    }
    if (pack_check->parsed()) return report(cli::check_pack(pack_file));
    if (const Result<void> started = start_crypto(); !started) return report(started);
    if (keygen->parsed()) return report(cli::keygen(key_output));
    if (recover->parsed()) return report(cli::recover(request, office_keys, output));
    if (options.key_files.empty() && !options.ask_for_passphrase && !options.passphrase_file) {
        std::fputs("daybook: say what opens the bundle: -i KEYFILE, or -p for a passphrase\n", stderr);
        return misused;
    }
    return report(open->parsed() ? cli::open(options, output)
                                 : cli::show(options, with_history ? cli::Depth::history : cli::Depth::now));
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::bad_alloc&) {
        std::fputs("daybook: There is not enough memory.\n", stderr);
        return failed;
    }
}
