#include "app/app.h"
#include "app/screens/sample.h"

namespace daybook {

void App::open_sample_inspection() {
    const auto file = parts_.window.asset("sample/sample.json");
    const auto sample = file ? parse_sample(*file, pack_) : Result<SampleInspection>(pass_on(file.error()));
    if (!sample) {
        notices_.tell(words_(phrase::notice_no_sample{.why = words_.translated(sample.error().what)}));
        return;
    }
    open_sample(*sample, pack_json_, outbox_, parts_.random);
    route_.start_at(Place::today);
}

void App::put_on_table(InspectionId inspection) {
    send_typed();
    shelf_.put_on_table(inspection);
    hand_over_ = {};
    route_.start_at(Place::today);
}

void App::lock() {
    if (!open_) return;
    send_typed();
    inking_.lift(outbox_);
    if (album_.is_any_coming()) {
        outbox_.wish(PlatformWish::lock);
    } else {
        outbox_.push(Lock{});
    }
    send();
}

void App::erase(InspectionId inspection) {
    send_typed();
    outbox_.push(EraseInspection{inspection});
}

void App::grant(const MoreWish& wish) {
    if (const auto* inspection = std::get_if<InspectionId>(&wish)) {
        put_on_table(*inspection);
    } else if (std::holds_alternative<LockNow>(wish)) {
        lock();
    } else {
        open_sample_inspection();
    }
}

}  // namespace daybook
