#include "platform/native/single_keys.h"

#include <fstream>

namespace daybook {
namespace {

std::string path_in(const std::string& folder) {
    return folder + "/single-keys";
}

}  // namespace

bool kept_single_keys(const std::string& folder) {
    std::ifstream file(path_in(folder));
    std::string word;
    return !(file >> word && word == "off");
}

void keep_single_keys_in(const std::string& folder, bool on) {
    std::ofstream(path_in(folder), std::ios::trunc) << (on ? "on" : "off") << '\n';
}

}  // namespace daybook
