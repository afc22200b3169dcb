#ifndef GALLEY_COPENING_H
#define GALLEY_COPENING_H
#include <stddef.h>

/// A function of a library, and the pointer that is to lead to it.
struct galley_function {
    const char *name;
    void **pointer;
};

/// A library that was looked for.
struct galley_library {
    /// Where it lies; null where it can't be opened.
    const char *path;
    /// Why it can't be opened, until the next library is; null where it is open.
    const char *problem;
};

/// Opens a library of the system, for good, and finds functions in it: all of them, or it is not open.
struct galley_library galley_open(const char *file, const struct galley_function *functions, size_t count);
#endif
