#define _GNU_SOURCE
#include "COpening.h"

#include <dlfcn.h>

struct galley_library galley_open(const char *file, const struct galley_function *functions, size_t count) {
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    if (!library) return (struct galley_library){.problem = dlerror()};
    for (size_t index = 0; index < count; index++) {
        *functions[index].pointer = dlsym(library, functions[index].name);
        if (!*functions[index].pointer) return (struct galley_library){.problem = dlerror()};
    }
    Dl_info place = {.dli_fname = file};
    if (count > 0) dladdr(*functions[0].pointer, &place);
    return (struct galley_library){.path = place.dli_fname};
}
