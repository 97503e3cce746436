// What exists only while the notebook is unlocked: keys, logs, words. Changes go in, sealed rows come out.
// Never stores anything itself, and forgets everything when it goes.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/bundle/bundle.h"
#include "core/crypto/vault.h"
#include "core/engine/pieces.h"
#include "core/engine/protocol.h"
#include "core/engine/row.h"
#include "core/engine/settings.h"
#include "core/log/log.h"
#include "core/notebook/notebook.h"

namespace daybook {

/// One inspection that is open.
struct OpenBook {
    explicit OpenBook(InspectionId inspection) : log(inspection), notebook(inspection) {}

    Log log;
    Notebook notebook;
    std::uint64_t recovery_copies = 0;
    std::vector<BundleMade> bundles;  ///< of all devices, oldest first
    std::uint64_t last_bundle = 0;    ///< this device's number for its last one
    std::uint64_t last_piece = 0;     ///< this device's number for the last piece of an attachment
    bool has_key = false;
    std::string read_only;  ///< why nothing may be added; empty if it may
};

/// What an edit came to: what to tell the app, and what to store.
struct Written {
    Appended appended;
    std::vector<Row> rows;
};

/// The keys in these texts, each once; empty texts are passed over. Errors as age::parse_recipient().
[[nodiscard]] Result<std::vector<age::Recipient>> parse_recipients(const std::vector<std::string>& texts);

class Session {
public:
    /// `author` is empty if it is in the rows that open() is given.
    Session(Vault vault, std::string author, RandomSource random)
        : vault_(std::move(vault)), author_(std::move(author)), random_(std::move(random)) {}

    /// Opens every inspection that the rows hold. They come by place; of several in one place the first that fits is
    /// taken. What cannot be read is left out and said in `complaints`;
    /// the inspection it belongs to is then read-only.
    void open(const std::vector<Row>& rows, std::vector<std::string>& complaints);

    [[nodiscard]] const std::string& author() const { return author_; }
    [[nodiscard]] const Vault& vault() const { return vault_; }
    [[nodiscard]] Unlocked unlocked() const;
    [[nodiscard]] const std::map<InspectionId, OpenBook>& books() const { return books_; }
    [[nodiscard]] std::map<InspectionId, const Notebook*> notebooks() const;

    /// From now on nothing can be added to any inspection, and this is why.
    void only_read(const std::string& why);

    /// Each either makes everything that was asked for, or nothing. Errc::invalid, Errc::not_found, Errc::corrupt.
    [[nodiscard]] Result<Written> create_inspection(const CreateInspection& command, LocalTime now);
    [[nodiscard]] Result<Written> edit(const Edit& command, LocalTime now);
    [[nodiscard]] Result<Written> edit_text(const EditText& command, LocalTime now);
    [[nodiscard]] Result<Written> add_attachment(const AddAttachment& command, LocalTime now);

    /// Errors as open_pieces().
    [[nodiscard]] Result<Bytes> read_attachment(InspectionId inspection, ItemId id, const FindPiece& find) const;
    /// A piece stands there: what is added from now on is numbered behind it.
    void count_piece(const RowPlace& place);

    /// The row that keeps them.
    [[nodiscard]] Row set_lock_times(LockTimes times);

    [[nodiscard]] Bytes seal_place(ByteView place) const;
    /// Empty if it does not open: it is another device's, or damaged.
    [[nodiscard]] Bytes open_place(ByteView sealed) const;

    /// Drops an inspection's key and every word of it. What is stored of it is not touched.
    void forget(InspectionId inspection);

    struct HandedOver {
        Exported exported;
        Row row;
    };
    [[nodiscard]] Result<HandedOver> export_bundle(const Export& command, LocalTime now, Databases& databases,
                                                   const FindPiece& find);

private:
    using TextKey = std::pair<ItemId, std::string>;
    struct LastEdit {
        std::uint64_t number = 0;
        RevisionRef made;
    };

    void open_own(const std::vector<Row>& rows, std::vector<std::string>& complaints);
    void open_keys(const std::vector<Row>& rows, std::vector<std::string>& complaints);
    void name_keyless(std::vector<std::string>& complaints);
    void open_copies_made(const std::vector<Row>& rows);
    void count_pieces(const OpenBook& book);
    void open_revision(std::span<const Row> one, std::vector<std::string>& complaints);
    [[nodiscard]] Result<OpenBook*> book_to_write(InspectionId inspection);
    [[nodiscard]] Result<Written> append(OpenBook& book, std::uint64_t number, const std::vector<Change>& changes,
                                         LocalTime now);
    [[nodiscard]] Result<void> add_recovery_copy(OpenBook& book, const std::vector<age::Recipient>& recipients,
                                                 std::vector<Row>& rows);

    Vault vault_;
    std::string author_;
    RandomSource random_;
    std::map<InspectionId, OpenBook> books_;
    std::map<TextKey, LastEdit> last_edits_;
    Settings settings_;
    std::uint64_t last_settings_ = 0;
};

}  // namespace daybook
