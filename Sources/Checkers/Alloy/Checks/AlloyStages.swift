import Diagnostics
import LogQL

/// Looks into what blocks mean beyond names and types: expressions, selectors, and options that need or exclude each other.
struct AlloyStages {
    let text: AlloyText
    private(set) var findings: [Diagnostic] = []
    /// How many regular expressions and selectors were read.
    private(set) var expressions = 0

    init(_ text: AlloyText) { self.text = text }

    /// Arguments that hold a regular expression, by block.
    private static let regexps: [String: String] = [
        "stage.regex": "expression", "stage.replace": "expression", "stage.drop": "expression",
        "stage.structured_metadata": "regex", "stage.multiline": "firstline", "rule": "regex",
    ]

    /// Options with a list of values.
    private static let values: [String: [String: [String]]] = [
        "rule": [
            "action": [
                "replace", "keep", "drop", "hashmod", "labelmap", "labeldrop", "labelkeep", "lowercase", "uppercase",
                "keepequal", "dropequal",
            ]
        ],
        "stage.match": ["action": ["keep", "drop"]],
        "logging": ["level": ["debug", "info", "warn", "error"], "format": ["logfmt", "json"]],
    ]

    private static let clientLogins = ["basic_auth", "authorization", "oauth2", "bearer_token", "bearer_token_file"]

    /// - Parameter owner: the component that the block stands in.
    mutating func check(_ block: AlloyBlock, in owner: String) {
        let name = block.name.text
        if let argument = Self.regexps[name], let string = block.body.value(argument)?.string, isRelabel(name, owner) {
            check(regexp: string, in: name)
        }
        for (option, known) in Self.values[name] ?? [:] where isRelabel(name, owner) {
            guard let string = block.body.value(option)?.string, !string.bytes.isEmpty else { continue }
            if !known.contains(string.text) {
                let near = Spelling.nearest(to: string.text, among: known)
                findings.append(
                    AlloyWrongType.unknownValue(
                        string.text, for: option, known: known, near: near, at: text.inside(string)))
            }
        }
        switch name {
        case "stage.match": checkMatch(block)
        case "stage.drop":
            needsOne(of: ["source", "expression", "older_than", "longer_than"], block)
            excludes(["value", "expression"], block)
        case "stage.tenant":
            needsOne(of: ["label", "source", "value"], block)
            excludes(["label", "source", "value"], block)
        case "basic_auth": excludes(["password", "password_file"], block)
        default: excludes(Self.clientLogins, block)
        }
        for inner in block.blocks { check(inner, in: owner) }
    }

    private func isRelabel(_ name: String, _ owner: String) -> Bool {
        name != "rule" || owner.isEmpty || owner.hasSuffix(".relabel")
    }

    private mutating func check(regexp string: AlloyString, in block: String) {
        expressions += 1
        let regexp = RegexCheck(string.text)
        if let problem = regexp.problem {
            findings.append(CollectorRegexp.found(problem, at: text.inside(string)))
        } else if block == "stage.replace", regexp.groupCount == 0 {
            findings.append(CollectorReplaceWithoutGroup.found(at: text.inside(string)))
        }
    }

    private mutating func checkMatch(_ block: AlloyBlock) {
        let action = block.body.value("action")?.string?.text
        if action == "drop", let stage = block.blocks.first {
            findings.append(
                AlloyUnknownArgument.excludes(
                    ["action = \"drop\"", stage.name.text], in: block.name.text, at: text.origin(stage.name.range)))
        }
        guard let string = block.body.value("selector")?.string else { return }
        expressions += 1
        let query = Query(string.bytes)
        guard query.expression == nil else { return }
        findings += Linter().diagnostics(
            in: QueryText(string.bytes, map: string.map(in: text.source, over: text.map), takesFixes: false))
    }

    private mutating func needsOne(of names: [String], _ block: AlloyBlock) {
        if !block.attributes.contains(where: { names.contains($0.name.text) }) {
            findings.append(AlloyMissingArgument.oneOf(names, in: block.name.text, at: text.origin(block.head)))
        }
    }

    private mutating func excludes(_ names: [String], _ block: AlloyBlock) {
        let present = block.body.compactMap { statement -> AlloyName? in
            switch statement {
            case .attribute(let attribute): names.contains(attribute.name.text) ? attribute.name : nil
            case .block(let block): names.contains(block.name.text) ? block.name : nil
            }
        }
        // The same one twice is another rule's finding.
        guard let first = present.first, let second = present.first(where: { $0.text != first.text }) else { return }
        findings.append(
            AlloyUnknownArgument.excludes(
                [first.text, second.text], in: block.name.text, at: text.origin(second.range)))
    }
}
