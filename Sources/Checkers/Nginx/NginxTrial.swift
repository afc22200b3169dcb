import Diagnostics
import Proofs

/// Starts nginx with a configuration and asks it: without a login, with a wrong one, with a right one, and with a tenant
/// that the client made up.
struct NginxTrial {
    struct Answer: Equatable {
        /// What was asked: `none`, `wrong`, `right`, `spoofed`, `plain`.
        let question: String
        let path: String
        let status: Int
        /// The tenant that the upstream saw; nil where it was not reached.
        let tenant: String?
    }

    struct Outcome {
        /// What `nginx -t` printed, where it failed.
        var refusal: String?
        var answers: [Answer] = []
        /// Why nothing was asked.
        var shortfall: String?
        /// A program that did not do its work.
        var failure: ProcessOutcome?
    }

    static let paths = ["/loki/api/v1/labels", "/loki/api/v1/push"]

    /// - Parameter asks: whether to start it, too.
    static func run(_ setup: NginxSetup, on workbench: Workbench, asks: Bool) async -> Outcome {
        do throws(SandboxUnavailable) {
            let sandbox = try await workbench.sandbox.get()
            guard let folder = sandbox.makeFolder("nginx"), let binds = await setup.files(in: folder) else {
                return Outcome(shortfall: "openssl is not installed")
            }
            return try await workbench.services.use([], on: workbench) { room in
                var command = SandboxCommand(["bash", "-c", script(setup, asks: asks)])
                room.admit(&command)
                command.hosts = setup.hosts
                command.binds = binds
                // Configurations name files in the folder of nginx's own logs, and do not say so where they mean it.
                command.shared = sandbox.sharedFolder(at: "/var/log/nginx")
                command.limits.time = .seconds(100)
                let outcome = await sandbox.run(command)
                return read(outcome)
            }
        } catch {
            return Outcome(shortfall: error.reason)
        }
    }

    private static func script(_ setup: NginxSetup, asks: Bool) -> String {
        var lines = [
            "nginx -t -e /tmp/error.log \(setup.arguments) 2>/tmp/test || { echo refused; cat /tmp/test; exit 0; }",
            "echo accepted",
        ]
        guard asks, let name = setup.serverNames.first ?? Optional("localhost") else {
            return lines.joined(separator: "\n")
        }
        // The upstream says what it was sent.
        let servers = setup.upstreams.map {
            "server { listen 127.0.0.1:\($0.port); return 200 \"tenant=[$http_x_scope_orgid]\"; }"
        }
        let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
            "\($0)_temp_path /tmp/upstream-\($0);"
        }.joined(separator: " ")
        lines += [
            "cat >/tmp/upstream.conf <<'END'",
            "pid /tmp/upstream.pid; events {} http { access_log off; \(folders) \(servers.joined(separator: " ")) }",
            "END",
            "nginx -e /tmp/upstream.log -c /tmp/upstream.conf 2>/dev/null",
            "nginx -e /tmp/error.log \(setup.arguments) 2>/dev/null",
            "ask() { q=$1; shift; p=$1; shift; echo \"answer $q $p $(curl -s -k -m 5 --retry 3 --retry-connrefused --retry-delay 0 -w ' %{http_code}' \"$@\" | tr '\\n' ' ' | tail -c 300)\"; }",
        ]
        for (scheme, port) in addresses(setup) {
            for path in paths {
                let url = "\(scheme)://\(name):\(port)\(path)"
                let method = path.hasSuffix("push") ? "-X POST" : ""
                let right = "-u '\(setup.users[0]):\(NginxSetup.password)'"
                let kind = scheme == "http" ? "plain" : ""
                lines += [
                    "ask \(kind)none \(path) \(method) '\(url)'",
                    "ask \(kind)wrong \(path) \(method) -u '\(setup.users[0]):\(NginxSetup.wrongPassword)' '\(url)'",
                    "ask \(kind)right \(path) \(method) \(right) '\(url)'",
                    "ask \(kind)spoofed \(path) \(method) \(right) -H 'X-Scope-OrgID: intruder' '\(url)'",
                ]
            }
        }
        // Both must be gone when this ends: others in this network want their ports.
        lines += [
            "for process in $(cat /tmp/upstream.pid \(setup.pidFile) 2>/dev/null); do kill $process 2>/dev/null",
            "for i in {1..200}; do kill -0 $process 2>/dev/null || break; sleep 0.01; done; done",
        ]
        return lines.joined(separator: "\n")
    }

    private static func addresses(_ setup: NginxSetup) -> [(scheme: String, port: Int)] {
        let listens = setup.text.all("listen").map(\.directive.arguments)
        let found = listens.map { arguments in
            let port = (arguments.first ?? "80").split(separator: ":").last.flatMap { Int($0) } ?? 80
            return "\(arguments.contains("ssl") ? "https" : "http") \(port)"
        }
        return Array(Set(found)).sorted().map { text in
            let parts = text.split(separator: " ")
            return (String(parts[0]), Int(parts[1]) ?? 80)
        }
    }

    private static func read(_ outcome: SandboxOutcome) -> Outcome {
        let lines = outcome.outputText.split(separator: "\n").map(String.init)
        if lines.first == "refused" { return Outcome(refusal: lines.dropFirst().joined(separator: "\n")) }
        guard lines.first == "accepted" else {
            let end: ProcessOutcome.End =
                switch outcome.end {
                case .exited(let code): .exited(code)
                case .signalled(let signal): .signalled(signal)
                case .timedOut: .timedOut
                case .outputTooLarge: .outputTooLarge
                case .outOfMemory: .signalled(9)
                case .notStarted(let reason): .notStarted(reason: reason)
                }
            return Outcome(failure: ProcessOutcome(end: end, output: outcome.output, errors: outcome.errors))
        }
        return Outcome(answers: lines.dropFirst().compactMap(answer))
    }

    /// `answer right /path body 200`
    private static func answer(_ line: String) -> Answer? {
        let words = line.split(separator: " ")
        guard words.count >= 4, words[0] == "answer", let status = words.last.flatMap({ Int($0) }) else { return nil }
        let tenant = line.firstRange(of: "tenant=[").map { line[$0.upperBound...].prefix { $0 != "]" } }
        return Answer(
            question: String(words[1]), path: String(words[2]), status: status, tenant: tenant.map(String.init))
    }
}
