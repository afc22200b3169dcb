import Foundation
import TestSupport

/// axe-core's judgement of a page.
enum PageAudit {
    struct Finding: Decodable, Sendable, CustomStringConvertible {
        struct Node: Decodable, Sendable {
            let html: String
            let failureSummary: String?
        }
        let id: String
        let impact: String?
        let help: String
        let nodes: [Node]

        var description: String {
            let places = nodes.prefix(3).map { "\n    \($0.html.prefix(160))\n      \($0.failureSummary ?? "")" }
            return "\(impact ?? "?") \(id): \(help) (\(nodes.count))\(places.joined())"
        }
    }

    /// axe-core as a package from PyPI brings it; `make test` installs that.
    static let script: String? = {
        let tools = SampleProjects.repository.appendingPathComponent(".build-tools/lib")
        let pythons = (try? FileManager.default.contentsOfDirectory(atPath: tools.path)) ?? []
        return pythons.lazy.compactMap { python in
            let file = "\(python)/site-packages/axe_playwright_python/axe.min.js"
            return try? String(contentsOf: tools.appendingPathComponent(file), encoding: .utf8)
        }.first
    }()

    /// What axe-core finds on a page that is serious or worse.
    ///
    /// - Parameters:
    ///   - rules: those that are asked; all of them if empty.
    ///   - except: a selector of what is left out.
    static func findings(
        on page: BrowserPage, rules: [String] = [], except: String? = nil
    ) async throws -> [Finding] {
        guard let script else { throw BrowserFailure("no axe-core: run `make test`, which installs it") }
        _ = try await page.evaluate("(() => {\(script)\n})(), typeof axe", as: String.self)
        let only = rules.isEmpty ? "" : ", runOnly: \(rules)"
        let scope = except.map { "{ exclude: [[\(BrowserPage.literal($0))]] }" } ?? "document"
        let run = "axe.run(\(scope), { resultTypes: ['violations']\(only) }).then((found) => found.violations)"
        return try await page.evaluate(run, as: [Finding].self).filter { ["serious", "critical"].contains($0.impact) }
    }
}
