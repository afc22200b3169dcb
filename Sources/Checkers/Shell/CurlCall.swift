/// What a call of curl asks of whom.
struct CurlCall {
    /// A name and a value as the server gets them, decoded.
    struct Parameter {
        let name: [ShellByte]
        /// Nil for a name without `=`.
        let value: [ShellByte]?
    }

    private(set) var urls: [WebAddress] = []
    private var method: [ShellByte]?
    private var isHead = false
    private var isUpload = false
    private(set) var sendsDataAsQuery = false
    /// Whether braces and brackets in URLs stand for themselves.
    private(set) var isGlobOff = false
    /// The word that turns the check of certificates off.
    private(set) var insecure: ShellWord?
    /// `user:password`.
    private(set) var credentials: [ShellByte]?
    private(set) var headers: [[ShellByte]] = []
    /// What is sent as a form, or as the address's query with `--get`.
    private(set) var parameters: [Parameter] = []
    /// What `--url-query` adds to the address.
    private(set) var addressParameters: [Parameter] = []
    private var hasData = false
    /// Whether the data has a form that is not known here: a file, JSON.
    private(set) var hasOpaqueData = false

    /// The method in capitals; nil where the script computes it.
    var methodName: String? {
        if let method { return method.hasExpansion ? nil : method.text }
        if isHead { return "HEAD" }
        if isUpload { return "PUT" }
        return hasData && !sendsDataAsQuery ? "POST" : "GET"
    }

    init(_ invocation: Invocation) {
        var words = invocation.arguments[...]
        var onlyURLs = false
        while let word = words.popFirst() {
            let text = word.pattern
            if onlyURLs || !text.hasPrefix("-") || text == "-" {
                urls.append(WebAddress(word.bytes))
            } else if text == "--" {
                onlyURLs = true
            } else if text.hasPrefix("--") {
                let name = String(text.dropFirst(2))
                let value = Self.valued.contains(name) ? words.popFirst() : nil
                take(name, value?.bytes, word)
            } else {
                takeShort(word, &words)
            }
        }
    }

    /// `-sSXPOST`: letters up to the first that takes a value, which is the rest or the next word.
    private mutating func takeShort(_ word: ShellWord, _ words: inout ArraySlice<ShellWord>) {
        var rest = word.bytes.dropFirst()
        while let letter = rest.popFirst() {
            let option = String(decoding: [letter.value], as: UTF8.self)
            let name = Self.short[option] ?? option
            guard Self.valued.contains(name) || Self.shortValued.contains(option) else {
                take(name, nil, word)
                continue
            }
            take(name, rest.isEmpty ? words.popFirst()?.bytes : Array(rest), word)
            return
        }
    }

    private mutating func take(_ name: String, _ value: [ShellByte]?, _ word: ShellWord) {
        switch name {
        case "request": method = value
        case "head": isHead = true
        case "upload-file": isUpload = true
        case "get": sendsDataAsQuery = true
        case "globoff": isGlobOff = true
        case "insecure": insecure = word
        case "user": credentials = value
        case "header": headers += value.map { [$0] } ?? []
        case "url": urls += value.map { [WebAddress($0)] } ?? []
        case "url-query": addressParameters += value.map { [Self.encoded($0)] } ?? []
        case "data", "data-ascii", "data-binary", "data-raw":
            hasData = true
            takeData(value ?? [], mayBeFile: name != "data-raw")
        case "data-urlencode":
            hasData = true
            if let value { parameters.append(Self.encoded(value)) }
        case "json", "form", "form-string":
            hasData = true
            hasOpaqueData = true
        default: break
        }
    }

    private mutating func takeData(_ value: [ShellByte], mayBeFile: Bool) {
        let isFile = mayBeFile && value.first?.value == UInt8(ascii: "@")
        let isJSON = value.first.map { "{[".utf8.contains($0.value) } ?? true
        guard !isFile, !isJSON, value.contains(where: { $0.value == UInt8(ascii: "=") }) else {
            hasOpaqueData = true
            return
        }
        parameters += WebAddress.parameters(value)
    }

    /// `name=content`, of which curl encodes the content; `name@file` is left open.
    private static func encoded(_ value: [ShellByte]) -> Parameter {
        if let sign = value.firstIndex(where: { $0.value == UInt8(ascii: "=") || $0.value == UInt8(ascii: "@") }) {
            let content = Array(value[(sign + 1)...])
            let isFile = value[sign].value == UInt8(ascii: "@")
            let unknown = ShellByte(value: 0, source: value[sign].source, quoting: .none)
            return Parameter(name: Array(value[..<sign]), value: isFile ? [unknown] : content)
        }
        return Parameter(name: [], value: value)
    }

    private static let short = [
        "X": "request", "I": "head", "T": "upload-file", "G": "get", "g": "globoff", "k": "insecure", "u": "user",
        "H": "header", "d": "data", "F": "form",
    ]
    private static let shortValued = Set("ACDEFHKPQTUXYbcdehmortuwxyz".map { String($0) })
    /// Of `curl --help all` of 7.88 to 8.15, the long options that take a value.
    private static let valued = Set(
        """
        abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers config connect-timeout connect-to
        continue-at cookie cookie-jar create-file-mode crlfile curves data data-ascii data-binary data-raw data-urlencode
        delegation dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url dump-header ech egd-file engine
        etag-compare etag-save expect100-timeout form form-string ftp-account ftp-alternative-to-user ftp-method ftp-port
        ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip header help hostpubmd5 hostpubsha256 hsts interface
        ip-tos ipfs-gateway json keepalive-cnt keepalive-time key key-type krb libcurl limit-rate local-port
        login-options mail-auth mail-from mail-rcpt max-filesize max-redirs max-time netrc-file noproxy oauth2-bearer
        output output-dir parallel-max pass pinnedpubkey preproxy proto proto-default proto-redir proxy proxy-cacert
        proxy-capath proxy-cert proxy-cert-type proxy-ciphers proxy-crlfile proxy-header proxy-key proxy-key-type
        proxy-pass proxy-pinnedpubkey proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword
        proxy-tlsuser proxy-user proxy1.0 pubkey quote random-file range rate referer request request-target resolve
        retry retry-delay retry-max-time sasl-authzid service-name sigalgs socks4 socks4a socks5 socks5-gssapi-service
        socks5-hostname speed-limit speed-time stderr telnet-option tftp-blksize time-cond tls-max tls13-ciphers
        tlsauthtype tlspassword tlsuser trace trace-ascii trace-config unix-socket upload-file upload-flags url url-query
        user user-agent variable vlan-priority write-out
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
