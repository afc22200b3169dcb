import CCurl
import Glibc

/// An address of the web in the one form that all links to it share: as the client reads it, without the anchor.
///
/// libcurl reads it, so that the checks see the very host that is asked.
public struct WebAddress: Sendable, Hashable {
    /// What is asked: scheme and host in lower case, other than ASCII in Punycode or as `%` and digits, no anchor.
    public let text: String
    /// Of the host in the text, behind the scheme: there are many addresses, and each has its host already.
    private let hostLength: UInt16
    private let storedPort: UInt16
    public let isSecure: Bool
    /// What follows `#`, decoded; nil where nothing is meant but the whole page.
    public let fragment: String?

    /// In lower case and Punycode; an address of IPv6 without brackets.
    public var host: String {
        let start = Self.hostStart(isSecure)
        let name = text.utf8.dropFirst(start).prefix(Int(hostLength))
        return String(decoding: name.first == UInt8(ascii: "[") ? name.dropFirst().dropLast() : name, as: UTF8.self)
    }

    public var port: Int { Int(storedPort) }

    /// Why a text is no address of the web.
    public enum Problem: Error, Sendable, Hashable {
        /// Not read at all, with the place that is wrong in words.
        case malformed(String)
        /// It holds a name and a password, which would be in everybody's hands.
        case login
        case tooLong(Int)
        /// There is nothing to read it with.
        case unreadable(String)

        /// The problem as the rest of a sentence.
        public var words: String {
            switch self {
            case .malformed(let reason), .unreadable(let reason): reason
            case .login: "it holds a login"
            case .tooLong(let count):
                "it has \(count) bytes, and \(WebAddress.longest) are the most that can be counted on"
            }
        }
    }

    /// The longest address that servers and browsers can be counted on to take.
    static let longest = 8_000

    public init(_ written: String) throws(Problem) {
        let count = written.utf8.count
        guard count <= Self.longest else { throw .tooLong(count) }
        if let reason = Self.fault(in: written) { throw .malformed(reason) }
        let handle = try Self.handle()
        defer { curl_url_cleanup(handle) }
        let absolute = written.hasPrefix("//") ? "https:" + written : written
        let code = curl_url_set(handle, CURLUPART_URL, absolute, UInt32(CURLU_URLENCODE))
        guard code == CURLUE_OK else { throw .malformed(Self.reason(code)) }
        let read = try Self.read(handle)
        // Most authors write the one form, and there are many addresses: two equal texts share their bytes.
        self = WebAddress(
            text: read.text == written ? written : read.text, hostLength: read.hostLength, port: read.storedPort,
            isSecure: read.isSecure, fragment: read.fragment)
    }

    /// Resolves what a server said that an address leads to, which may be relative (RFC 9110, section 10.2.2).
    public init(_ reference: String, from base: WebAddress) throws(Problem) {
        guard reference.utf8.count <= Self.longest else { throw .tooLong(reference.utf8.count) }
        let handle = try Self.handle()
        defer { curl_url_cleanup(handle) }
        guard curl_url_set(handle, CURLUPART_URL, base.text, 0) == CURLUE_OK else { throw .malformed("no base") }
        let code = curl_url_set(handle, CURLUPART_URL, reference, UInt32(CURLU_URLENCODE))
        guard code == CURLUE_OK else { throw .malformed(Self.reason(code)) }
        self = try Self.read(handle)
    }

    private init(text: String, hostLength: UInt16, port: UInt16, isSecure: Bool, fragment: String?) {
        self.text = text
        self.hostLength = hostLength
        storedPort = port
        self.isSecure = isSecure
        self.fragment = fragment
    }

    private static func handle() throws(Problem) -> OpaquePointer {
        if let absence = Curl.library.absence { throw .unreadable(absence) }
        _ = readsUTF8
        guard let handle = curl_url() else { throw .unreadable("memory ran out") }
        return handle
    }

    /// libcurl takes names for text in the encoding of the process's locale, which is ASCII until somebody says otherwise.
    private static let readsUTF8: Bool = setlocale(LC_CTYPE, "C.UTF-8") != nil

