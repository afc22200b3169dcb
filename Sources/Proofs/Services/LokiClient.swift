import LogQL

/// Asks a Loki, by curl.
public struct LokiClient: Sendable {
    /// What it said: a status of HTTP, and a body.
    public struct Answer: Sendable {
        public let status: Int
        public let body: [UInt8]

        public var text: String { String(decoding: body, as: UTF8.self) }
    }

    public static let curl = Program(
        "curl", installation: "apt-get install curl", purpose: "speaks HTTP in examples, and with Loki")

    private let curl: FoundProgram
    /// Puts a command into the network where Loki is.
    private let entering: [String]
    private let base: String
    private let tenant: String?

    /// - Parameters:
    ///   - tenant: whom requests are for; nil for a Loki that does not ask.
    ///   - house: the network in which it listens on port 3100; nil where `base` says where it is.
    public init(
        curl: FoundProgram, base: String = "http://127.0.0.1:3100", tenant: String?, in house: NetworkHouse? = nil
    ) {
        self.curl = curl
        self.base = base
        self.tenant = tenant
        entering = house?.entering ?? []
    }

    /// Sends a form.
    /// - Throws: why there was no answer, in words.
    public func ask(_ path: String, _ form: [(name: String, value: String)]) async throws(SandboxUnavailable) -> Answer
    {
        var arguments = ["--get"]
        for field in form { arguments += ["--data-urlencode", "\(field.name)=\(field.value)"] }
        return try await send(path, arguments, [])
    }

    /// Sends the lines of a dataset, and waits while Loki can't take them.
    /// - Parameter moved: nanoseconds that the lines are moved by.
    /// - Throws: why they were not taken, in words.
    public func push(_ dataset: Dataset, movedBy moved: Int64) async throws(SandboxUnavailable) {
        for body in PushBodies(dataset, movedBy: moved) {
            var last = ""
            var isTaken = false
            for _ in 0..<40 where !isTaken {
                let sent = try await send(
                    "/loki/api/v1/push", ["--header", "Content-Type: application/json", "--data-binary", "@-"], body)
                isTaken = sent.status == 204
                if isTaken { continue }
                last = "\(sent.status) \(sent.text.prefix(200))"
                // 429: more than its limits let in at a time; 500 and 503: its ring is not ready yet.
                guard [429, 500, 503].contains(sent.status), await ProcessThread.shared.sleep(for: .milliseconds(500))
                else { break }
            }
            guard isTaken else {
                throw SandboxUnavailable(reason: "Loki does not take the dataset's lines: \(last)", isFault: true)
            }
        }
    }

    /// As evidence names it: `Loki 3.7.6`. Galley's stand-in says what it is.
    public func title() async throws(SandboxUnavailable) -> String {
        let answer = try await ask("/loki/api/v1/status/buildinfo", [])
        guard answer.status == 200, let version = Self.version(answer.text) else {
            throw SandboxUnavailable(
                reason: "it does not say which version it is: \(answer.text.prefix(80))", isFault: true)
        }
        return version.first?.isNumber == true ? "Loki \(version)" : version
    }

    private static func version(_ text: String) -> String? {
        guard let key = text.firstRange(of: "\"version\":\"") else { return nil }
        return String(text[key.upperBound...].prefix { $0 != "\"" })
    }

    private func send(_ path: String, _ arguments: [String], _ body: [UInt8]) async throws(SandboxUnavailable) -> Answer
    {
        let own = [
            "--silent", "--show-error", "--noproxy", "*", "--max-time", "60", "--write-out", "\n%{http_code}",
        ]
        let header = tenant.map { ["--header", "X-Scope-OrgID: \($0)"] } ?? []
        let words = entering + [curl.path] + own + header + arguments + [base + path]
        let outcome = await ProcessCommand(
            words[0], Array(words.dropFirst()), input: body, timeLimit: .seconds(90), outputLimit: 64 << 20
        ).run()
        let end = outcome.output.lastIndex(of: 0x0A) ?? outcome.output.startIndex
        guard outcome.isSuccess, let status = Int(String(decoding: outcome.output[end...].dropFirst(), as: UTF8.self))
        else {
            let said = outcome.errorText.split(separator: "\n").first.map(String.init) ?? "\(outcome.end)"
            throw SandboxUnavailable(reason: "\(base) does not answer: \(said)", isFault: true)
        }
        return Answer(status: status, body: Array(outcome.output[..<end]))
    }
}
