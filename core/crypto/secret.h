// Bytes that must not outlive their use: keys for a moment, keys that are kept, and what else is overwritten.
// Never leaves a copy behind: what is moved, dropped or let go is zeros.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "core/base/bytes.h"
#include "core/base/random.h"

namespace daybook {

/// Overwrites memory in a way that no compiler removes.
void wipe(std::span<Byte> bytes);

/// Writes over the text, all of what it has room for, and makes it empty.
void wipe_text(std::string& text);

/// Overwrites what the functions that have returned left on this thread's stack: short texts lie there, and keys in
/// the making. To be called from near the bottom of the stack, after work that knew secrets.
void wipe_stack();

/// A key where it lies.
using KeyView = std::span<const Byte, 32>;

/// Bytes for the length of a scope, on the stack or in whatever owns them. Copyable only on purpose.
template <std::size_t Size>
class Secret {
public:
    Secret() = default;
    explicit Secret(std::span<const Byte, Size> bytes) { std::ranges::copy(bytes, bytes_.begin()); }
    [[nodiscard]] static Secret random(const RandomSource& source) {
        Secret secret;
        source(secret.bytes_);
        return secret;
    }
    [[nodiscard]] static std::optional<Secret> from(ByteView view) {
        if (view.size() != Size) return std::nullopt;
        return Secret(view.template first<Size>());
    }
    Secret(Secret&& other) noexcept : bytes_(other.bytes_) { wipe(other.bytes_); }
    Secret& operator=(Secret&& other) noexcept {
        if (this != &other) {
            bytes_ = other.bytes_;
            wipe(other.bytes_);
        }
        return *this;
    }
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() { wipe(bytes_); }

    [[nodiscard]] Secret copy() const { return Secret(view()); }
    [[nodiscard]] std::span<const Byte, Size> view() const { return bytes_; }
    [[nodiscard]] std::span<Byte, Size> writable() { return bytes_; }
    operator std::span<const Byte, Size>() const { return bytes_; }  // NOLINT(google-explicit-constructor)

private:
    std::array<Byte, Size> bytes_{};
};

using SecretKey32 = Secret<32>;

/// Memory of its own for a secret that is kept: the system is asked neither to swap it out nor to put it into a crash
/// dump, nothing can write to it, and what runs into it from before or behind ends the program. Where the system has
/// none of that (WebAssembly) or no more of it (RLIMIT_MEMLOCK), it is ordinary memory. Zeros before it is given back.
class KeptMemory {
public:
    /// Copies `content`. Only after start_crypto() (primitives.h). std::bad_alloc if there is no memory at all.
    explicit KeptMemory(ByteView content);
    [[nodiscard]] const Byte* begin() const { return bytes_.get(); }

private:
    struct Release {
        std::size_t size;
        void operator()(Byte* bytes) const;
    };
    std::unique_ptr<Byte, Release> bytes_;
};

/// A secret that is kept while the notebook is open. Several pages each, and five calls of the system: not for the
/// many that live for the length of a function. Moving one moves no byte.
template <std::size_t Size>
class KeptSecret {
public:
    explicit KeptSecret(const Secret<Size>& secret) : memory_(secret.view()) {}

    /// Not of one that was moved from.
    [[nodiscard]] std::span<const Byte, Size> view() const {
        return std::span<const Byte, Size>(memory_.begin(), Size);
    }
    operator std::span<const Byte, Size>() const { return view(); }  // NOLINT(google-explicit-constructor)

private:
    KeptMemory memory_;
};

}  // namespace daybook