    private static func read(_ handle: OpaquePointer) throws(Problem) -> WebAddress {
        let scheme = part(CURLUPART_SCHEME, of: handle)?.lowercased() ?? ""
        guard scheme == "http" || scheme == "https" else { throw .malformed("`\(scheme):` is not of the web") }
        if part(CURLUPART_USER, of: handle) != nil || part(CURLUPART_PASSWORD, of: handle) != nil { throw .login }
        let fragment = part(CURLUPART_FRAGMENT, of: handle).flatMap(meaning)
        curl_url_set(handle, CURLUPART_FRAGMENT, nil, 0)
        guard let name = part(CURLUPART_HOST, of: handle, UInt32(CURLU_PUNYCODE)) else {
            throw .malformed("its host is no name that the internet has")
        }
        // The trailing dot of a full name is no other host.
        let host = (name.hasSuffix(".") && name.utf8.count > 1 ? String(name.dropLast()) : name).lowercased()
        guard HostName.isSound(host) else { throw .malformed("its host is no name that the internet has") }
        curl_url_set(handle, CURLUPART_HOST, host, 0)
        // Which of this machine's networks is meant is nobody else's concern.
        curl_url_set(handle, CURLUPART_ZONEID, nil, 0)
        let port = part(CURLUPART_PORT, of: handle, UInt32(CURLU_DEFAULT_PORT)).flatMap { UInt16($0) } ?? 0
        guard port > 0 else { throw .malformed(reason(CURLUE_BAD_PORT_NUMBER)) }
        let isSecure = scheme == "https"
        guard let text = part(CURLUPART_URL, of: handle, UInt32(CURLU_NO_DEFAULT_PORT)),
            text.utf8.dropFirst(hostStart(isSecure)).starts(with: host.utf8)
        else { throw .malformed("it can't be read") }
        return WebAddress(
            text: text, hostLength: UInt16(host.utf8.count), port: port, isSecure: isSecure, fragment: fragment)
    }

    /// Behind `https://` or `http://`.
    private static func hostStart(_ isSecure: Bool) -> Int { isSecure ? 8 : 7 }

    /// The host, with the port where it is not the usual one.
    public var server: String {
        let shown = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
        return port == (isSecure ? 443 : 80) ? shown : "\(shown):\(port)"
    }

    /// What a server sent for an address, as it may be printed: without what stands where a name and a password do,
    /// whether the rest is an address or not, and without characters that a terminal obeys.
    static func printable(_ sent: String) -> String {
        let text = String(String.UnicodeScalarView(sent.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
        guard let at = text.lastIndex(of: "@") else { return text }
        let start = text.firstRange(of: "//")?.upperBound ?? text.startIndex
        return start < at ? "\(text[..<start])…\(text[at...])" : text
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }

    private static func part(_ part: CURLUPart, of handle: OpaquePointer, _ flags: UInt32 = 0) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(handle, part, &text, flags) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }

    /// The anchor that a fragment means. `#:~:text=` marks a text to be shown (a text fragment), and is no anchor.
    private static func meaning(_ fragment: String) -> String? {
        let anchor = fragment.firstRange(of: ":~:").map { fragment[..<$0.lowerBound] } ?? fragment[...]
        return anchor.isEmpty ? nil : decoded(anchor)
    }

    private static func decoded(_ text: Substring) -> String {
        var length: Int32 = 0
        guard let bytes = curl_easy_unescape(nil, String(text), 0, &length) else { return String(text) }
        defer { curl_free(bytes) }
        return String(cString: bytes)
    }

    /// Faults that libcurl lets pass or mends, while browsers differ.
    private static func fault(in written: String) -> String? {
        if written.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "it holds a control character" }
        if written.utf8.contains(UInt8(ascii: " ")) { return "it holds a space, which is written `%20`" }
        if written.utf8.contains(UInt8(ascii: "\\")) { return "it holds a backslash" }
        if !written.hasPrefix("//"), let colon = written.firstIndex(of: ":"), !written[colon...].hasPrefix("://") {
            return "`//` is missing behind the scheme"
        }
        if written.drop(while: { $0 != "/" }).hasPrefix("///") { return "it names no host" }
        var rest = Array(written.utf8)[...]
        while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
            let digits = rest[(percent + 1)...].prefix(2)
            guard digits.count == 2, digits.allSatisfy(isHexDigit) else {
                return "`%` is not followed by two hexadecimal digits"
            }
            rest = rest[(percent + 3)...]
        }
        return nil
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 6
    }

    private static func reason(_ code: CURLUcode) -> String {
        switch code {
        case CURLUE_BAD_PORT_NUMBER: "its port is no number from 1 to 65535"
        case CURLUE_BAD_HOSTNAME, CURLUE_BAD_IPV6, CURLUE_NO_HOST: "its host is no name that the internet has"
        case CURLUE_UNSUPPORTED_SCHEME, CURLUE_BAD_SCHEME: "its scheme is not of the web"
        default: "it can't be read"
        }
    }
}
