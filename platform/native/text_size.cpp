#include "platform/native/text_size.h"

#include <fstream>

namespace daybook {
namespace {

std::string path_in(const std::string& folder) {
    return folder + "/text-size";
}

}  // namespace

int kept_text_size(const std::string& folder) {
    std::ifstream file(path_in(folder));
    int percent = 0;
    return file >> percent && percent >= 80 && percent <= 200 ? percent : 100;
}

void keep_text_size_in(const std::string& folder, int percent) {
    std::ofstream(path_in(folder), std::ios::trunc) << percent << '\n';
}

}  // namespace daybook
