import LogQL

/// Stages of a `loki.process` that change or drop lines, run on lines.
struct AlloyPipeline {
    enum Stage {
        case replace(pattern: String, by: [UInt8])
        case drop(pattern: String)
    }

    /// The label of the component.
    let name: String
    private let stages: [Stage]

    /// The stages of a component.
    /// - Throws: which stage can't be run here.
    init(_ process: AlloyBlock) throws(Unsupported) {
        name = process.label?.text ?? ""
        var stages: [Stage] = []
        for block in process.blocks { stages.append(try Self.stage(block)) }
        self.stages = stages
    }

    struct Unsupported: Error { let reason: String }

    private static func stage(_ block: AlloyBlock) throws(Unsupported) -> Stage {
        let name = block.name.text
        guard ["stage.replace", "stage.drop"].contains(name) else {
            throw Unsupported(reason: "`\(name)` is not run")
        }
        let known = name == "stage.drop" ? ["expression"] : ["expression", "replace"]
        if let other = block.attributes.first(where: { !known.contains($0.name.text) }) {
            throw Unsupported(reason: "`\(name)` with `\(other.name.text)` is not run")
        }
        guard let pattern = block.body.value("expression")?.string?.text, RegexCheck(pattern).problem == nil else {
            throw Unsupported(reason: "`\(name)` has no expression that can be used")
        }
        if name == "stage.drop" { return .drop(pattern: pattern) }
        let value = block.body.value("replace")?.string?.bytes ?? []
        guard !value.contains(UInt8(ascii: "{")) else {
            throw Unsupported(reason: "a template in `replace` is not run")
        }
        return .replace(pattern: pattern, by: value)
    }

    /// What becomes of a line; nil for one that is dropped.
    func line(_ line: [UInt8]) -> [UInt8]? {
        var line = line
        for stage in stages {
            switch stage {
            case .drop(let pattern):
                if RegexMatches(of: pattern, in: line)?.all.isEmpty == false { return nil }
            case .replace(let pattern, let value):
                line = Self.replaced(line, pattern, by: value)
            }
        }
        return line
    }

    /// Each group of each match is replaced, in order; a group within one that was replaced is left alone
    /// (`getReplacedEntry` of Alloy's replace stage).
    private static func replaced(_ line: [UInt8], _ pattern: String, by value: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var end = 0
        for match in RegexMatches(of: pattern, in: line)?.all ?? [] {
            for group in match.dropFirst() {
                guard let group, end == 0 || end <= group.lowerBound else { continue }
                output += line[end..<group.lowerBound] + value
                end = group.upperBound
            }
        }
        return output + line[end...]
    }
}
