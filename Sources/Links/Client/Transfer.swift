import CCurl
import Glibc

/// A request on its way: what libcurl's callbacks are told.
final class Transfer {
    /// How many bytes of headers are read, of all answers that a request brings (100, 103 and the last).
    static let headerLimit = 128_000

    let question: ClientChannel.Question
    var request: WebRequest { question.request }
    /// Whether it got a connection of its own, that no other request was on before.
    let isFresh: Bool
    let start = ContinuousClock.now
    /// Whether the server began to answer.
    var hasBegun: Bool { headerBytes > 0 }

    private var answer = WebAnswer(status: 0)
    private var headerBytes = 0
    /// Why a callback ended the transfer.
    private var failure: WebFailure?
    private var hasEnough = false
    /// How the body is packed, as the server says.
    private var encoding: String?
    /// From the first byte of a packed body on.
    private var unpacker: Unpacker?
    private var headers: UnsafeMutablePointer<curl_slist>?
    /// The address that a name leads to, where the system is not asked for it.
    private var resolution: UnsafeMutablePointer<curl_slist>?
    private let whole: Duration
    private let internet: ClientLoop.Internet
    /// Where libcurl writes what went wrong, in words.
    private let message: UnsafeMutablePointer<CChar>
    /// Whether the empty line behind the headers came.
    private var hasAllHeaders = false

