// One POST with libcurl. Its options are a variadic function, which does not reach Swift: so the request is made here.
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

/// An answer's body; more than `limit` bytes are refused.
struct triage_body {
    char *bytes;
    size_t count;
    size_t limit;
};

static inline size_t triage_take(char *bytes, size_t size, size_t count, void *context) {
    struct triage_body *body = (struct triage_body *)context;
    size_t more = size * count;
    if (more > body->limit - body->count) return 0;
    if (more == 0) return 0;
    char *grown = (char *)realloc(body->bytes, body->count + more);
    if (grown == NULL) return 0;
    memcpy(grown + body->count, bytes, more);
    body->bytes = grown;
    body->count += more;
    return more;
}

/// Sends `bytes` and waits for the answer. `handle` keeps its connection for the next time; `ca_file` may be NULL.
/// No redirects, HTTP and HTTPS only, the server's certificate and name are checked.
static inline CURLcode triage_post(
    CURL *handle, const char *url, struct curl_slist *headers, const char *bytes, size_t count,
    long timeout_milliseconds, const char *ca_file, struct triage_body *body, long *status) {
    curl_easy_reset(handle);
    curl_easy_setopt(handle, CURLOPT_URL, url);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    if (ca_file != NULL) curl_easy_setopt(handle, CURLOPT_CAINFO, ca_file);
    curl_easy_setopt(handle, CURLOPT_POST, 1L);
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, bytes);
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, timeout_milliseconds);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, timeout_milliseconds);
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "triage");
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, triage_take);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, body);
    CURLcode code = curl_easy_perform(handle);
    *status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, status);
    return code;
}

/// Once, before the first request of any thread.
static inline int triage_curl_prepare(void) {
    return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}
