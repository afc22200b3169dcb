import Configuration
import TestSupport
import Testing

@testable import Links

/// Asks the server of `Tests/Web` as a run of the link check would, by a client of its own: a thread and a dozen descriptors.
///
/// So suites with many cases run them in turn: Foundation's `Process` crashes where some 1,360 descriptors are open.
struct Asking {
    let server: WebServer
    let inquiry: Inquiry
    /// Far above all limits that are set here, for machines that do other things as well; and far below the time for which the
    /// server keeps silent.
    static let patience = Duration.seconds(900)
    /// Of tests about something else than time: a machine that does other things must not run into them.
    static let longLimits = "{connect: 30s, first-byte: 30s, whole: 60s}"

    /// - Parameter settings: further lines of the section `links`.
    init(
        _ settings: String = "", limits: String = Asking.longLimits, token: String? = nil, trusting: Bool = true,
        internet: ClientLoop.Internet = .init()
    ) throws {
        server = try WebServer.shared
        var lines = ["timeouts: \(limits)", settings]
        if !settings.contains("allow:") { lines.append("allow: [127.0.0.1, \"[::1]\"]") }
        if !settings.contains("retries:") { lines.append("retries: 0") }
        let read = try SampleLinks.settings(lines.joined(separator: "\n")).settings
        inquiry = Inquiry(
            read, policies: HostPolicies(read) { $0 == "TOKEN" ? token : nil },
            client: WebClient(
                timeouts: read.timeouts, agent: "Galley/test", certificates: trusting ? server.certificates : nil,
                internet: internet))
    }

    /// The ways to the server: plain, over TLS, and by HTTP/2.
    static let ways = [("http", "web"), ("https", "tls"), ("https", "two")]
    static let waysOverTLS = [("https", "tls"), ("https", "two")]

    /// Leaves out a test of a door that is not there.
    func needs(_ door: String) throws {
        if !server.has(door) { try Test.cancel("there is no nginx here") }
    }

    /// What an address turns out to be; a failure of the test where that takes longer than it may.
    func outcome(
        _ address: String, _ fragments: Set<String> = [], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Inquiry.Outcome {
        let start = ContinuousClock.now
        let outcome = await inquiry.outcome(of: .init(address: try WebAddress(address), fragments: fragments))
        let time = ContinuousClock.now - start
        #expect(time < Self.patience, "\(address) took \(time)", sourceLocation: sourceLocation)
        return outcome
    }

    func verdict(
        _ path: String, _ door: String = "web", scheme: String = "http", host: String? = nil,
        fragments: Set<String> = [], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Verdict {
        try await outcome(
            server.address(path, door, scheme: scheme, host: host), fragments, sourceLocation: sourceLocation
        ).verdict
    }
}
