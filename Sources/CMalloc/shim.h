#ifndef GALLEY_CMALLOC_SHIM_H
#define GALLEY_CMALLOC_SHIM_H
// What the C library's allocator can be told, which Swift's module of that library leaves out.
#include <malloc.h>
#endif
