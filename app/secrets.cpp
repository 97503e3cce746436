#include "app/secrets.h"

#include "core/crypto/primitives.h"

namespace daybook {
namespace {

void wipe_in(FirstStart& command) {
    wipe_text(command.passcode);
}
void wipe_in(Unlock& command) {
    wipe_text(command.passcode);
}
void wipe_in(ChangePasscode& command) {
    wipe_text(command.old_passcode);
    wipe_text(command.new_passcode);
}
void wipe_in(BeginRecovery& command) {
    wipe_text(command.passcode);
}
void wipe_in(FinishRecovery& command) {
    wipe_text(command.passcode);
}
template <typename Other>
void wipe_in(Other&) {}

}  // namespace

void wipe_text(std::string& text) {
    // What was erased at its end lies in its room still.
    text.resize(text.capacity());
    wipe({reinterpret_cast<Byte*>(text.data()), text.size()});
    text.clear();
}

void wipe_passcodes(Command& command) {
    std::visit([](auto& one) { wipe_in(one); }, command);
}

}  // namespace daybook
