import Configuration
import TestSupport
import Testing

@testable import Links

/// Asks the server of `Tests/Web` with short time limits, as a run of the link check would.
struct Asking {
    let server: WebServer
    let inquiry: Inquiry
    /// Far above the limits that are set, for machines that do other things as well.
    static let patience = Duration.seconds(30)

    /// - Parameter settings: further lines of the section `links`.
    init(_ settings: String = "", token: String? = nil, trusting: Bool = true) throws {
        server = try WebServer.shared
        var yaml = "retries: 0\ntimeouts: {connect: 1s, first-byte: 1s, whole: 3s}\n" + settings
        if !settings.contains("allow:") { yaml += "\nallow: [127.0.0.1, \"[::1]\"]" }
        if settings.contains("retries:") { yaml = String(yaml.dropFirst("retries: 0\n".count)) }
        let read = try SampleLinks.settings(yaml).settings
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
        _ fragments: Set<String> = [], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Verdict {
        try await outcome(
            server.address(path, door, scheme: scheme, host: host), fragments, sourceLocation: sourceLocation
        ).verdict
    }
}
