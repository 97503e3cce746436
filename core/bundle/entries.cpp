#include "core/bundle/entries.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/bundle/inserter.h"
#include "core/notebook/contemporaneity.h"
#include "core/notebook/edits.h"
#include "core/notebook/paragraphs.h"

namespace daybook {
namespace {

void write_aspects(const Pack& pack, ItemId of, const std::vector<std::string>& aspects, Inserter& insert) {
    for (const std::string& id : aspects) {
        const Aspect* known = pack.aspect(id);
        const ReportingArea* area = known != nullptr ? pack.area(known->area) : nullptr;
        const OtherMatter* other = pack.other_matter(id);
        const std::string& name = known != nullptr ? known->name : other != nullptr ? other->name : id;
        insert.text(of.hex()).text(name).text(area != nullptr ? area->name : "").row();
    }
}

/// Whether it was written while its activity ran; and when words were last added, if that was later than this says.
void write_when(const Notebook& book, const Entry& entry, Inserter& insert) {
    const WhenWritten written = when_written(entry, book);
    insert.text_or_nothing(std::string(contemporaneity_word(written.when)));
    written.added ? insert.text(rfc3339(*written.added)) : insert.nothing();
    insert.text_or_nothing(std::string(contemporaneity_word(written.added_when)));
}

void write_entry(const Notebook& book, const Entry& entry, Inserter& insert, Inserter& version, Inserter& aspect) {
    insert.text(entry.id.hex());
    entry.activity.is_nil() ? insert.nothing() : insert.text(entry.activity.hex());
    const bool confident = entry.in_confidence || make_all_confidential(book.passages_of(entry.id));
    insert.text(entry.words).text(edits::polarity_word(entry.polarity)).integer(confident ? 1 : 0);
    insert.text(inspector_of(entry, book.activity(entry.activity))).text(rfc3339(entry.created));
    entry.begun ? insert.text(rfc3339(*entry.begun)) : insert.nothing();
    insert.text(rfc3339(entry.changed)).integer(static_cast<std::int64_t>(entry.versions.size()));
    insert.integer(entry.retired ? 1 : 0).integer(entry.come_back ? 1 : 0);
    write_when(book, entry, insert);
    insert.text_or_nothing(entry.impact).integer(static_cast<std::int64_t>(entry.impact_versions.size()));
    insert.integer(entry.emerging ? 1 : 0).text_or_nothing(entry.disclosure).integer(entry.serious_concern ? 1 : 0);
    insert.text(entry.author).row();
    for (const TextVersion& one : entry.versions) {
        version.text(entry.id.hex()).text(one.text).text(one.author).text(rfc3339(one.written_at)).row();
    }
    write_aspects(book.pack(), entry.id, entry.aspects, aspect);
}

const Text* prose_of(const Notebook& book, const Entry& entry) {
    return book.items().find(entry.id)->text(words::prose);
}

/// Of those in confidence, how many have words in this paragraph, or may have.
std::int64_t confidential_in(const std::vector<const Passage*>& passages, const Paragraph& paragraph) {
    return std::ranges::count_if(passages, [&](const Passage* one) {
        if (!one->in_confidence || one->retired) return false;
        const bool touches =
            one->stands == Passage::Stands::here && one->range.from < paragraph.to && one->range.to > paragraph.from;
        return touches || one->covers_whole();
    });
}

/// Of the words that the entry shows: the latest version's. Empty paragraphs are left out, and not counted.
void write_paragraphs(const Notebook& book, const Entry& entry, Inserter& insert) {
    const Text* text = prose_of(book, entry);
    if (text == nullptr || text->heads().empty()) return;
    std::int64_t place = 0;
    for (const Paragraph& one : paragraphs_of(*text, text->heads().back())) {
        if (!one.begun) continue;
        insert.text(entry.id.hex()).integer(++place);
        insert.text(std::string_view(entry.words).substr(one.from, one.to - one.from));
        insert.text(rfc3339(one.begun->at)).text(one.begun->author);
        insert.integer(confidential_in(book.passages_of(entry.id), one)).row();
    }
}

/// How many characters come before each of these bytes of `text`: in one walk over it.
std::map<std::size_t, std::int64_t> characters_before(std::string_view text, const std::vector<const Passage*>& of) {
    std::map<std::size_t, std::int64_t> counted;
    for (const Passage* passage : of) {
        counted[passage->range.from] = 0;
        counted[passage->range.to] = 0;
    }
    std::size_t at = 0;
    std::int64_t characters = 0;
    for (auto& [byte, count] : counted) {
        for (; at < byte; ++at) characters += (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U ? 0 : 1;
        count = characters;
    }
    return counted;
}

std::string_view stands_word(Passage::Stands stands) {
    switch (stands) {
        case Passage::Stands::here:
            return "here";
        case Passage::Stands::gone:
            return "gone";
        case Passage::Stands::apart:
            return "apart";
        case Passage::Stands::unknown:
            break;
    }
    return "unknown";
}

void write_passages(const Notebook& book, const Entry& entry, Inserter& insert, Inserter& aspect) {
    const auto& passages = book.passages_of(entry.id);
    const auto characters = characters_before(entry.words, passages);
    for (const Passage* one : passages) {
        if (!one->has_marks()) continue;
        insert.text(one->id.hex()).text(entry.id.hex()).text(stands_word(one->stands));
        if (one->stands == Passage::Stands::here) {
            insert.integer(characters.at(one->range.from)).integer(characters.at(one->range.to));
        } else {
            insert.nothing().nothing();
        }
        insert.text_or_nothing(one->began).text(edits::polarity_word(one->polarity));
        insert.integer(one->in_confidence ? 1 : 0).text(one->author).text(rfc3339(one->created));
        insert.integer(one->retired ? 1 : 0).row();
        write_aspects(book.pack(), one->id, one->aspects, aspect);
    }
}

}  // namespace

Result<void> write_entries(Database& database, const Notebook& book) {
    Inserter insert(database,
                    "INSERT INTO entry VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Inserter version(database, "INSERT INTO entry_version VALUES(?, ?, ?, ?)");
    Inserter aspect(database, "INSERT INTO entry_aspect VALUES(?, ?, ?)");
    Inserter paragraph(database, "INSERT INTO entry_paragraph VALUES(?, ?, ?, ?, ?, ?)");
    Inserter passage(database, "INSERT INTO passage VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Inserter passage_aspect(database, "INSERT INTO passage_aspect VALUES(?, ?, ?)");
    for (const Entry* entry : book.entries()) {
        write_entry(book, *entry, insert, version, aspect);
        write_paragraphs(book, *entry, paragraph);
        write_passages(book, *entry, passage, passage_aspect);
    }
    for (const Inserter* inserter : {&insert, &version, &aspect, &paragraph, &passage, &passage_aspect}) {
        if (auto finished = inserter->finish(); !finished) return finished;
    }
    return {};
}

}  // namespace daybook
