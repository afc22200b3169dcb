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

}
