#ifndef GALLEY_CXXHASH_SHIM_H
#define GALLEY_CXXHASH_SHIM_H

#include <xxhash.h>

#endif
