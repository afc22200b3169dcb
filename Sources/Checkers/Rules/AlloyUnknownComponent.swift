import Diagnostics

/// A block that is neither a component of Alloy nor one that the text declares or imports.
///
/// ## Why
///
/// Alloy refuses the whole file.
///
/// ## Example
///
/// ```alloy
/// loki.proces "app" {
///   forward_to = [loki.write.main.receiver]
/// }
/// ```
///
/// ## Instead
///
/// ```alloy
/// loki.process "app" {
///   forward_to = [loki.write.main.receiver]
/// }
/// ```
///
/// Components of your own come from a `declare` block, or from a module by `import.file`, `import.git`, `import.http` or
/// `import.string`.
public enum AlloyUnknownComponent: Rule {
    public static let id: RuleID = "alloy/unknown-component"
    public static let severity = Severity.error

    static func found(_ name: String, near: String?, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "Alloy has no component `\(name)`", at: origin,
            help: near.map { "did you mean `\($0)`?" } ?? "declare it, or import the module that does",
            fix: near.map { .init(title: "replace with `\($0)`", edits: [.init(origin.span, $0)], isSafe: false) })
    }

    /// A part of a component at the place of components.
    static func misplaced(_ name: String, parents: [String], at origin: PositionMap.Origin) -> Diagnostic {
        let list = parents.map { "`\($0)`" }.joined(separator: ", ")
        return diagnostic(
            "`\(name)` stands outside of any component", at: origin,
            help: parents.isEmpty ? nil : "put it into the block of a component that takes it: \(list)")
    }
}
