import Diagnostics
import Proofs

/// Configurations of nginx: read by `nginx -t` with certificates and password files made for the test, then started and
/// asked.
///
/// A part is set into what it needs; of a part that is included from a file, the whole file is taken.
public struct NginxChecker: Checker {
    public let name = "nginx"
    public let subjects = [Subject("nginx")]
    public let programs = [NginxSetup.nginx, NginxSetup.openssl, Sandbox.bubblewrap]
    public let doesNot = ["does not ask an upstream of its own: one stands in that says what it was sent"]

    public init() {}

    public func highestLevel(for snippet: Snippet) -> ProofLevel { .executed }

    public func dependencies(of snippet: Snippet, in workbench: Workbench) -> [String] {
        let included = snippet.origin(of: 0..<1).span.file.path
        return (snippet.request.container.map { [$0.value] } ?? []) + (included.hasSuffix(".md") ? [] : [included])
    }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        let text = NginxText(snippet.code)
        var findings = NginxRules.findings(in: text, origin: snippet.origin)
        guard let nginx = await workbench.toolbox.find(NginxSetup.nginx) else {
            return Proof(level: nil, findings: findings, shortfall: "nginx is not installed")
        }
        let placed = placed(snippet, text, workbench)
        let setup = NginxSetup(placed.configuration)
        let asks = placed.isWhole && !setup.passwordFiles.isEmpty && !setup.upstreams.isEmpty
        let outcome = await NginxTrial.run(setup, on: workbench, asks: asks)
        if let shortfall = outcome.shortfall { return Proof(level: nil, findings: findings, shortfall: shortfall) }
        if let failure = outcome.failure {
            return Proof(
                level: nil, findings: findings + [ProofToolFailed.finding(nginx.title, failure, at: snippet.opening)])
        }
        if let refusal = outcome.refusal {
            return Proof(level: nil, findings: findings + [refused(refusal, placed, snippet)], tools: [nginx.title])
        }
        var proof = Proof(level: .validated, tools: [nginx.title], claims: ["accepted by `nginx -t`"])
        if asks {
            findings += judge(outcome.answers, setup, placed)
            proof.level = .executed
            proof.claims.append(Self.summary(outcome.answers))
        }
        proof.findings = findings
        return proof
    }

    // MARK: - Where the text stands

    private struct Placed {
        let configuration: [UInt8]
        /// How many lines stand before the text.
        let linesBefore: Int
        let isWhole: Bool
        let file: SourceFile?
        let origin: @Sendable (Range<Int>) -> PositionMap.Origin
    }

    private func placed(_ snippet: Snippet, _ text: NginxText, _ workbench: Workbench) -> Placed {
        let included = snippet.origin(of: 0..<1).span.file
        var file = included.path.hasSuffix(".md") ? nil : included
        if let container = snippet.request.container?.value, case .success(let found) = workbench.files.file(container)
        {
            file = found
        }
        if let file {
            let map = PositionMap(identity: file)
            return Placed(configuration: file.bytes, linesBefore: 0, isWhole: true, file: file, origin: map.origin(of:))
        }
        let names = Set(text.directives.map(\.name))
        if names.contains("http") || names.contains("events") {
            return Placed(configuration: snippet.code, linesBefore: 0, isWhole: true, file: nil, origin: snippet.origin)
        }
        let isOfHTTP = !names.isDisjoint(with: [
            "server", "map", "upstream", "log_format", "limit_req_zone", "geo", "split_clients",
        ])
        let head = "pid /tmp/nginx.pid; events {} http {" + (isOfHTTP ? "\n" : " server { listen 127.0.0.1:8080;\n")
        let tail = isOfHTTP ? "}\n" : "}}\n"
        return Placed(
            configuration: Array(head.utf8) + snippet.code + Array(tail.utf8), linesBefore: 1,
            isWhole: isOfHTTP && names.contains("server"),
            file: nil,
            origin: {
                snippet.origin(of: max(0, $0.lowerBound - head.utf8.count)..<max(0, $0.upperBound - head.utf8.count))
            })
    }

    // MARK: - What nginx said

    /// `nginx: [emerg] unknown directive "x" in /etc/nginx/nginx.conf:12`
    private func refused(_ text: String, _ placed: Placed, _ snippet: Snippet) -> Diagnostic {
        let lines = text.split(separator: "\n")
        let line = lines.first { $0.contains("[emerg]") } ?? lines.first ?? ""
        let message = line.firstRange(of: "[emerg] ").map { line[$0.upperBound...] } ?? line
        let mark = " in \(NginxSetup.configurationPath):"
        guard let place = message.firstRange(of: mark),
            let row = Int(message[place.upperBound...].prefix { $0.isNumber })
        else {
            return NginxRefused.found(String(message), at: snippet.opening)
        }
        let words = String(message[..<place.lowerBound])
        if let file = placed.file, row > 0, row <= file.lineStarts.count {
            let span = file.span(file.lineRange(row - 1))
            return NginxRefused.found(words, at: PositionMap(identity: file).origin(of: span.range))
        }
        return NginxRefused.found(words, at: snippet.origin(of: snippet.range(line: row - placed.linesBefore)))
    }

    private func judge(_ answers: [NginxTrial.Answer], _ setup: NginxSetup, _ placed: Placed) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let login = setup.text.all("auth_basic_user_file").first?.directive.range ?? 0..<0
        if answers.contains(where: { $0.question.hasSuffix("none") && $0.tenant != nil }) {
            findings.append(NginxOpenWithoutLogin.found("without a login", at: placed.origin(login)))
        }
        if answers.contains(where: { $0.question.hasSuffix("wrong") && $0.tenant != nil }) {
            findings.append(NginxOpenWithoutLogin.found("with a wrong password", at: placed.origin(login)))
        }
        if answers.contains(where: { $0.question.hasSuffix("spoofed") && $0.tenant?.contains("intruder") == true }) {
            let pass =
                setup.text.all("proxy_set_header").map(\.directive).first {
                    $0.arguments.first?.lowercased() == "x-scope-orgid"
                }
                ?? setup.text.all("proxy_pass").first?.directive
            let finding = SecurityTenantHeaderFromClient.found(at: placed.origin(pass?.range ?? login))
            findings.append(finding)
        }
        return findings
    }

    private static func summary(_ answers: [NginxTrial.Answer]) -> String {
        let refused = Set(answers.filter { $0.question == "none" || $0.question == "wrong" }.map(\.status)).sorted()
        let reached = answers.filter { $0.question == "right" && $0.tenant != nil }.count
        let codes = refused.map(String.init).joined(separator: ", ")
        return
            "started and asked: \(codes.isEmpty ? "no answer" : codes) without a right login, \(reached) of \(NginxTrial.paths.count) addresses passed on with one"
    }
}
