import Diagnostics
import Proofs
import Site
import YAML

/// The runbooks that alerts lead to, where they are sections of the site itself.
enum Runbooks {
    static func findings(in rule: RuleFile.Rule, _ workbench: Workbench) -> [Diagnostic] {
        guard let address = address(of: rule) else { return [] }
        let page = address.value.utf8.prefix { $0 != UInt8(ascii: "#") }.count
        switch workbench.published(address.value) {
        case .elsewhere, .found: return []
        case .pageMissing(let nearest):
            return [PrometheusRulesRunbookBroken.noPage(nearest: nearest, at: address.map.origin(of: 0..<page))]
        case .anchorMissing(let anchor, let nearest):
            let section = address.map.origin(of: page..<address.value.utf8.count)
            return [PrometheusRulesRunbookBroken.noSection(anchor, nearest: nearest, at: section)]
        }
    }

    /// The fragments whose headings a rule file's runbooks rely on.
    static func sources(of file: RuleFile, _ workbench: Workbench) -> [String] {
        file.rules.compactMap(address).flatMap { address -> [String] in
            guard case .found(let sources) = workbench.published(address.value) else { return [] }
            return sources
        }
    }

    private static func address(of rule: RuleFile.Rule) -> YAMLScalar? {
        rule.node["annotations"]?["runbook_url"]?.scalar
    }
}
