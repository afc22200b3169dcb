import Configuration
import TestSupport
import Testing

@testable import Links

/// Asks the server of `Tests/Web` as a run of the link check would.
struct Asking {
    let server: WebServer
    let inquiry: Inquiry
    /// Far above all limits that are set here, for machines that do other things as well.
    static let patience = Duration.seconds(120)
    /// Of tests about something else than time: a machine that does other things must not run into them.
    static let longLimits = "{connect: 30s, first-byte: 30s, whole: 60s}"

    /// - Parameter settings: further lines of the section `links`.
    init(
        _ settings: String = "", limits: String = Asking.longLimits, token: String? = nil, trusting: Bool = true
    ) throws {
        server = try WebServer.shared
        var lines = ["timeouts: \(limits)", settings]
        if !settings.contains("allow:") { lines.append("allow: [127.0.0.1, \"[::1]\"]") }
        if !settings.contains("retries:") { lines.append("retries: 0") }
        let read = try SampleLinks.settings(lines.joined(separator: "\n")).settings
        inquiry = Inquiry(
            read, policies: HostPolicies(read) { $0 == "TOKEN" ? token : nil },
            client: WebClient(
                timeouts: read.timeouts, agent: "Galley/test", certificates: trusting ? server.certificates : nil))
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
