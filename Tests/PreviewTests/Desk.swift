import Diagnostics
import Foundation
import Site
import TestSupport
import Testing

@testable import Preview

/// A preview without sockets, for tests of what it answers.
struct Desk {
    let folder: TemporaryFolder
    let site: PreviewSite
    let hub: EventHub
    let responder: Responder

    init(_ folder: TemporaryFolder, streams: Int = 64, patience: Duration = .seconds(60)) async throws {
        self.folder = folder
        let (site, hub) = (Self.site(of: folder), EventHub(limit: streams))
        self.site = site
        self.hub = hub
        responder = Responder(
            site: site, hub: hub, trials: TrialDesk(site: site, patience: patience),
            callers: CallerCheck(address: "127.0.0.1"), greeting: { _ in "{}" }, opened: { _ in })
        try await site.read()
    }

    static func site(of folder: TemporaryFolder) -> PreviewSite {
        PreviewSite(
            Preview.Sources(
                reader: ProjectReader(root: folder.path, configurationPath: "galley.yml", width: 2), version: "test",
                today: { "2026-05-05" }, settle: { found, _ in found }))
    }

    func get(_ path: String, _ headers: [String: String] = [:], method: String = "GET") async -> Response {
        let parts = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return await responder.respond(
            to: Request(
                method: method, path: parts[0], query: parts.count > 1 ? parts[1] : "",
                headers: ["host": "127.0.0.1:4000"].merging(headers) { $1 }))
    }

    func post(_ path: String, _ body: String, _ headers: [String: String] = [:]) async -> Response {
        await responder.respond(
            to: Request(
                method: "POST", path: path,
                headers: ["host": "127.0.0.1:4000", "content-type": "application/json"].merging(headers) { $1 },
                body: Array(body.utf8)))
    }
}

extension Response {
    /// The body as text; of a stream, nothing.
    var text: String {
        if case .bytes(let bytes) = body { String(decoding: bytes, as: UTF8.self) } else { "" }
    }
}
