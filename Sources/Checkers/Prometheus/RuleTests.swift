import Diagnostics
import YAML

/// Which alerts the cases of a file for `promtool test rules` make fire, and which they keep silent.
struct RuleTests {
    private(set) var fired: Set<String> = []
    private(set) var silent: Set<String> = []

    init(_ documents: [YAMLNode]) {
        for test in documents.flatMap({ $0["tests"]?.sequence ?? $0.sequence ?? [] }) {
            var seen: [String: Bool] = [:]
            for check in test["alert_rule_test"]?.sequence ?? [] {
                guard let name = check["alertname"]?.scalar?.value else { continue }
                seen[name, default: false] = seen[name] == true || !(check["exp_alerts"]?.sequence ?? []).isEmpty
            }
            // Whether it fires can be asked of the series that Prometheus makes of alerts, too.
            for check in test["promql_expr_test"]?.sequence ?? [] {
                guard let expression = check["expr"]?.scalar?.value else { continue }
                let isFiring = !(check["exp_samples"]?.sequence ?? []).isEmpty
                for name in Self.alerts(in: expression) {
                    seen[name, default: false] = seen[name] == true || isFiring
                }
            }
            for (name, hasFired) in seen {
                if hasFired { fired.insert(name) } else { silent.insert(name) }
            }
        }
    }

    /// The files whose rules a text tests, relative to its folder.
    static func ruleFiles(_ documents: [YAMLNode], in folder: String) -> [String] {
        documents.flatMap { $0["rule_files"]?.sequence ?? [] }
            .compactMap { $0.scalar.flatMap { ProjectFiles.join(folder, $0.value) } }
    }

    /// The files whose rules a file of tests is for.
    static func ruleFiles(of path: String, in files: ProjectFiles) -> [String] {
        guard case .success(let file) = files.file(path) else { return [] }
        var ignored: [Diagnostic] = []
        return ruleFiles(YAMLStream(file, into: &ignored).documents, in: ProjectFiles.folder(of: path))
    }

    private static func alerts(in expression: String) -> [String] {
        PromQLOutline(Array(expression.utf8)).selectors.filter { $0.metric?.text == "ALERTS" }
            .flatMap(\.matchers).filter { $0.label.text == "alertname" && $0.operation == "=" }.map(\.value.text)
    }
}
