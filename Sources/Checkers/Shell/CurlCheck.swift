import Diagnostics
import LogQL

/// What is wrong with calls of curl: requests that Loki's API does not have, queries that are none, credentials in clear.
struct CurlCheck {
    let call: CurlCall
    let map: PositionMap
    /// Labels of the streams that are known.
    var indexLabels: Set<String>?
    /// Whether the call may have more arguments than are written: `"$@"`.
    private let isOpen: Bool
    private(set) var findings: [Diagnostic] = []

    init(_ invocation: Invocation, map: PositionMap, indexLabels: Set<String>? = nil) {
        call = CurlCall(invocation)
        self.map = map
        self.indexLabels = indexLabels
        isOpen = invocation.arguments.contains { $0.bytes.count == 1 && $0.hasExpansion }
        for url in call.urls {
            checkGlob(url)
            if url.isLoki { checkLoki(url) }
            checkCredentials(url)
        }
        if let insecure = call.insecure, !call.urls.allSatisfy(\.isLoopback) || call.urls.isEmpty {
            findings.append(SecurityInsecureSkipVerify.finding(at: map.origin(of: insecure.range)))
        }
        if let credentials = call.credentials { checkPassword(credentials) }
    }

    private mutating func checkGlob(_ url: WebAddress) {
        guard !call.isGlobOff, let range = url.glob else { return }
        findings.append(ShellCurlGlob.found(at: map.origin(of: range)))
    }

    // MARK: Loki

    private mutating func checkLoki(_ url: WebAddress) {
        let path = url.path.text
        if let range = url.path.sourceRange, path != "/" {
            switch LokiEndpoints.answer(call.methodName, path) {
            case .known(let endpoint):
                guard let endpoint else { break }
                let isGlobbed = !call.isGlobOff && url.glob != nil
                findings +=
                    LokiParameters(
                        endpoint, of: call, address: isGlobbed ? [] : url.parameters, path: range,
                        isOpen: isGlobbed || isOpen || url.query.hasExpansion, map: map
                    ).findings
            case .unknown(let near):
                findings.append(
                    ShellLokiEndpoint.unknownPath(shown(path), near: near, at: map.origin(of: range)))
                return
            case .otherMethod(let known):
                let method = call.methodName ?? ""
                findings.append(
                    ShellLokiEndpoint.method(method, path: shown(path), known: known, at: map.origin(of: range)))
                return
            }
        }
        let isGlobbed = !call.isGlobOff && url.glob != nil
        let parameters = (isGlobbed ? [] : url.parameters) + call.parameters + call.addressParameters
        let isRun = ["/loki/api/v1/query", "/loki/api/v1/query_range", "/loki/api/v1/tail"].contains(path)
        for parameter in parameters {
            guard let value = parameter.value, !value.hasExpansion, !value.isEmpty else { continue }
            let name = parameter.name.text
            guard path.hasPrefix("/loki/api/"), name == "query" || name == "match[]" || name == "match" else {
                continue
            }
            // Labels and their values take a selector as `query`, which may be empty.
            checkQuery(value, isRun: isRun && name == "query")
        }
    }

    private func shown(_ path: String) -> String { path.split(separator: "\0").joined(separator: "…") }

    /// A query that is not run, as the selector of a list of series, only has to be one.
    private mutating func checkQuery(_ value: [ShellByte], isRun: Bool) {
        let quotedSingly = value.allSatisfy { $0.quoting == .single && $0.isVerbatim }
        let text = QueryText(
            value.values, map: value.map(over: map, fallback: value[0].source.lowerBound), takesFixes: quotedSingly)
        var options = LintOptions()
        options.indexLabels = indexLabels
        let found = Linter(options: options).diagnostics(in: text)
        findings += found.filter { isRun || $0.rule == "logql/syntax" }
    }

    // MARK: Credentials

    private mutating func checkCredentials(_ url: WebAddress) {
        if let login = url.login { checkPassword(login) }
        guard url.scheme == "http" || (url.scheme == nil && !url.hasUnknownHost), !url.isLoopback, !url.hasUnknownHost
        else { return }
        let header = call.headers.first { $0.text.lowercased().hasPrefix("authorization: basic ") }
        guard call.credentials ?? url.login ?? header != nil, let range = url.bytes.sourceRange else { return }
        findings.append(SecurityBasicAuthOverHttp.finding(at: map.origin(of: range)))
    }

    private mutating func checkPassword(_ login: [ShellByte]) {
        guard let range = SecretText.password(in: login) else { return }
        findings.append(SecurityLiteralPassword.finding(at: map.origin(of: range)))
    }
}
