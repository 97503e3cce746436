// Who is recognised by name in words, and who is not: titles, contacts, the team, and schools called after somebody.
#include "core/notebook/person_names.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/notebook/plan_edits.h"
#include "core/notebook/school_edits.h"
#include "tests/core/framework_files.h"
#include "tests/core/notebook_making.h"

namespace daybook::testing {
namespace {

const auto inspection_id = id<InspectionId>(1);

void take_in_contact(Pen& pen, Byte number, const std::string& name) {
    Contact contact;
    contact.id = id<ItemId>(number);
    contact.name = name;
    pen.write(edits::add_contact(contact));
}

void take_in_school(Pen& pen, Byte number, const std::string& name) {
    pen.write(edits::add_school(id<ItemId>(number),
                                {.urn = {}, .name = name, .type = {}, .phase = {}, .rating = {}, .authority = {}}));
}

/// The England pack, a lead, a team of one, contacts and schools.
Pen known() {
    Pen pen(inspection_id);
    const std::string pack = england_json();
    pen.write({SetField{Notebook::root(inspection_id), std::string(words::pack), Bytes(pack.begin(), pack.end())}});
    Inspection inspection = pen.notebook.inspection();
    inspection.lead = "Rowan Tessel";
    inspection.team = {"Odile van Fennimark", "Noor Vale HMI", "Imre Callow (until Tuesday)"};
    inspection.authority = "Quondam Council";
    pen.write(edits::correct_inspection(inspection_id, pen.notebook.inspection(), inspection));
    take_in_contact(pen, 10, "Anna Lyle-O'Neill");
    take_in_contact(pen, 11, "Dr. Béla Óvári");
    take_in_contact(pen, 12, "J. R. Lark");
    take_in_contact(pen, 13, "Hardcastle");          // one word
    take_in_contact(pen, 14, "The front desk");      // nobody's name
    take_in_contact(pen, 15, "Chief Executive");     // a role of the pack
    take_in_contact(pen, 18, "Ashby School");        // a school
    take_in_contact(pen, 19, "Quondam Council");     // the authority
    take_in_contact(pen, 16, "Rowan Tessel");        // the lead
    take_in_contact(pen, 17, "Rowan Tessel Ashby");  // another one
    take_in_school(pen, 20, "Dr Challoner's School");
    take_in_school(pen, 21, "Ashby School");
    take_in_school(pen, 22, "Lady Joan Lark (Endowed) Primary School");
    return pen;
}

std::string name_in(std::string_view text) {
    const Pen pen = known();
    return std::string(PersonNames(pen.notebook).first_in(text));
}

}  // namespace

TEST_CASE("person names: a title is known with the name behind it, wherever it stands") {
    CHECK(name_in("Mrs Hardcastle") == "Mrs Hardcastle");
    CHECK(name_in("It was Mr. Ashby, she said.") == "Mr. Ashby");
    CHECK(name_in("(Cllr O’Neill)") == "Cllr O’Neill");
    CHECK(name_in("'Ms Hardcastle' said") == "Ms Hardcastle");
    CHECK(name_in("“Prof.\u00A0Lark” said") == "Prof.\u00A0Lark");
    CHECK(name_in("Dr Óvári") == "Dr Óvári");
    CHECK(name_in("Ms van Dijk, Mr Ashby") == "Ms van Dijk");
    CHECK(name_in("Dr de la Lark") == "Dr de la Lark");
    CHECK(name_in("Mr d'Arcy") == "Mr d'Arcy");
    CHECK(name_in("Mrs al-Rashid and Mr d’Arcy") == "Mrs al-Rashid");
    CHECK(name_in("Professor Dr A. Hardcastle came") == "Professor Dr A. Hardcastle");
    CHECK(name_in("Miss Lark and Mr Ashby") == "Miss Lark");
    CHECK(name_in("Councillor Ann Lark-Ashby's ward") == "Councillor Ann Lark-Ashby's");
}

TEST_CASE("person names: a title without a name is nobody, and neither is a word that begins like one") {
    for (const std::string text : {"He is a Mr",
                                   "Mr.",
                                   "Mr ",
                                   "mr smith",
                                   "mr Smith",
                                   "MR Smith",
                                   "Dr in the next room",
                                   "Drawing Rooms",
                                   "Sirs Hardcastle",
                                   "a Dr, Reading said",
                                   "a talk with Mr\nHardcastle",
                                   "Seen by the Cllr\n\nQuestions: three",
                                   "She is also a Councillor. The plan was read.",
                                   "Yes, Miss. Nobody was told.",
                                   "a Professor of Medicine",
                                   "Ms van",
                                   "the Dr - Reading",
                                   "The head and the chair spoke.",
                                   "The Director of Children's Services met the Chief Executive and a Councillor.",
                                   "Mr, Mrs and Ms",
                                   "Mr Mrs Ms",
                                   "xMr Hardcastle",
                                   "Councillors Hardcastle",
                                   "",
                                   " ",
                                   "'"}) {
        CAPTURE(text);
        CHECK(name_in(text).empty());
    }
}

TEST_CASE("person names: a contact is known by all words of the name, with or without capitals and signs") {
    CHECK(name_in("So said Anna Lyle-O'Neill.") == "Anna Lyle-O'Neill");
    CHECK(name_in("Anna Lyle-O’Neill's plan") == "Anna Lyle-O’Neill's");
    CHECK(name_in("anna lyle-o'neill rang") == "anna lyle-o'neill");
    CHECK(name_in("We rang Bela Ovari.") == "Bela Ovari");
    CHECK(name_in("J.R. Lark was out") == "J.R. Lark");
    CHECK(name_in("J R Lark was out") == "J R Lark");
    for (const std::string text : {"Anna", "Lyle-O'Neill", "Anna Lyle", "Anna, Lyle-O'Neill", "Anna. Lyle-O'Neill",
                                   "Johanna Lyle-O'Neill", "Anna Lyle-O'Neill-Ashby", "Hardcastle", "The front desk",
                                   "the chief executive", "J. R. Larkin", "Ashby School", "Quondam Council"}) {
        CAPTURE(text);
        CHECK(name_in(text).empty());
    }
}

TEST_CASE("person names: the team is passed over, and nobody else who is called much the same") {
    for (const std::string text :
         {"Rowan Tessel", "Mr Tessel", "Mr R. Tessel", "Mr Rowan Tessel", "Professor Dr Tessel", "Ms Fennimark",
          "Ms Odile van Fennimark", "Odile van Fennimark", "Mrs Vale", "Noor Vale", "Mr Callow"}) {
        CAPTURE(text);
        CHECK(name_in(text).empty());
    }
    CHECK(name_in("Rowan Tessel Ashby") == "Rowan Tessel Ashby");
    CHECK(name_in("Mr Tesselman") == "Mr Tesselman");
    CHECK(name_in("Mr Tessel and Mrs Hardcastle") == "Mrs Hardcastle");
    CHECK(name_in("Rowan Tessel met Anna Lyle-O'Neill") == "Anna Lyle-O'Neill");
}

TEST_CASE("person names: a school that is called after somebody is no person") {
    CHECK(name_in("We went to Dr Challoner’s School.").empty());
    CHECK(name_in("At Dr Challoner's School Mr Hardcastle teaches.") == "Mr Hardcastle");
    CHECK(name_in("Dr Challoner spoke.") == "Dr Challoner");
    CHECK(name_in("Lady Joan Lark (Endowed) Primary School is small.").empty());
}

TEST_CASE("person names: a text of any length and any bytes harms nothing, and what stands behind it is found") {
    constexpr std::size_t size = 30'000;
    Pen pen = known();
    take_in_contact(pen, 30, "A A A A A A A A A B");
    take_in_contact(pen, 31, "A" + std::string(10'000, 'a') + " Lark");
    std::string many_words;
    for (int n = 0; n < 1000; ++n) many_words += "Lark ";
    take_in_contact(pen, 32, many_words);
    const PersonNames names(pen.notebook);
    for (const std::string part : {"Mr ", "Mr", "Mr.", "'", "-", "a'", " ", "A ", "A. ", "Dr \n", "\x80", "\xC3",
                                   "\xF4 ", "Mr \xE2\x80", "Lark ", "a", "Rowan ", "Mr Tessel "}) {
        CAPTURE(part);
        std::string text;
        while (text.size() < size) text += part;
        const std::string_view found = names.first_in(text);
        CHECK(found.size() <= text.size());
        text += " Mrs Hardcastle";
        CHECK_FALSE(names.first_in(text).empty());
    }
}

}  // namespace daybook::testing
