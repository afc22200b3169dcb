import Diagnostics
import Foundation
import Proofs

/// Imports dashboards into a real Grafana, looks at what it made of them, and removes them again.
public struct GrafanaImport: Sendable {
    private let address: ServerAddress
    private let token: String?

    /// - Parameter token: of a service account that may edit; nil for a Grafana that lets everybody.
    public init(_ address: ServerAddress, token: String?) {
        self.address = address
        self.token = token
    }

    func check(_ snippet: Snippet, _ panels: Int, _ workbench: Workbench, into proof: inout Proof) async {
        guard let curl = await workbench.toolbox.find(LokiClient.curl) else {
            proof.shortfall = "curl is not installed"
            return
        }
        // A name of its own: what people made there stays as it is.
        let uid = "galley-\(getpid())-\(snippet.number)"
        guard let body = Self.body(snippet.code, uid: uid) else { return }
        do throws(SandboxUnavailable) {
            let health = try await ask(curl, "GET", "/api/health")
            guard health.status == 200, let version = Self.text("version", in: health.body) else {
                throw SandboxUnavailable(reason: "it does not say which version it is")
            }
            let title = "Grafana \(version)"
            let made = try await ask(curl, "POST", "/api/dashboards/db", body)
            guard made.status == 200 else {
                proof.findings.append(
                    GrafanaImportRefused.refused(title, made.status, made.body, at: snippet.opening))
                return
            }
            let read = try await ask(curl, "GET", "/api/dashboards/uid/\(uid)")
            _ = try await ask(curl, "DELETE", "/api/dashboards/uid/\(uid)")
            let count = Self.panelCount(read.body)
            if count != panels {
                proof.findings.append(
                    GrafanaImportRefused.panels(title, count ?? 0, of: panels, at: snippet.opening))
            }
            proof.tools.append(title)
            proof.claims.append("imported")
        } catch {
            proof.findings.append(ProofToolFailed.finding("Grafana", because: error.reason, at: snippet.opening))
        }
    }

    /// What its interface takes: a dashboard without the number that it has elsewhere.
    private static func body(_ code: [UInt8], uid: String) -> [UInt8]? {
        guard var dashboard = try? JSONSerialization.jsonObject(with: Data(code)) as? [String: Any] else { return nil }
        dashboard["id"] = NSNull()
        dashboard["uid"] = uid
        dashboard["title"] = "\(dashboard["title"] as? String ?? "") (\(uid))"
        let request: [String: Any] = ["dashboard": dashboard, "overwrite": false]
        return (try? JSONSerialization.data(withJSONObject: request)).map(Array.init)
    }

    private static func text(_ key: String, in body: String) -> String? {
        (try? JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])?[key] as? String
    }

    private static func panelCount(_ body: String) -> Int? {
        let root = try? JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]
        guard let panels = (root?["dashboard"] as? [String: Any])?["panels"] as? [[String: Any]] else { return nil }
        return panels.count + panels.reduce(0) { $0 + ($1["panels"] as? [Any] ?? []).count }
    }

    private func ask(
        _ curl: FoundProgram, _ method: String, _ path: String, _ body: [UInt8] = []
    ) async throws(SandboxUnavailable) -> (status: Int, body: String) {
        var arguments = [
            "--silent", "--show-error", "--noproxy", "*", "--max-time", "20", "--write-out", "\n%{http_code}",
            "--request", method, "--header", "@-",
        ]
        var file: TemporaryText?
        defer { file?.remove() }
        if !body.isEmpty {
            file = TemporaryText(body, ending: "json")
            guard let file else { throw SandboxUnavailable(reason: "no temporary file can be written") }
            arguments += ["--data-binary", "@" + file.path]
        }
        // The token goes the way of standard input: arguments can be seen by all users.
        let headers = ["Content-Type: application/json"] + (token.map { ["Authorization: Bearer \($0)"] } ?? [])
        let outcome = await ProcessCommand(
            curl.path, arguments + [address.base + path], input: Array(headers.joined(separator: "\n").utf8)
        ).run()
        let lines = outcome.outputText.split(separator: "\n", omittingEmptySubsequences: false)
        guard outcome.isSuccess, let status = lines.last.flatMap({ Int($0) }) else {
            let said = outcome.errorText.split(separator: "\n").first.map(String.init) ?? "\(outcome.end)"
            throw SandboxUnavailable(reason: "\(address.base) does not answer: \(said)")
        }
        return (status, lines.dropLast().joined(separator: "\n"))
    }
}
