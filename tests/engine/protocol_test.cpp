#include "core/engine/protocol.h"

#include <doctest/doctest.h>

using namespace daybook;

namespace {

template <typename SomeId>
SomeId id(Byte fill) {
    SomeId made;
    made.bytes.fill(fill);
    return made;
}

std::vector<Change> one_of_each_change() {
    const auto item = id<ItemId>(3);
    return {Create{item, "entry"},
            Retire{item, true},
            SetField{item, "none", std::monostate{}},
            SetField{item, "flag", true},
            SetField{item, "number", std::int64_t{-7}},
            SetField{item, "text", std::string("wörter")},
            SetField{item, "bytes", Bytes{0, 255}},
            Splice{item, "words", {{id<DeviceId>(4), 9}}, 1, 2, "in"},
            SetMember{item, "aspects", std::string("impact"), false},
            UnknownChange{{0x81, 0x01}}};
}

}  // namespace

TEST_CASE("protocol: every command comes out as it went in") {
    const auto inspection = id<InspectionId>(1);
    const std::vector<Command> commands{
        FirstStart{"R. Hale", "copper lantern meadow"},
        Unlock{"copper lantern meadow"},
        Lock{},
        CreateInspection{1, inspection, {1, 2, 3}, one_of_each_change(), {"age1x"}},
        Edit{2, inspection, one_of_each_change()},
        EditText{3, inspection, {id<ItemId>(3), "words", {}, 4, 5, "typed"}, 2},
        Search{4, "words"},
        Export{inspection, true},
        Retry{},
        AddAttachment{5, inspection, id<ItemId>(4), id<ItemId>(3), "image/jpeg", {9, 8}},
        ReadAttachment{inspection, id<ItemId>(4)}};
    for (const Command& command : commands) {
        const Bytes message = encode(command);
        const auto again = decode_command(message);
        REQUIRE(again);
        CHECK(again->index() == command.index());
        CHECK(encode(*again) == message);
        for (std::size_t length = 0; length < message.size(); ++length) {
            CHECK_FALSE(decode_command(ByteView(message).first(length)));
        }
    }
    const auto edit = decode_command(encode(commands[4]));
    CHECK(std::get<Edit>(*edit).changes == one_of_each_change());
}

TEST_CASE("protocol: every event comes out as it went in") {
    const auto inspection = id<InspectionId>(1);
    const std::vector<Event> events{Status{EngineState::unusable, "why"},
                                    Refused{7, 2, "no"},
                                    Unlocked{id<DeviceId>(2), "R. Hale", {{inspection, {{1}, {2, 3}}}}},
                                    Appended{3, inspection, {{9, 9}}},
                                    Durable{5, {Instant{1'442'224'800'000}, 60}},
                                    Failed{"what", "kept"},
                                    SearchResults{4,
                                                  {{inspection, id<ItemId>(3),
                                                    "a \x02"
                                                    "b\x03"}},
                                                  ""},
                                    Exported{inspection, "daybook-1.age", {1, 2}, 10, 3, 1, 2, 1},
                                    AttachmentRead{inspection, id<ItemId>(4), "image/jpeg", {9, 8}, ""}};
    for (const Event& event : events) {
        const Bytes message = encode(event);
        const auto again = decode_event(message);
        REQUIRE(again);
        CHECK(again->index() == event.index());
        CHECK(encode(*again) == message);
        Bytes longer = message;
        longer.push_back(0);
        CHECK_FALSE(decode_event(longer));
    }
}
