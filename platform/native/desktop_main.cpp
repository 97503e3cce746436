// The desktop program: puts store, engine, window and app together, and reads its command line.
// Never does what any of them does.
#include <CLI/CLI.hpp>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "core/crypto/primitives.h"
#include "platform/clock.h"
#include "platform/entropy.h"
#include "platform/files.h"
#include "platform/native/database.h"
#include "platform/native/engine_thread.h"
#include "platform/native/folder.h"
#include "platform/native/language.h"
#include "platform/native/single_keys.h"
#include "platform/native/text_size.h"
#include "platform/native/window.h"

namespace {

using namespace daybook;

enum ExitCode : int { done = 0, failed = 1, misused = 2, open_elsewhere = 3, script_failed = 4 };

struct Options {
    WindowOptions window;
    std::optional<std::string> data;
    std::string size = "1024x768";
    std::optional<std::string> script;
    std::optional<int> text_size;
};

void describe(CLI::App& app, Options& options) {
    app.add_option("--data", options.data, "The folder that the notebook lives in");
    app.add_option("--size", options.size, "The window's size in points, as 1024x768");
    app.add_option("--scale", options.window.scale, "Pixels to a point, where the display does not say it right")
        ->check(CLI::Range(0.5, 4.0));
    app.add_flag("--dark,!--light", options.window.dark, "Light words on dark paper, or the other way round");
    app.add_flag("--more-contrast", options.window.more_contrast, "Stronger contrast");
    app.add_flag("--reduced-motion", options.window.reduced_motion, "No fades");
    app.add_option("--words", options.window.words, "A table of words, as those in assets/locales")
        ->check(CLI::ExistingFile);
    app.add_option("--text-size", options.text_size,
                   "Size of words, in percent of the usual one, until another is chosen")
        ->check(CLI::Range(80, 200));
    app.add_option("--print-semantics", options.window.semantics, "A file that has the screen as text, for tests");
    app.add_option("--script", options.script, "Steps to take at the window, for tests");
}

bool system_is_dark() {
    const char* theme = std::getenv("GTK_THEME");
    return theme != nullptr && std::string_view(theme).find("dark") != std::string_view::npos;
}

std::vector<WindowOptions::AssetFolder> asset_folders() {
    std::error_code unknown;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", unknown);
    std::vector<WindowOptions::AssetFolder> folders;
    if (!unknown) folders.push_back({"", (program.parent_path() / "assets").string()});
    folders.push_back({"fonts/", DAYBOOK_FONTS});
    folders.push_back({"", DAYBOOK_ASSETS});
    return folders;
}

/// Those in which anything may be, and not only what begins with a prefix.
std::vector<std::string> folders_for_all(const std::vector<WindowOptions::AssetFolder>& assets) {
    std::vector<std::string> folders;
    for (const WindowOptions::AssetFolder& one : assets) {
        if (one.prefix.empty()) folders.push_back(one.folder);
    }
    return folders;
}

Result<void> complete(Options& options) {
    char x = 0;
    const bool sized =
        std::sscanf(options.size.c_str(), "%5d%c%5d", &options.window.width, &x, &options.window.height) == 3;
    if (!sized || x != 'x' || options.window.width < 200 || options.window.height < 200) {
        return fail(Errc::invalid, "--size wants two numbers of at least 200, as 1024x768.");
    }
    if (!options.data) {
        Result<std::string> usual = usual_data_folder();
        if (!usual) return pass_on(std::move(usual.error()));
        options.data = std::move(*usual);
    }
    Result<std::string> downloads = usual_downloads_folder();
    if (!downloads) return pass_on(std::move(downloads.error()));
    options.window.downloads = std::move(*downloads);
    options.window.data = *options.data;
    options.window.text_percent = options.text_size.value_or(kept_text_size(*options.data));
    options.window.single_keys = kept_single_keys(*options.data);
    options.window.assets = asset_folders();
    if (!options.window.words) options.window.words = wanted_table(folders_for_all(options.window.assets));
    if (!options.script) return {};
    const Result<Bytes> text = read_file(*options.script, std::size_t{1} << 20U);
    if (!text) return pass_on(text.error());
    Result<std::vector<ScriptStep>> steps = parse_script(as_text(*text));
    if (!steps) return pass_on(std::move(steps.error()));
    options.window.script = std::move(*steps);
    return {};
}

int report(const Error& error, ExitCode code) {
    std::fprintf(stderr, "daybook: %s\n", error.what.c_str());
    return code;
}

int show(WindowOptions options, const DataFolder& folder) {
    const Result<std::unique_ptr<NativeWindow>> window = NativeWindow::open(std::move(options));
    if (!window) return report(window.error(), failed);
    EngineThread engine({.databases = std::make_unique<NativeDatabases>(folder.path()),
                         .journal_path = folder.journal_path(),
                         .random = fill_random,
                         .now = local_now,
                         .say = [&window](Bytes event) { (*window)->post(std::move(event)); },
                         .argon2 = {}});
    const EngineLink link{.send = [&engine](ByteView command) { engine.send(command); },
                          .drain = [&engine] { return engine.drain(); }};
    if (const Result<void> ran = (*window)->run(link); !ran) return report(ran.error(), script_failed);
    return done;
}

int run(int argc, char** argv) {
    CLI::App app("Keeps an inspection's evidence: typed once, saved at once, found again.", "daybook-desktop");
    Options options;
    options.window.dark = system_is_dark();
    describe(app, options);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? done : misused;
    }
    if (const Result<void> completed = complete(options); !completed) return report(completed.error(), misused);
    if (const Result<void> started = start_crypto(); !started) return report(started.error(), failed);
    use_wiped_memory_in_sqlite();
    const Result<DataFolder> folder = DataFolder::open(*options.data);
    if (!folder) return report(folder.error(), folder.error().code == Errc::busy ? open_elsewhere : failed);
    return show(std::move(options.window), *folder);
}

}  // namespace

int main(int argc, char** argv) {
    return run(argc, argv);
}
