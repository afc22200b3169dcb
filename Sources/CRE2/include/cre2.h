#ifndef GALLEY_CRE2_H
#define GALLEY_CRE2_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled regular expression of RE2.
typedef struct galley_re2 galley_re2;

/// Compiles an expression in UTF-8. Never null but out of memory; ask `galley_re2_error`.
galley_re2 *galley_re2_new(const char *pattern, size_t length);
void galley_re2_free(galley_re2 *expression);

/// Why the expression can't be compiled; null if it can.
const char *galley_re2_error(const galley_re2 *expression);

/// Whether the whole text (`isWhole`), or a part of it, matches.
int galley_re2_matches(const galley_re2 *expression, const char *text, size_t length, int isWhole);

/// How many groups the expression has, the whole match not counted.
int galley_re2_groups(const galley_re2 *expression);

/// The name of a group, counted from 1; null where it has none.
const char *galley_re2_group_name(const galley_re2 *expression, int group);

/// Looks for the first match from `start` on. Writes the start and the end of the match and of each group, -1 where a group is not
/// part of the match: 2 × (groups + 1) numbers, of which `count` have room.
int galley_re2_find(
    const galley_re2 *expression, const char *text, size_t length, size_t start, ptrdiff_t *places, int count);

#ifdef __cplusplus
}
#endif

#endif
