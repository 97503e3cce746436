// What the operating system knows of the device: how much room there is for the notebook's folder.
// Never asks a person, and never writes.
#pragma once

#include <string>

#include "platform/device_facts.h"

namespace daybook {

/// The system keeps this much of a disk for itself before it is called full.
inline constexpr std::uint64_t left_to_the_system = 200'000'000;

/// Of a program that is installed, with the notebook in `data`. What cannot be found out is left unknown.
[[nodiscard]] DeviceFacts facts_of(const std::string& data);

}  // namespace daybook
