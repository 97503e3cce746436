#include "core/notebook/answer.h"

namespace daybook {

Answers answers_from(const Item& item, std::string_view choices, std::string_view in_words) {
    Answers answers;
    for (auto named = item.fields.lower_bound(std::string(choices)); named != item.fields.end(); ++named) {
        const auto& [name, field] = *named;
        if (!name.starts_with(choices)) break;
        if (field.history.empty()) continue;
        Answer& answer = answers[name.substr(choices.size())];
        answer.choice = item.text_field(name);
        answer.said = {field.history.back().author, field.history.back().written_at};
    }
    for (auto named = item.texts.lower_bound(std::string(in_words)); named != item.texts.end(); ++named) {
        const auto& [name, text] = *named;
        if (!name.starts_with(in_words)) break;
        Answer& answer = answers[name.substr(in_words.size())];
        answer.words = std::string(text.words());
        answer.versions = text.heads();
    }
    return answers;
}

const Answer* find_answer(const Answers& answers, const std::string& question) {
    const auto found = answers.find(question);
    return found == answers.end() ? nullptr : &found->second;
}

}  // namespace daybook
