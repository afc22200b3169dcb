import Diagnostics
import LogQL
import YAML

extension QueryFile {
    /// The expressions of a file of rules: `groups`, `rules`, `expr`.
    mutating func readRules(_ bytes: [UInt8], _ map: PositionMap, into report: inout [Diagnostic]) {
        for document in YAMLStream(bytes: bytes, map: map, into: &report).documents {
            for group in document["groups"]?.sequence ?? [] {
                let step = group["interval"]?.scalar.flatMap { LintOptions.duration($0.value) }
                for rule in group["rules"]?.sequence ?? [] {
                    guard let expression = rule["expr"]?.scalar, !expression.isNull else { continue }
                    queries.append(FoundQuery(expression, step: step))
                }
            }
        }
    }
}

extension FoundQuery {
    init(_ scalar: YAMLScalar, step: Int64?) {
        // What a fix writes may need quotes or escapes anywhere but in a block.
        let isBlock = scalar.style == .literal || scalar.style == .folded
        text = QueryText(Array(scalar.value.utf8), map: scalar.map, takesFixes: isBlock)
        self.step = step
        keepsLines = scalar.style == .literal
    }
}
