// The functions of libcurl, each handing on to that of the library, which is opened when it is first needed: a program that
// is linked with it loads it, and 28 libraries that it needs, before it does anything. They have the names and, as the
// compiler sees, the types of the real ones. No other library sees these: libcurl calls its own.
#define CURL_DISABLE_TYPECHECK
#include "CCurl.h"

#include <stdarg.h>

#define HIDDEN __attribute__((visibility("hidden")))

// The result, the name, the parameters, and how these are handed on. Behind the empty line: what nobody calls, but Swift's
// FoundationNetworking names, which FlyingFox brings along.
#define FUNCTIONS(F)                                                                                                   \
    F(CURLcode, curl_global_init, (long flags), (flags))                                                               \
    F(char *, curl_version, (void), ())                                                                                \
    F(void, curl_free, (void *memory), (memory))                                                                       \
    F(CURL *, curl_easy_init, (void), ())                                                                              \
    F(void, curl_easy_reset, (CURL *handle), (handle))                                                                 \
    F(void, curl_easy_cleanup, (CURL *handle), (handle))                                                               \
    F(const char *, curl_easy_strerror, (CURLcode code), (code))                                                       \
    F(char *, curl_easy_unescape, (CURL *handle, const char *text, int length, int *count),                            \
      (handle, text, length, count))                                                                                   \
    F(CURLM *, curl_multi_init, (void), ())                                                                            \
    F(CURLMcode, curl_multi_add_handle, (CURLM *multi, CURL *handle), (multi, handle))                                 \
    F(CURLMcode, curl_multi_remove_handle, (CURLM *multi, CURL *handle), (multi, handle))                              \
    F(CURLMcode, curl_multi_cleanup, (CURLM *multi), (multi))                                                          \
    F(CURLMcode, curl_multi_socket_action, (CURLM *multi, curl_socket_t socket, int events, int *running),             \
      (multi, socket, events, running))                                                                                \
    F(CURLMsg *, curl_multi_info_read, (CURLM *multi, int *left), (multi, left))                                       \
    F(const char *, curl_multi_strerror, (CURLMcode code), (code))                                                     \
    F(CURLSH *, curl_share_init, (void), ())                                                                           \
    F(CURLSHcode, curl_share_cleanup, (CURLSH *share), (share))                                                        \
    F(struct curl_slist *, curl_slist_append, (struct curl_slist *list, const char *text), (list, text))               \
    F(void, curl_slist_free_all, (struct curl_slist *list), (list))                                                    \
    F(CURLU *, curl_url, (void), ())                                                                                   \
    F(void, curl_url_cleanup, (CURLU *address), (address))                                                             \
    F(CURLUcode, curl_url_get, (CURLU *address, CURLUPart part, char **text, unsigned flags),                          \
      (address, part, text, flags))                                                                                    \
    F(CURLUcode, curl_url_set, (CURLU *address, CURLUPart part, const char *text, unsigned flags),                     \
      (address, part, text, flags))                                                                                    \
                                                                                                                       \
    F(CURLcode, curl_easy_pause, (CURL *handle, int directions), (handle, directions))                                 \
    F(CURLMcode, curl_multi_assign, (CURLM *multi, curl_socket_t socket, void *value), (multi, socket, value))         \
    F(curl_version_info_data *, curl_version_info, (CURLversion version), (version))

// Those of any argument: it is a pointer or an integer, and as wide as one.
#define SETTERS(F)                                                                                                     \
    F(CURLcode, curl_easy_setopt, CURL *, CURLoption)                                                                  \
    F(CURLcode, curl_easy_getinfo, CURL *, CURLINFO)                                                                   \
    F(CURLMcode, curl_multi_setopt, CURLM *, CURLMoption)                                                              \
    F(CURLSHcode, curl_share_setopt, CURLSH *, CURLSHoption)

#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt
#undef curl_share_setopt

static struct {
#define POINTER(result, name, ...) __typeof__(name) *name;
    FUNCTIONS(POINTER)
    SETTERS(POINTER)
} opened;

#define FORWARD(result, name, parameters, arguments)                                                                   \
    HIDDEN result name parameters { return opened.name arguments; }
FUNCTIONS(FORWARD)

#define FORWARD_ANY(result, name, handle_type, option_type)                                                            \
    HIDDEN result name(handle_type handle, option_type option, ...) {                                                  \
        va_list values;                                                                                                \
        va_start(values, option);                                                                                      \
        void *value = va_arg(values, void *);                                                                          \
        va_end(values);                                                                                                \
        return opened.name(handle, option, value);                                                                     \
    }
SETTERS(FORWARD_ANY)

struct galley_library galley_curl_open(const char *file) {
#define ENTRY(result, name, ...) {#name, (void **)&opened.name},
    static const struct galley_function functions[] = {FUNCTIONS(ENTRY) SETTERS(ENTRY)};
    return galley_open(file, functions, sizeof functions / sizeof *functions);
}
