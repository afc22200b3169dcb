#ifndef GALLEY_CCURL_H
#define GALLEY_CCURL_H
#include <COpening.h>
#include <curl/curl.h>
#include <netinet/in.h>
// What the sockets of libcurl are waited for with; the module of the C library does not have it.
#include <sys/epoll.h>

/// Opens libcurl. None of its functions may be called before that, and none where it can't be opened.
/// \param file the library's name, or its path.
struct galley_library galley_curl_open(const char *file);

// Setters and getters of libcurl are variadic, which Swift can't call: one function for each type of value.
static inline CURLcode galley_curl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode galley_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode galley_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode galley_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

typedef size_t (*galley_curl_data_function)(char *data, size_t size, size_t count, void *context);
static inline CURLcode galley_curl_set_data_function(
    CURL *handle, CURLoption option, galley_curl_data_function function) {
    return curl_easy_setopt(handle, option, function);
}

typedef curl_socket_t (*galley_curl_socket_function)(
    void *context, curlsocktype purpose, struct curl_sockaddr *address);
static inline CURLcode galley_curl_set_socket_function(CURL *handle, galley_curl_socket_function function) {
    return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, function);
}

static inline CURLcode galley_curl_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}
static inline CURLcode galley_curl_get_pointer(CURL *handle, CURLINFO info, void **value) {
    return curl_easy_getinfo(handle, info, value);
}

static inline CURLMcode galley_curl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}
static inline CURLMcode galley_curl_multi_set_socket_function(
    CURLM *multi, void *context, curl_socket_callback function) {
    curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, context);
    return curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, function);
}
static inline CURLMcode galley_curl_multi_set_timer_function(
    CURLM *multi, void *context, curl_multi_timer_callback function) {
    curl_multi_setopt(multi, CURLMOPT_TIMERDATA, context);
    return curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, function);
}
static inline CURLSHcode galley_curl_share(CURLSH *share, curl_lock_data data) {
    return curl_share_setopt(share, CURLSHOPT_SHARE, data);
}

// What a finished message tells: a union, of which Swift sees no member by name.
static inline CURLcode galley_curl_result(const CURLMsg *message) { return message->data.result; }

// Macros with casts and more, which Swift does not see.
static const curl_socket_t galley_curl_no_socket = CURL_SOCKET_BAD;
enum { GALLEY_CURL_GLOBAL_ALL = CURL_GLOBAL_ALL };
#endif
