#include "cre2.h"

#include <re2/re2.h>

struct galley_re2 {
    RE2 expression;

    galley_re2(const re2::StringPiece &pattern, const RE2::Options &options) : expression(pattern, options) {}
};

extern "C" {

galley_re2 *galley_re2_new(const char *pattern, size_t length) {
    RE2::Options options;
    options.set_log_errors(false);
    return new (std::nothrow) galley_re2(re2::StringPiece(pattern, length), options);
}

void galley_re2_free(galley_re2 *expression) { delete expression; }

const char *galley_re2_error(const galley_re2 *expression) {
    return expression->expression.ok() ? nullptr : expression->expression.error().c_str();
}

int galley_re2_matches(const galley_re2 *expression, const char *text, size_t length, int isWhole) {
    re2::StringPiece piece(text, length);
    RE2::Anchor anchor = isWhole ? RE2::ANCHOR_BOTH : RE2::UNANCHORED;
    return expression->expression.Match(piece, 0, length, anchor, nullptr, 0);
}

int galley_re2_groups(const galley_re2 *expression) { return expression->expression.NumberOfCapturingGroups(); }

const char *galley_re2_group_name(const galley_re2 *expression, int group) {
    const auto &names = expression->expression.CapturingGroupNames();
    auto found = names.find(group);
    return found == names.end() ? nullptr : found->second.c_str();
}

int galley_re2_find(
    const galley_re2 *expression, const char *text, size_t length, size_t start, ptrdiff_t *places, int count) {
    constexpr int inlineGroups = 32;
    re2::StringPiece inlined[inlineGroups];
    int groups = count / 2;
    re2::StringPiece *matches = groups <= inlineGroups ? inlined : new (std::nothrow) re2::StringPiece[groups];
    if (!matches) return 0;
    // An empty text needs an address too, or a group that matches nothing looks like one that does not take part.
    const char *base = text ? text : "";
    re2::StringPiece piece(base, length);
    bool found = expression->expression.Match(piece, start, length, RE2::UNANCHORED, matches, groups);
    for (int group = 0; found && group < groups; group++) {
        bool takesPart = matches[group].data() != nullptr;
        places[2 * group] = takesPart ? matches[group].data() - base : -1;
        places[2 * group + 1] = takesPart ? places[2 * group] + (ptrdiff_t)matches[group].size() : -1;
    }
    if (matches != inlined) delete[] matches;
    return found;
}

}
