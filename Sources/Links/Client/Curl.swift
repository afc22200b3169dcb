import CCurl
import Diagnostics

/// The library that asks servers, opened by whoever comes first.
enum Curl {
    static let library = SharedLibrary(
        "libcurl", installation: "apt-get install libcurl4", purpose: "asks servers of other sites",
        opened: galley_curl_open("libcurl.so.4")
    ) {
        // `libcurl/7.88.1 OpenSSL/3.0.20 …`
        let words = String(cString: curl_version()).split(separator: " ")
        return words.first.map { String($0.drop { $0 != "/" }.dropFirst()) } ?? ""
    }
}
