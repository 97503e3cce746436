// A piece of work in a process of its own, whose flushes are counted where they reach the kernel.
// Never relies on what a library says that it has asked for.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace daybook::faults {

/// fsync and fdatasync, by the name of the file that they were for.
using KernelFlushes = std::map<std::string, std::size_t>;

/// `prepare` runs first and gives the work; only the work's flushes are counted. None if the process could not be
/// traced, or the work did not end well. Of Linux, by ptrace.
[[nodiscard]] std::optional<KernelFlushes> kernel_flushes(const std::function<std::function<void()>()>& prepare);

}  // namespace daybook::faults
