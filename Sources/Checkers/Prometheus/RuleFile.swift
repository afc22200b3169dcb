import Diagnostics
import YAML

/// The rules of a rule file, as Prometheus and Loki's ruler have it.
struct RuleFile {
    struct Rule {
        /// The value of `alert` or `record`.
        let name: YAMLScalar?
        let isAlert: Bool
        let expression: YAMLScalar?
        /// Texts with templates.
        let annotations: [YAMLScalar]
        let node: YAMLNode
    }

    let rules: [Rule]

    init(_ documents: [YAMLNode]) {
        let groups = documents.flatMap { $0["groups"]?.sequence ?? $0.sequence ?? [] }
        rules = groups.flatMap { group -> [Rule] in
            // A part of a file may begin with groups or with rules.
            (group["rules"]?.sequence ?? (group["expr"] == nil ? [] : [group])).map(Self.rule)
        }
    }

    private static func rule(_ node: YAMLNode) -> Rule {
        let texts = [node["annotations"], node["labels"]].flatMap { $0?.mapping?.entries ?? [] }
        return Rule(
            name: (node["alert"] ?? node["record"])?.scalar, isAlert: node["alert"] != nil,
            expression: node["expr"]?.scalar, annotations: texts.compactMap(\.value.scalar), node: node)
    }
}
