// Session, the part that hands over: a bundle, in as many parts as its attachments take.
// Never keeps the words back because an attachment is damaged.
#include <algorithm>
#include <format>
#include <optional>

#include "core/engine/outbox.h"
#include "core/engine/session.h"

namespace daybook {
namespace {

/// What became of the attachments of one part.
struct Carried {
    std::uint64_t attachments = 0;
    std::uint64_t left_out = 0;
};

/// The name goes where others see it: it tells devices and numbers apart, and nothing else.
std::string file_name(InspectionId inspection, DeviceId device, std::uint64_t number) {
    return std::format("daybook-{}-{}-{:03}.age", inspection.hex().substr(0, 8), device.hex().substr(0, 8), number);
}

}  // namespace

Result<std::vector<age::Recipient>> parse_recipients(const std::vector<std::string>& texts) {
    std::vector<age::Recipient> recipients;
    for (const std::string& text : texts) {
        if (text.empty()) continue;
        auto recipient = age::parse_recipient(text);
        if (!recipient) return pass_on(recipient.error());
        if (std::ranges::find(recipients, *recipient) == recipients.end()) recipients.push_back(*recipient);
    }
    return recipients;
}

Result<Session::HandedOver> Session::export_bundle(const Export& command, LocalTime now, Databases& databases,
                                                   const FindPiece& find) {
    const auto found = books_.find(command.inspection);
    if (found == books_.end()) return fail(Errc::not_found, "That inspection is not on this device.");
    OpenBook& book = found->second;
    const Inspection& inspection = book.notebook.inspection();
    const auto recipients = parse_recipients({inspection.lead_recipient, inspection.office_recipient});
    if (!recipients) return pass_on(recipients.error());
    if (recipients->empty()) {
        return fail(Errc::invalid, "Nobody could read this bundle yet. Add the lead's key or the office's key first.");
    }
    const auto parts = parts_of(book.notebook);
    if (command.part == 0 || command.part > parts.size()) {
        return fail(Errc::invalid, "This bundle has no such part. Prepare a new one.");
    }
    const std::vector<ItemId>& wanted = parts[static_cast<std::size_t>(command.part - 1)];
    Carried carried;
    const auto bytes = [&](const Attachment& attachment) -> Result<std::optional<Bytes>> {
        if (std::ranges::find(wanted, attachment.id) == wanted.end()) return std::nullopt;
        auto content = open_pieces(vault_, command.inspection, attachment, find);
        const bool is_lost =
            !content && (content.error().code == Errc::corrupt || content.error().code == Errc::not_found);
        if (!content && !is_lost) return pass_on(content.error());
        ++(is_lost ? carried.left_out : carried.attachments);
        return is_lost ? std::nullopt : std::optional(std::move(*content));
    };
    const std::uint64_t number = book.last_bundle + 1;
    const BundleSource source{book.log, book.notebook, vault_, author_, now, number, command.part, parts.size(), bytes};
    auto file =
        write_bundle(source, *recipients, command.armored ? age::Form::armored : age::Form::binary, databases, random_);
    if (!file) return pass_on(file.error());
    const RowPlace place{RowKind::outbox, command.inspection, vault_.device(), number};
    const BundleMade made{number, now.at, book.log.size()};
    auto sealed = vault_.seal_row(command.inspection, associated_data(place), outbox_record(made, *file), random_);
    if (!sealed) return pass_on(sealed.error());
    book.bundles.push_back(made);
    book.last_bundle = number;
    Exported exported{.inspection = command.inspection,
                      .file_name = file_name(command.inspection, vault_.device(), number),
                      .file = std::move(*file),
                      .revisions = book.log.size(),
                      .entries = book.notebook.entries().size(),
                      .bundle = number,
                      .attachments = carried.attachments,
                      .attachments_left_out = carried.left_out,
                      .part = command.part,
                      .parts = parts.size()};
    return HandedOver{std::move(exported), {place, std::move(*sealed)}};
}

}  // namespace daybook
