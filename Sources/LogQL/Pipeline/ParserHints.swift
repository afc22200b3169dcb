/// What the rest of a query needs of a line, so that a parser stops as soon as it has that.
///
/// Not only a matter of speed: what is behind the place where a parser stops is never found to be malformed.
struct ParserHints {
    /// Names to extract; empty where all are.
    private let required: [Int32]
    private let extractsNothing: Bool
    /// Whether the query asks for `__error__` itself, so that lines with errors count.
    let preservesError: Bool
    /// Conditions asked while a parser is still reading, each of them at one label's name.
    let conditions: [LabelCondition]
    let conditionNames: [Int32]

    private var isRequired: [Bool] = []
    /// By name: in which line it was extracted last.
    private var lines: [UInt32] = []
    private var line: UInt32 = 0
    private var requiredFound = 0

    /// - Parameters:
    ///   - needed: names that stages and groupings read.
    ///   - groups: of the grouping.
    ///   - noLabels: whether the grouping leaves no label.
    init(
        names: inout NameTable, needed: [String], groups: [String], isWithout: Bool, noLabels: Bool, metric: String?,
        conditions: [LabelCondition]
    ) {
        let hints = Self.withoutSuffix(needed + groups + (metric.map { [$0] } ?? [])).map { (name: String) -> Int32 in
            names.number(name)
        }
        // A condition on no label at all has no name; those behind it are asked at the names before, as Loki does it.
        let single = conditions.filter { $0.labels.count < 2 }
        let asked = single.flatMap(\.labels).map { (name: String) -> Int32 in names.number(name) }
        if noLabels {
            extractsNothing = hints.isEmpty
            required = hints
            self.conditions = hints.isEmpty ? [] : single
            conditionNames = hints.isEmpty ? [] : asked
        } else if isWithout || groups.isEmpty {
            extractsNothing = false
            required = []
            self.conditions = single
            conditionNames = asked
        } else {
            extractsNothing = false
            required = hints
            self.conditions = []
            conditionNames = []
        }
        preservesError = required.contains(NameTable.error)
        for name in required { mark(name) }
    }

    /// A name that ends with `_extracted` may stand for the name without it, as the line has it.
    private static func withoutSuffix(_ names: [String]) -> [String] {
        var result: [String] = []
        for name in names {
            for form in name.hasSuffix("_extracted") ? [name, String(name.dropLast(10))] : [name]
            where !form.isEmpty && !result.contains(form) {
                result.append(form)
            }
        }
        return result
    }

    private mutating func mark(_ name: Int32) {
        reach(name)
        isRequired[Int(name)] = true
    }

    private mutating func reach(_ name: Int32) {
        let missing = Int(name) + 1 - lines.count
        guard missing > 0 else { return }
        lines += repeatElement(0, count: missing + 64)
        isRequired += repeatElement(false, count: missing + 64)
    }

    mutating func reset() {
        line &+= 1
        requiredFound = 0
    }

    func wasExtracted(_ name: Int32) -> Bool { Int(name) < lines.count && lines[Int(name)] == line }

    mutating func recordExtracted(_ name: Int32) {
        reach(name)
        guard lines[Int(name)] != line else { return }
        lines[Int(name)] = line
        if isRequired[Int(name)] { requiredFound += 1 }
    }

    func extracts(_ name: Int32) -> Bool {
        required.isEmpty || (Int(name) < isRequired.count && isRequired[Int(name)])
    }

    func extracts(prefix: Bytes, _ names: NameTable) -> Bool {
        required.isEmpty
            || required.contains { names[$0].count >= prefix.count && names[$0].slice(0, prefix.count).equals(prefix) }
    }

    var hasAllRequired: Bool { !required.isEmpty && requiredFound == required.count }

    var needsNothing: Bool { extractsNothing || hasAllRequired }
}
