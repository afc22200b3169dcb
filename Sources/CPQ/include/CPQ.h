#ifndef GALLEY_CPQ_H
#define GALLEY_CPQ_H
#include <COpening.h>
// Debian keeps it in a folder of its own.
#if __has_include(<postgresql/libpq-fe.h>)
#include <postgresql/libpq-fe.h>
#else
#include <libpq-fe.h>
#endif

/// Opens libpq. None of its functions may be called before that, and none where it can't be opened.
/// \param file the library's name, or its path.
struct galley_library galley_pq_open(const char *file);

// The fields of an error are named by characters, in macros that Swift does not see.
enum {
    GALLEY_PQ_SQLSTATE = PG_DIAG_SQLSTATE,
    GALLEY_PQ_MESSAGE = PG_DIAG_MESSAGE_PRIMARY,
    GALLEY_PQ_DETAIL = PG_DIAG_MESSAGE_DETAIL,
    GALLEY_PQ_HINT = PG_DIAG_MESSAGE_HINT,
    GALLEY_PQ_POSITION = PG_DIAG_STATEMENT_POSITION
};
#endif
