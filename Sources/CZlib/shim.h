#ifndef GALLEY_CZLIB_SHIM_H
#define GALLEY_CZLIB_SHIM_H
#include <zlib.h>

// A macro with a size in it, which Swift does not see: reads gzip, and nothing else.
static inline int galley_zlib_start(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
#endif
