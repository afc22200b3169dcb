import Diagnostics

/// Holds the arguments and blocks between two brackets against the inventory.
struct AlloyBodyCheck {
    let text: AlloyText
    let inventory: AlloyInventory
    /// Whether the text shows only a part of this body, so that nothing is missing from it.
    var isPart = false
    private(set) var findings: [Diagnostic] = []

    init(_ text: AlloyText, _ inventory: AlloyInventory, isPart: Bool = false) {
        self.text = text
        self.inventory = inventory
        self.isPart = isPart
    }

    /// - Parameters:
    ///   - place: where a finding about something missing is shown.
    ///   - whole: from the name to the closing bracket.
    mutating func check(
        _ statements: [AlloyStatement], _ number: Int?, of name: String, at place: Range<Int>, whole: Range<Int>
    ) {
        guard let body = inventory.body(number) else { return }
        var seen: [String: Range<Int>] = [:]
        for statement in statements {
            switch statement {
            case .attribute(let attribute): check(attribute, body, name, &seen)
            case .block(let block): check(block, body, name, &seen)
            }
        }
        guard !isPart, !text.isElided(whole) else { return }
        let arguments = body.arguments.filter { $0.value.isRequired && seen[$0.key] == nil }.keys.sorted()
        let blocks = body.blocks.filter { $0.value.isRequired && seen[$0.key] == nil }.keys.sorted()
        if !arguments.isEmpty {
            findings.append(AlloyMissingArgument.found(arguments, kind: "argument", in: name, at: text.origin(place)))
        }
        if !blocks.isEmpty {
            findings.append(AlloyMissingArgument.found(blocks, kind: "block", in: name, at: text.origin(place)))
        }
    }

    private mutating func check(
        _ attribute: AlloyAttribute, _ body: AlloyInventory.Body, _ owner: String, _ seen: inout [String: Range<Int>]
    ) {
        let name = attribute.name
        let origin = text.origin(name.range)
        guard let argument = body.arguments[name.text] else {
            findings.append(
                body.blocks[name.text] != nil
                    ? AlloyUnknownArgument.isBlock(name.text, at: origin)
                    : unknown(name.text, "argument", Array(body.arguments.keys), body, owner, at: origin))
            return
        }
        if let first = seen[name.text] {
            findings.append(
                AlloyDuplicate.part(name.text, kind: "argument", in: owner, at: origin, first: text.span(first)))
        }
        seen[name.text] = name.range
        var literal = AlloyLiteral(inventory)
        literal.check(attribute.value, argument.type)
        findings += literal.mismatches.map {
            AlloyWrongType.found(
                $0.found, expected: $0.expected, for: name.text, help: $0.help, at: text.origin($0.range))
        }
        findings += literal.unknownFields.map {
            AlloyUnknownArgument.found(
                $0.name.text, kind: "field", in: name.text, near: Spelling.nearest(to: $0.name.text, among: $0.known),
                inside: nil, at: text.origin($0.name.range))
        }
    }

    private mutating func check(
        _ block: AlloyBlock, _ body: AlloyInventory.Body, _ owner: String, _ seen: inout [String: Range<Int>]
    ) {
        let name = block.name
        let origin = text.origin(name.range)
        guard let known = body.blocks[name.text] else {
            findings.append(
                body.arguments[name.text] != nil
                    ? AlloyUnknownArgument.isArgument(name.text, at: origin)
                    : unknown(name.text, "block", Array(body.blocks.keys), body, owner, at: origin))
            return
        }
        if let first = seen[name.text], !known.mayRepeat {
            findings.append(
                AlloyDuplicate.part(name.text, kind: "block", in: owner, at: origin, first: text.span(first)))
        }
        if seen[name.text] == nil { seen[name.text] = name.range }
        if let inner = inventory.body(known.body) {
            if let label = block.label, !inner.takesLabel {
                findings.append(AlloyLabel.unexpected(name.text, at: text.origin(label.range)))
            } else if block.label == nil, inner.takesLabel {
                findings.append(AlloyLabel.missing(name.text, at: origin))
            }
        }
        let wasPart = isPart
        isPart = false
        check(block.body, known.body, of: name.text, at: block.head, whole: block.range)
        isPart = wasPart
    }

    private func unknown(
        _ name: String, _ kind: String, _ known: [String], _ body: AlloyInventory.Body, _ owner: String,
        at origin: PositionMap.Origin
    ) -> Diagnostic {
        let inside = body.blocks.keys.sorted().first { key in
            guard let inner = inventory.body(body.blocks[key]?.body) else { return false }
            return kind == "block" ? inner.blocks[name] != nil : inner.arguments[name] != nil
        }
        let near = Spelling.nearest(to: name, among: known.sorted())
        return AlloyUnknownArgument.found(name, kind: kind, in: owner, near: near, inside: inside, at: origin)
    }
}
