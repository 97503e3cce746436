#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "core/crypto/age/age.h"
#include "core/crypto/age/stream.h"
#include "tests/core/crypto_samples.h"

using namespace daybook;

namespace {

/// A folder for one test's files, gone with it.
class ScratchFolder {
public:
    ScratchFolder()
        : path_(std::filesystem::temp_directory_path() / ("daybook-age-" + std::to_string(std::random_device{}()))) {
        REQUIRE(std::filesystem::create_directory(path_));
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

    void write(const std::string& name, ByteView bytes) const {
        std::ofstream stream(file(name), std::ios::binary);
        stream.write(as_text(bytes).data(), static_cast<std::streamsize>(bytes.size()));
        REQUIRE(stream.good());
    }
    [[nodiscard]] Bytes read(const std::string& name) const {
        std::ifstream stream(file(name), std::ios::binary);
        REQUIRE_MESSAGE(stream.good(), name);
        return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    }
    /// True if the command, run in the folder, ends well.
    [[nodiscard]] bool run(const std::string& command) const {
        const std::string in_folder = "cd '" + path_.string() + "' && " + command + " >log 2>&1";
        return std::system(in_folder.c_str()) == 0;  // NOLINT(cert-env33-c)
    }

private:
    std::filesystem::path path_;
};

const std::string age_tool = DAYBOOK_AGE;
const std::string keygen_tool = DAYBOOK_AGE "-keygen";
const std::vector<std::size_t> sizes = {
    0, 1, age::chunk_size - 1, age::chunk_size, age::chunk_size + 1, 3 * age::chunk_size};

/// A key that `age-keygen` made, in the file `name`.
age::Identity tool_key(const ScratchFolder& folder, const std::string& name) {
    REQUIRE(folder.run(keygen_tool + " -o " + name));
    auto identities = age::parse_identity_file(as_text(folder.read(name)));
    REQUIRE(identities);
    REQUIRE(identities->size() == 1);
    return std::move(identities->front());
}

std::string key_file_of(const age::Identity& identity) {
    return "# made by a test\n" + age::to_text(identity) + "\n";
}

}  // namespace

TEST_CASE("age tool: it opens what we write, of every length, binary and armored") {
    const ScratchFolder folder;
    const age::Identity identity = age::new_identity(repeatable_random(21));
    folder.write("key", as_bytes(key_file_of(identity)));
    for (const std::size_t size : sizes) {
        for (const age::Form form : {age::Form::binary, age::Form::armored}) {
            CAPTURE(size);
            const Bytes plain = some_bytes(size);
            const auto file = age::encrypt(plain, {age::recipient_of(identity)}, form, repeatable_random(22));
            REQUIRE(file);
            folder.write("file.age", *file);
            REQUIRE(folder.run(age_tool + " -d -i key -o plain file.age"));
            CHECK(folder.read("plain") == plain);
        }
    }
}

TEST_CASE("age tool: we open what it writes, of every length, binary and armored") {
    const ScratchFolder folder;
    age::Keys keys;
    keys.identities.push_back(tool_key(folder, "key"));
    const std::string recipient = age::to_text(age::recipient_of(keys.identities.front()));
    for (const std::size_t size : sizes) {
        for (const std::string form : {"", " --armor"}) {
            CAPTURE(size);
            const Bytes plain = some_bytes(size);
            folder.write("plain", plain);
            REQUIRE(folder.run(age_tool + form + " -r " + recipient + " -o file.age plain"));
            CHECK(age::decrypt(folder.read("file.age"), keys) == plain);
        }
    }
}

TEST_CASE("age tool: with several recipients, each opens the file, whoever wrote it") {
    const ScratchFolder folder;
    std::vector<age::Recipient> recipients;
    std::string recipient_options;
    const std::vector<std::string> key_files = {"key-0", "key-1", "key-2"};
    for (const std::string& name : key_files) {
        recipients.push_back(age::recipient_of(tool_key(folder, name)));
        recipient_options += " -r " + age::to_text(recipients.back());
    }
    const Bytes plain = some_bytes(1000);
    const auto ours = age::encrypt(plain, recipients, age::Form::binary, repeatable_random(23));
    REQUIRE(ours);
    folder.write("ours.age", *ours);
    folder.write("plain", plain);
    REQUIRE(folder.run(age_tool + recipient_options + " -o theirs.age plain"));
    for (const std::string& name : key_files) {
        REQUIRE(folder.run(age_tool + " -d -i " + name + " -o opened ours.age"));
        CHECK(folder.read("opened") == plain);
        auto identities = age::parse_identity_file(as_text(folder.read(name)));
        REQUIRE(identities);
        CHECK(age::decrypt(folder.read("theirs.age"),
                           {.identities = std::move(*identities), .passphrase = std::nullopt}) == plain);
    }
    (void)tool_key(folder, "stranger");
    CHECK_FALSE(folder.run(age_tool + " -d -i stranger -o opened ours.age"));
}

TEST_CASE("age tool: it agrees with us about which public key belongs to a secret one") {
    const ScratchFolder folder;
    const age::Identity identity = age::new_identity(repeatable_random(24));
    folder.write("key", as_bytes(key_file_of(identity)));
    REQUIRE(folder.run(keygen_tool + " -y -o public key"));
    CHECK(as_text(folder.read("public")) == age::to_text(age::recipient_of(identity)) + "\n");
}

TEST_CASE("age tool: it refuses a file of ours that was cut or changed") {
    const ScratchFolder folder;
    const age::Identity identity = age::new_identity(repeatable_random(25));
    folder.write("key", as_bytes(key_file_of(identity)));
    auto file = age::encrypt(some_bytes(100), {age::recipient_of(identity)}, age::Form::binary, repeatable_random(26));
    REQUIRE(file);
    folder.write("cut.age", ByteView(*file).first(file->size() - 1));
    CHECK_FALSE(folder.run(age_tool + " -d -i key -o plain cut.age"));
    file->back() ^= 0x01;
    folder.write("changed.age", *file);
    CHECK_FALSE(folder.run(age_tool + " -d -i key -o plain changed.age"));
}

TEST_CASE("age tool: we open a file that it made with a passphrase, and keep to the cap") {
    const ScratchFolder folder;
    const Bytes plain = some_bytes(1000);
    folder.write("plain", plain);
    // It asks on a terminal only, twice; `script` lends it one.
    folder.write("answers", as_bytes("four words and more\nfour words and more\n"));
    REQUIRE(folder.run("script -qec '" + age_tool + " -p -o file.age plain' /dev/null < answers"));
    age::Keys keys;
    keys.passphrase = "four words and more";
    CHECK(age::decrypt(folder.read("file.age"), keys) == plain);
    keys.max_log_n = 17;
    CHECK(age::decrypt(folder.read("file.age"), keys).error().code == Errc::unsupported);
    keys.max_log_n = 20;
    keys.passphrase = "four other words";
    CHECK(age::decrypt(folder.read("file.age"), keys).error().code == Errc::wrong_key);
}
