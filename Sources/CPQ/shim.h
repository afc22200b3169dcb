#ifndef GALLEY_CPQ_SHIM_H
#define GALLEY_CPQ_SHIM_H
#include <libpq-fe.h>
// The fields of an error are named by characters, in macros that Swift does not see.
enum {
    GALLEY_PQ_SQLSTATE = PG_DIAG_SQLSTATE,
    GALLEY_PQ_MESSAGE = PG_DIAG_MESSAGE_PRIMARY,
    GALLEY_PQ_DETAIL = PG_DIAG_MESSAGE_DETAIL,
    GALLEY_PQ_HINT = PG_DIAG_MESSAGE_HINT,
    GALLEY_PQ_POSITION = PG_DIAG_STATEMENT_POSITION
};
#endif
