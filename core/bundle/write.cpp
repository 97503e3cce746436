#include <algorithm>

#include "core/bundle/activities.h"
#include "core/bundle/bundle.h"
#include "core/bundle/entries.h"
#include "core/bundle/inserter.h"
#include "core/bundle/meeting_records.h"
#include "core/bundle/obligations.h"
#include "core/bundle/plan.h"
#include "core/bundle/saved_views.h"
#include "core/bundle/schema.h"
#include "core/bundle/set_aside.h"
#include "core/bundle/week_one.h"
#include "core/notebook/deadlines.h"
#include "core/notebook/drawing_svg.h"

namespace daybook {
namespace {

Result<void> write_inspection(Database& database, const Notebook& book) {
    const Inspection& inspection = book.inspection();
    std::string team;
    for (const std::string& name : inspection.team) team += (team.empty() ? "" : "; ") + name;
    Inserter insert(database, "INSERT INTO inspection VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.text(inspection.title).text(inspection.authority).text(inspection.first_day).text(inspection.last_day);
    insert.text(inspection.lead).text(team).text(book.pack().id).text(book.pack().version);
    insert.integer(inspection.is_sample ? 1 : 0).row();
    return insert.finish();
}

std::string_view beside_word(DueDay::Beside beside) {
    switch (beside) {
        case DueDay::Beside::a_later_one:
            return "later";
        case DueDay::Beside::an_earlier_one:
            return "earlier";
        case DueDay::Beside::none:
            break;
    }
    return {};
}

Result<void> write_deadlines(Database& database, const Notebook& book) {
    Inserter insert(database, "INSERT INTO deadlines VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    for (const DueDay& due : due_days(book.pack(), book.inspection())) {
        insert.text(due.deadline->name).text_or_nothing(due.day);
        due.milestone == nullptr ? insert.nothing() : insert.integer(due.deadline->working_days);
        insert.text_or_nothing(due.counted_from);
        due.milestone == nullptr ? insert.nothing() : insert.text(due.milestone->name);
        insert.text(due.deadline->source)
            .text_or_nothing(std::string(beside_word(due.beside)))
            .text(due.deadline->id)
            .row();
    }
    return insert.finish();
}

/// `check` is null if nothing was ever said of it.
void write_check(const CheckedItem* check, Inserter& insert) {
    insert.text(check == nullptr || check->state.empty() ? "open" : check->state);
    insert.text_or_nothing(check == nullptr ? std::string() : check->note);
    const auto who = [&](const std::string& author, LocalTime at) { insert.text(author).text(rfc3339(at)); };
    if (check != nullptr && check->said) {
        who(check->said->author, check->said->at);
    } else {
        insert.nothing().nothing();
    }
    if (check != nullptr && !check->versions.empty()) {
        who(check->versions.back().author, check->versions.back().written_at);
        insert.integer(static_cast<std::int64_t>(check->versions.size()));
    } else {
        insert.nothing().nothing().integer(0);
    }
}

/// All items of the pack, also those of which nothing was said; then what was said of others.
Result<void> write_checks(Database& database, const Notebook& book) {
    Inserter insert(database, "INSERT INTO checks VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const Checklist& list : book.pack().checklists) {
        for (const ChecklistItem& item : list.items) {
            insert.text(list.name).text(item.name).text(item.source);
            write_check(book.check(list.id, item.id), insert);
            insert.text(list.id).text(item.id).text(check_id(book.id(), list.id, item.id).hex()).row();
        }
    }
    for (const CheckedItem* check : checks_beyond_pack(book)) {
        insert.text(check->list).text(check->item).nothing();
        write_check(check, insert);
        insert.text(check->list).text(check->item).text(check->id.hex()).row();
    }
    return insert.finish();
}

/// A stranger's strokes may be drawn with far more bytes than they are written with: beyond these no drawing has an
/// SVG, and it says how many strokes that leaves out. The strokes themselves are in the revisions.
constexpr std::size_t most_svg_bytes_of_all = 64'000'000;

Result<void> write_drawings(Database& database, const Notebook& book) {
    Inserter insert(database, "INSERT INTO drawing VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    std::size_t written = 0;
    for (const Drawing* drawing : book.drawings().all()) {
        const Drawings::Strokes& strokes = book.drawings().strokes_of(drawing->id);
        const InkCount count = count_ink(strokes);
        const std::size_t wanted = count.shown + count.unreadable;
        const DrawingSvg svg = written < most_svg_bytes_of_all ? drawing_svg(*drawing, strokes)
                                                               : DrawingSvg{.text = {}, .left_out = wanted};
        written += svg.text.size();
        insert.text(drawing->id.hex()).text(drawing->of.hex()).text(drawing->gist);
        insert.integer(static_cast<std::int64_t>(wanted)).integer(static_cast<std::int64_t>(count.erased));
        insert.integer(static_cast<std::int64_t>(svg.left_out)).text(drawing->author).text(rfc3339(drawing->made));
        insert.integer(drawing->retired ? 1 : 0).text_or_nothing(svg.text).row();
    }
    return insert.finish();
}

Result<void> write_schools(Database& database, const Notebook& book) {
    Inserter insert(database, "INSERT INTO school VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Inserter group(database, "INSERT INTO school_group VALUES(?, ?)");
    for (const School* school : book.schools().all()) {
        insert.text(school->id.hex()).text_or_nothing(school->facts.urn).text(school->facts.name);
        insert.text_or_nothing(school->facts.type).text_or_nothing(school->facts.phase);
        insert.text_or_nothing(school->facts.rating).text_or_nothing(school->facts.authority);
        insert.integer(school->grouped_by_hand ? 1 : 0).text(school->author).integer(school->retired ? 1 : 0);
        const SchoolInspection* inspection = book.pack().evidence_forms.inspection(school->inspection);
        insert.text_or_nothing(inspection == nullptr ? school->inspection : inspection->name);
        insert.integer(school->in_sample ? 1 : 0).row();
        for (const std::string& id : groups_of(book.pack(), *school))
            group.text(school->id.hex()).text(book.pack().survey_group(id)->short_name).row();
    }
    if (auto finished = insert.finish(); !finished) return finished;
    return group.finish();
}

/// Content is null where the bytes cannot be had.
Result<void> write_attachments(Database& database, const BundleContent& content,
                               std::vector<CarriedAttachment>& carried) {
    Inserter insert(database, "INSERT INTO attachment VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const Attachment* attachment : content.notebook.attachments()) {
        const auto bytes = content.attachment_bytes ? content.attachment_bytes(*attachment) : std::nullopt;
        if (!bytes) return pass_on(bytes.error());
        insert.text(attachment->id.hex()).text(attachment->of.hex()).text(attachment->gist);
        insert.text(attachment->media_type).integer(static_cast<std::int64_t>(attachment->size));
        insert.text(to_hex(attachment->hash)).text(attachment->author).text(rfc3339(attachment->added));
        insert.integer(attachment->retired ? 1 : 0);
        *bytes ? insert.blob(**bytes) : insert.nothing();
        insert.row();
        if (*bytes) carried.push_back({attachment->id, attachment->hash});
    }
    std::ranges::sort(carried);
    return insert.finish();
}

Result<void> write_revisions(Database& database, const Log& log) {
    Inserter insert(database, "INSERT INTO revision VALUES(?, ?, ?, ?)");
    for (const auto& [device, chain] : log.chains()) {
        for (const LoggedRevision& one : chain) {
            insert.blob(device.bytes).integer(static_cast<std::int64_t>(one.revision.seq));
            insert.blob(one.canonical).blob(one.hash).row();
        }
    }
    return insert.finish();
}

SignedManifest sign_manifest(const BundleSource& source, std::vector<CarriedAttachment> carried) {
    Manifest manifest{.inspection = source.log.inspection(),
                      .device = source.vault.device(),
                      .author = source.author,
                      .made_at = source.now,
                      .bundle = source.bundle,
                      .part = source.part,
                      .parts = source.parts,
                      .reaches = {},
                      .attachments = std::move(carried)};
    for (const auto& [device, chain] : source.log.chains()) {
        if (chain.empty()) continue;
        manifest.reaches.push_back({device, 1, chain.back().revision.seq, chain.back().hash});
    }
    Bytes canonical = encode(manifest);
    const Signature64 signature = source.vault.sign(canonical);
    return {std::move(canonical), signature, source.vault.signing_key()};
}

Result<void> write_manifest(Database& database, const SignedManifest& manifest) {
    Inserter insert(database, "INSERT INTO manifest VALUES(?, ?, ?)");
    insert.blob(manifest.canonical).blob(manifest.signature).blob(manifest.signing_key).row();
    return insert.finish();
}

}  // namespace

Result<Bytes> bundle_database(const BundleContent& content, Databases& databases) {
    const auto failed = [](const Error& error) { return pass_on(error.while_doing("Making the bundle")); };
    auto opened = databases.open_in_memory();
    if (!opened) return failed(opened.error());
    Database& database = **opened;
    for (const Result<void>& step : {database.execute(notebook_schema),
                                     database.execute(week_one_schema),
                                     database.execute(meeting_records_schema),
                                     database.execute(plan_schema),
                                     database.execute(set_aside_schema),
                                     database.execute("BEGIN"),
                                     write_revisions(database, content.log),
                                     write_inspection(database, content.notebook),
                                     write_deadlines(database, content.notebook),
                                     write_checks(database, content.notebook),
                                     write_activities(database, content.notebook),
                                     write_entries(database, content.notebook),
                                     write_drawings(database, content.notebook),
                                     write_schools(database, content.notebook),
                                     write_saved_views(database, content.notebook),
                                     write_follow_ups(database, content.notebook),
                                     write_duties(database, content.notebook),
                                     write_declarations(database, content.notebook),
                                     write_week_one(database, content.notebook),
                                     write_meeting_records(database, content.notebook),
                                     write_plan(database, content.notebook),
                                     write_set_aside(database, content.notebook)}) {
        if (!step) return failed(step.error());
    }
    std::vector<CarriedAttachment> carried;
    // What was wrong with an attachment is said as it is: nothing was being made then, but read.
    if (auto written = write_attachments(database, content, carried); !written) return pass_on(written.error());
    if (auto written = write_manifest(database, content.manifest(std::move(carried))); !written)
        return failed(written.error());
    if (auto committed = database.execute("COMMIT"); !committed) return failed(committed.error());
    return database.serialize();
}

Result<Bytes> bundle_database(const BundleSource& source, Databases& databases) {
    return bundle_database(
        {source.log, source.notebook, source.attachment_bytes,
         [&](std::vector<CarriedAttachment> carried) { return sign_manifest(source, std::move(carried)); }},
        databases);
}

Result<Bytes> write_bundle(const BundleSource& source, const std::vector<age::Recipient>& recipients, age::Form form,
                           Databases& databases, const RandomSource& random) {
    auto database = bundle_database(source, databases);
    if (!database) return database;
    return age::encrypt(*database, recipients, form, random);
}

std::vector<std::vector<ItemId>> parts_of(const Notebook& notebook, std::uint64_t most_bytes) {
    std::vector<std::vector<ItemId>> parts(1);
    std::uint64_t bytes = 0;
    for (const Attachment* attachment : notebook.attachments()) {
        // What is said to be larger is not to be had.
        const std::uint64_t size = std::min(attachment->size, AttachmentBounds::size);
        if (bytes + size > most_bytes && !parts.back().empty()) {
            parts.emplace_back();
            bytes = 0;
        }
        bytes += size;
        parts.back().push_back(attachment->id);
    }
    return parts;
}

}  // namespace daybook
