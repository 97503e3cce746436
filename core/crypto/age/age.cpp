#include "core/crypto/age/age.h"

#include <algorithm>

#include "core/crypto/age/armor.h"
#include "core/crypto/age/header.h"
#include "core/crypto/age/scrypt.h"
#include "core/crypto/age/stream.h"
#include "core/crypto/age/x25519.h"

namespace daybook::age {
namespace {

/// What went wrong, in words and as the vectors sort it.
struct Trouble {
    Failure failure;
    Error error;
};
template <typename T>
using Tried = std::expected<T, Trouble>;

std::unexpected<Trouble> trouble(Failure failure, Error error) {
    return std::unexpected(Trouble{failure, std::move(error)});
}

/// The header's file key, from the first stanza that one of the keys opens.
Tried<FileKey> find_file_key(const Header& header, const Keys& keys) {
    if (std::ranges::any_of(header.stanzas, is_scrypt)) {
        // Who shares a passphrase must be sure that nobody else can have written, or can read, the file.
        if (header.stanzas.size() != 1)
            return trouble(Failure::header,
                           {Errc::corrupt, "This is not a sound age file: a passphrase must be alone."});
        if (!keys.passphrase)
            return trouble(Failure::no_match, {Errc::wrong_key, "This file opens with a passphrase."});
        auto key = unwrap_with(*keys.passphrase, keys.max_log_n, header.stanzas.front());
        if (!key) return trouble(Failure::header, std::move(key.error()));
        if (*key) return std::move(**key);
        return trouble(Failure::no_match, {Errc::wrong_key, "That passphrase does not open this file."});
    }
    for (const Stanza& stanza : header.stanzas) {
        for (const Identity& identity : keys.identities) {
            auto key = unwrap_with(identity, stanza);
            if (!key) return trouble(Failure::header, std::move(key.error()));
            if (*key) return std::move(**key);
        }
    }
    return trouble(Failure::no_match, {Errc::wrong_key, "This file was not written for any of these keys."});
}

/// Opens a file that is not armored. What was authenticated before a failure goes to `released`, if given.
Tried<Bytes> decrypt_binary(ByteView file, const Keys& keys, Bytes* released) {
    auto header = parse_header(file);
    if (!header) return trouble(Failure::header, std::move(header.error()));
    auto key = find_file_key(*header, keys);
    if (!key) return std::unexpected(std::move(key.error()));
    if (!is_authentic(*header, file, *key))
        return trouble(Failure::hmac, {Errc::corrupt, "This file's header was changed after it was written."});
    const ByteView payload = file.subspan(header->size);
    if (payload.size() < payload_nonce_size)
        return trouble(Failure::header, {Errc::corrupt, "This file is cut off right after its header."});
    OpenedPayload opened = open_payload(payload, *key);
    if (opened.is_whole) return std::move(opened.plain);
    if (released != nullptr)
        *released = std::move(opened.plain);
    else
        wipe(opened.plain);
    return trouble(Failure::payload, {Errc::corrupt, "This file is damaged or was cut off: not all of it opens."});
}

Tried<Bytes> decrypt_either(ByteView file, const Keys& keys, Bytes* released) {
    if (!looks_armored(file)) return decrypt_binary(file, keys, released);
    auto binary = dearmor(as_text(file));
    if (!binary) return trouble(Failure::armor, std::move(binary.error()));
    return decrypt_binary(*binary, keys, released);
}

}  // namespace

Result<Bytes> encrypt(ByteView plain, const std::vector<Recipient>& recipients, Form form, const RandomSource& random) {
    if (recipients.empty()) return fail(Errc::invalid, "Name at least one key that can open the file.");
    if (recipients.size() > most_stanzas) return fail(Errc::invalid, "A file can be written for 1000 keys at most.");
    const FileKey key = FileKey::random(random);
    std::vector<Stanza> stanzas;
    for (const Recipient& recipient : recipients) {
        auto stanza = wrap_for(recipient, key, random);
        if (!stanza) return pass_on(std::move(stanza.error()));
        stanzas.push_back(std::move(*stanza));
    }
    Bytes file = format_header(stanzas, key);
    append_payload(file, plain, key, random);
    if (form == Form::binary) return file;
    const std::string text = armor(file);
    return Bytes(text.begin(), text.end());
}

Result<Bytes> decrypt(ByteView file, const Keys& keys, Failure* why, Bytes* released) {
    auto plain = decrypt_either(file, keys, released);
    if (why != nullptr) *why = plain ? Failure::none : plain.error().failure;
    if (!plain) return pass_on(std::move(plain.error().error));
    return std::move(*plain);
}

}  // namespace daybook::age
