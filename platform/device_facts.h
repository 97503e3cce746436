// What the platform knows of the device and of how safely it keeps things, for the readiness card.
// Never what Daybook makes of it: that is the app's business.
#pragma once

#include <cstdint>

namespace daybook {

/// The numbers are known to web/src/device-facts.ts.
enum class Known : std::uint8_t { unknown = 0, no = 1, yes = 2 };

struct DeviceFacts {
    Known cached = Known::unknown;      ///< all of the app is on the device: it starts without a connection
    Known installed = Known::unknown;   ///< on the home screen, or a program of its own
    Known persistent = Known::unknown;  ///< the platform has promised not to clear the storage by itself
    /// The platform clears what a page in a tab has stored when it was not used for seven days (Safari).
    bool cleared_when_unused = false;
    bool update_ready = false;             ///< a newer version is on the device and waits to be started
    Known authenticator = Known::unknown;  ///< the platform can unlock by fingerprint, face or its own code
    std::uint64_t used_bytes = 0;
    std::uint64_t quota_bytes = 0;  ///< how much may be used in all; 0 is unknown
    bool operator==(const DeviceFacts&) const = default;
};

/// What the app may ask the platform to do. The numbers are known to web/src/app-host.ts.
enum class PlatformWish : std::uint8_t {
    keep_storage = 0,       ///< ask for persistent storage
    update = 1,             ///< store everything, then start the newer version
    use_authenticator = 2,  ///< set up unlocking by the platform's authenticator
    look_again = 3,         ///< find out the facts anew
    /// Let the person take or choose photographs, which come by WindowClient::photograph_coming(). Only within a
    /// gesture.
    take_photographs = 4,
    /// Cover everything, and lock when the photographs are in that are on their way.
    lock = 5,
};

}  // namespace daybook