    init(
        _ question: ClientChannel.Question, isFresh: Bool, on handle: UnsafeMutableRawPointer,
        options: ClientLoop.Options, share: UnsafeMutableRawPointer
    ) {
        self.question = question
        self.isFresh = isFresh
        whole = options.timeouts.whole
        internet = options.internet
        message = .allocate(capacity: Int(CURL_ERROR_SIZE))
        message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        let context = Unmanaged.passUnretained(self).toOpaque()
        func set(_ option: CURLoption, _ value: Int) { _ = galley_curl_set_long(handle, option, value) }
        func set(_ option: CURLoption, _ value: String) { _ = galley_curl_set_text(handle, option, value) }
        _ = galley_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, message)
        set(CURLOPT_URL, request.address.text)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_USERAGENT, options.agent)
        set(CURLOPT_NOSIGNAL, 1)
        // A name that is still being looked up when time is up is left alone; waiting for it would stop all others.
        set(CURLOPT_QUICK_EXIT, 1)
        // Through a proxy the address of the host could not be looked at.
        set(CURLOPT_PROXY, "")
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        // A host that speaks HTTP/2 gets one connection, not one for each request. Without TLS there is no HTTP/2 here, and
        // requests would wait for the first answer: one page that hangs would take all others of its host along.
        set(CURLOPT_PIPEWAIT, request.address.isSecure ? 1 : 0)
        set(CURLOPT_FRESH_CONNECT, isFresh ? 1 : 0)
        set(CURLOPT_CONNECTTIMEOUT_MS, options.timeouts.connect.milliseconds)
        set(CURLOPT_TIMEOUT_MS, options.timeouts.whole.milliseconds)
        set(CURLOPT_LOW_SPEED_LIMIT, 64)
        set(CURLOPT_LOW_SPEED_TIME, max(1, options.timeouts.firstByte.milliseconds / 1000))
        if let certificates = options.certificates { set(CURLOPT_CAINFO, certificates) }
        set(CURLOPT_COOKIEFILE, "")
        _ = galley_curl_set_pointer(handle, CURLOPT_SHARE, share)
        if request.method == .head {
            set(CURLOPT_NOBODY, 1)
        } else if !request.headers.contains(where: { $0.name.lowercased() == "accept-encoding" }) {
            headers = curl_slist_append(headers, "Accept-Encoding: gzip")
        }
        for header in request.headers { headers = curl_slist_append(headers, "\(header.name): \(header.value)") }
        _ = galley_curl_set_list(handle, CURLOPT_HTTPHEADER, headers)
        if let address = internet.address(request.address.host) {
            resolution = curl_slist_append(nil, "\(request.address.host):\(request.address.port):\(address)")
            _ = galley_curl_set_list(handle, CURLOPT_RESOLVE, resolution)
        }
        _ = galley_curl_set_data_function(handle, CURLOPT_HEADERFUNCTION) { data, size, count, context in
            Transfer.of(context)?.takeHeader(UnsafeRawBufferPointer(start: data, count: size * count)) ?? 0
        }
        _ = galley_curl_set_pointer(handle, CURLOPT_HEADERDATA, context)
        _ = galley_curl_set_data_function(handle, CURLOPT_WRITEFUNCTION) { data, size, count, context in
            Transfer.of(context)?.takeBody(UnsafeRawBufferPointer(start: data, count: size * count)) ?? 0
        }
        _ = galley_curl_set_pointer(handle, CURLOPT_WRITEDATA, context)
        _ = galley_curl_set_socket_function(handle) { context, _, address in
            guard let transfer = Transfer.of(context), let address else { return galley_curl_no_socket }
            return transfer.openSocket(address)
        }
        _ = galley_curl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, context)
    }

    /// Called when libcurl no longer needs what the transfer holds.
    func release() {
        curl_slist_free_all(headers)
        curl_slist_free_all(resolution)
        (headers, resolution) = (nil, nil)
    }

    deinit { message.deallocate() }

    /// Whether the request went out on a connection that others were on before.
    func isOnUsedConnection(_ handle: UnsafeMutableRawPointer) -> Bool {
        var count = 1
        _ = galley_curl_get_long(handle, CURLINFO_NUM_CONNECTS, &count)
        return count == 0
    }

    func isConnected(_ handle: UnsafeMutableRawPointer) -> Bool {
        var port = 0
        _ = galley_curl_get_long(handle, CURLINFO_PRIMARY_PORT, &port)
        return port != 0
    }

    // MARK: - Callbacks

    private static func of(_ context: UnsafeMutableRawPointer?) -> Transfer? {
        // The loop holds each transfer until its handle is taken off.
        context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    private func takeHeader(_ bytes: UnsafeRawBufferPointer) -> Int {
        headerBytes += bytes.count
        guard headerBytes <= Self.headerLimit else {
            failure = .headersTooLarge
            return 0
        }
        if bytes.starts(with: "HTTP/".utf8) {
            // Another answer begins; what an interim one said does not hold for it.
            answer = WebAnswer(status: 0)
            encoding = nil
            hasAllHeaders = false
            return bytes.count
        }
        if bytes.allSatisfy({ $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") }) { hasAllHeaders = true }
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon < 32 else { return bytes.count }
        let value = { () -> String in
            let rest = bytes[(colon + 1)...]
            let isSpace = { (byte: UInt8) in byte <= 0x20 }
            guard let start = rest.firstIndex(where: { !isSpace($0) }),
                let end = rest.lastIndex(where: { !isSpace($0) })
            else { return "" }
            return String(decoding: rest[start...end], as: UTF8.self)
        }
        switch String(decoding: bytes[..<colon], as: UTF8.self).lowercased() {
        case "location": answer.location = value()
        case "retry-after": answer.retryAfter = value()
        case "content-type": answer.contentType = value()
        case "content-encoding": encoding = value().lowercased()
        case "cf-mitigated", "x-amzn-waf-action": answer.isChallenge = true
        default: break
        }
        return bytes.count
    }

    private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Int {
        switch encoding {
        case nil, "", "identity":
            let room = request.bodyLimit - answer.body.count
            answer.body += bytes.prefix(max(0, room))
            return bytes.count > room ? stopReading() : bytes.count
        case "gzip", "x-gzip":
            unpacker = unpacker ?? Unpacker()
            switch unpacker?.unpack(bytes, into: &answer.body, limit: request.bodyLimit) {
            case .more: return bytes.count
            case .enough: return stopReading()
            case .failed, nil:
                failure = .encoding
                return 0
            }
        // What browsers know, but nobody asked for: there is a page, of which nothing more can be told.
        case "deflate", "br", "zstd", "compress", "x-compress": return stopReading()
        default:
            failure = .encoding
            return 0
        }
    }

    private func stopReading() -> Int {
        hasEnough = true
        answer.isWhole = false
        return 0
    }

    /// The address that is really connected to is looked at here, so that no name can lead elsewhere in the meantime.
    private func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        let offset = MemoryLayout<curl_sockaddr>.offset(of: \curl_sockaddr.addr) ?? 0
        let peer = (UnsafeRawPointer(address) + offset).assumingMemoryBound(to: sockaddr.self)
        guard let network = NetworkAddress(peer) else { return galley_curl_no_socket }
        if internet.privacy(network) != nil, !request.allowsPrivate {
            failure = .privateAddress(network)
            return galley_curl_no_socket
        }
        return socket(
            address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), address.pointee.protocol)
    }

    // MARK: - The end

    /// Whether the other side went away while the two agreed on an encryption. OpenSSL has no number for it that libcurl
    /// passes on, so its words are looked at.
    private var isCutOff: Bool {
        let words = String(cString: message)
        return ["SYSCALL", "unexpected eof", "reset by peer"].contains { words.contains($0) }
    }

    func result(of code: CURLcode, on handle: UnsafeMutableRawPointer) -> Result<WebAnswer, WebFailure> {
        var status = 0
        _ = galley_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
        answer.status = status
        // libcurl takes an answer that ends in its headers for a whole one.
        if code == CURLE_OK, !hasAllHeaders { return .failure(.interrupted) }
        if code == CURLE_OK, let unpacker, !unpacker.isAtEnd { return .failure(.interrupted) }
        if code == CURLE_OK || (hasEnough && status > 0) { return .success(answer) }
        return .failure(failure(of: code, on: handle))
    }

    private func failure(of code: CURLcode, on handle: UnsafeMutableRawPointer) -> WebFailure {
        switch failure {
        case .headersTooLarge?, .encoding?: return failure ?? .encoding
        default: break
        }
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: return .name
        case CURLE_COULDNT_CONNECT: return failure ?? .connection
        case CURLE_PEER_FAILED_VERIFICATION: return .certificate(certificateFault(handle))
        case CURLE_SSL_CONNECT_ERROR where isCutOff: return .closed
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_USE_SSL_FAILED, CURLE_SSL_INVALIDCERTSTATUS:
            return .handshake
        case CURLE_OPERATION_TIMEDOUT:
            if !isConnected(handle) { return .timeout(.connect) }
            if !hasBegun { return .timeout(.firstByte) }
            return ContinuousClock.now - start >= whole - .milliseconds(500) ? .timeout(.whole) : .tooSlow
        case CURLE_GOT_NOTHING, CURLE_SEND_ERROR: return .closed
        case CURLE_RECV_ERROR: return hasBegun ? .interrupted : .closed
        case CURLE_PARTIAL_FILE: return .interrupted
        case CURLE_HTTP2, CURLE_HTTP2_STREAM: return hasBegun ? .interrupted : .closed
        // A line of headers that is longer than libcurl's own limit.
        case CURLE_OUT_OF_MEMORY, CURLE_FILESIZE_EXCEEDED: return .headersTooLarge
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: return .notHTTP
        default: return .other(String(cString: curl_easy_strerror(code)))
        }
    }

    /// By the numbers that OpenSSL gives to faults (X509_V_ERR_…).
    private func certificateFault(_ handle: UnsafeMutableRawPointer) -> WebFailure.Certificate {
        var number = 0
        _ = galley_curl_get_long(handle, CURLINFO_SSL_VERIFYRESULT, &number)
        switch number {
        // libcurl compares names itself, before it asks OpenSSL, and leaves its own "not yet known" (1) then.
        case 0, 1, 62, 64: return .otherName
        case 9: return .notYetValid
        case 10: return .expired
        case 18, 19: return .selfSigned
        default: return .notTrusted
        }
    }
}

extension Duration {
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}
