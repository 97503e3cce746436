// One thing of a list: what it is, what is known of it, and marks - pressed as a whole.
// Never wider than its column. Only of what was written it shows no more than a few lines; the semantic tree has all.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "app/widgets/badges.h"
#include "app/widgets/excerpt.h"
#include "app/widgets/ui.h"

namespace daybook {

struct RowSpec {
    std::string_view key;
    std::string_view title;
    std::string_view meta{};   ///< a quiet line: times, who
    std::string_view words{};  ///< some lines of what was written
    std::span<const Badge> badges{};
    const Excerpt* excerpt = nullptr;  ///< instead of `words`
    bool current = false;              ///< it is what is shown beside the list
    bool faded = false;                ///< retired
    bool comes_into_view = false;      ///< an arrow key has just come to it
    int lines = 2;                     ///< of `words`, at most
};

/// A list is open while this lives; rows go into it.
class RowList {
public:
    RowList(Ui& ui, std::string_view key, std::string_view name);
    ~RowList();
    RowList(const RowList&) = delete;
    RowList& operator=(const RowList&) = delete;

    /// True if the row was pressed in this frame.
    bool row(const RowSpec& spec);
    /// Rows as many as one likes: `lay_out` calls row() once for the row of this number, if that is within reach.
    void each(std::size_t count, const std::function<void(std::size_t)>& lay_out);
    /// About how high a row is, for what is put around a list.
    [[nodiscard]] static float guess(const Theme& theme);

private:
    Ui& ui_;
    Scope scope_;
    Part part_;
    std::size_t position_ = 0;  // from 1; 0 while all rows are laid out
    std::size_t count_ = 0;
    std::optional<float> unseen_;
};

}  // namespace daybook
