// The main program of every doctest suite.
// Never knows a test; it only hands on the pattern of `./dev test PATTERN`.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "core/crypto/primitives.h"

int main(int argc, char** argv) {
    if (!daybook::start_crypto()) return EXIT_FAILURE;
    doctest::Context context;
    context.setOption("no-colors", true);  // the summary is read by ./dev test
    if (const char* pattern = std::getenv("DAYBOOK_TEST_PATTERN"); pattern != nullptr && *pattern != '\0') {
        context.addFilter("test-case", ("*" + std::string(pattern) + "*").c_str());
    }
    context.applyCommandLine(argc, argv);
    return context.run();
}
