// The functions of libpq, each handing on to that of the library, which is opened when it is first needed: see CCurl.
#include "CPQ.h"

// The result, the name, the parameters, and how these are handed on.
#define FUNCTIONS(F)                                                                                                   \
    F(int, PQlibVersion, (void), ())                                                                                   \
    F(PGconn *, PQconnectdbParams, (const char *const *keys, const char *const *values, int expands),                  \
      (keys, values, expands))                                                                                         \
    F(ConnStatusType, PQstatus, (const PGconn *connection), (connection))                                              \
    F(char *, PQerrorMessage, (const PGconn *connection), (connection))                                                \
    F(int, PQserverVersion, (const PGconn *connection), (connection))                                                  \
    F(PQnoticeProcessor, PQsetNoticeProcessor, (PGconn *connection, PQnoticeProcessor function, void *context),        \
      (connection, function, context))                                                                                 \
    F(void, PQfinish, (PGconn *connection), (connection))                                                              \
    F(PGresult *, PQexec, (PGconn *connection, const char *statement), (connection, statement))                        \
    F(ExecStatusType, PQresultStatus, (const PGresult *rows), (rows))                                                  \
    F(char *, PQresultErrorField, (const PGresult *rows, int field), (rows, field))                                    \
    F(int, PQnfields, (const PGresult *rows), (rows))                                                                  \
    F(char *, PQfname, (const PGresult *rows, int column), (rows, column))                                             \
    F(Oid, PQftype, (const PGresult *rows, int column), (rows, column))                                                \
    F(int, PQntuples, (const PGresult *rows), (rows))                                                                  \
    F(int, PQgetisnull, (const PGresult *rows, int row, int column), (rows, row, column))                              \
    F(char *, PQgetvalue, (const PGresult *rows, int row, int column), (rows, row, column))                            \
    F(char *, PQcmdStatus, (PGresult *rows), (rows))                                                                   \
    F(void, PQclear, (PGresult *rows), (rows))

static struct {
#define POINTER(result, name, ...) __typeof__(name) *name;
    FUNCTIONS(POINTER)
} opened;

#define FORWARD(result, name, parameters, arguments)                                                                   \
    __attribute__((visibility("hidden"))) result name parameters { return opened.name arguments; }
FUNCTIONS(FORWARD)

struct galley_library galley_pq_open(const char *file) {
#define ENTRY(result, name, ...) {#name, (void **)&opened.name},
    static const struct galley_function functions[] = {FUNCTIONS(ENTRY)};
    return galley_open(file, functions, sizeof functions / sizeof *functions);
}
