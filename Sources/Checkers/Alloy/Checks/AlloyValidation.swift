import Diagnostics

/// Everything that is found out about a configuration of Alloy.
struct AlloyValidation {
    let text: AlloyText
    private let inventory: AlloyInventory
    private let isWhole: Bool
    private var scope = AlloyScope()
    private var references: AlloyReferences
    private var stages: AlloyStages
    private var security: AlloySecurity
    private var checked = 0
    private var unknownDetails: Set<String> = []
    private var custom: Set<String> = []
    /// Components that Alloy takes only when it is started with a flag, by what they are.
    private var flagged: [String: Set<String>] = [:]
    /// The component that the text shows the inside of.
    private(set) var enclosing: String?
    /// Whether there are only arguments, of a component that is not shown and not known.
    private(set) var isBare = false
    private(set) var findings: [Diagnostic] = []

    /// - Parameters:
    ///   - around: configurations that the text is a part of, or that are shown beside it.
    ///   - isWhole: whether the text and what is around it are all there is, so that each reference must lead somewhere.
    init(_ text: AlloyText, around: [AlloyText] = [], isWhole: Bool = false, inventory: AlloyInventory = .known) {
        self.text = text
        self.inventory = inventory
        self.isWhole = isWhole
        references = AlloyReferences(text, inventory, isWhole: isWhole)
        stages = AlloyStages(text)
        security = AlloySecurity(text, inventory)
        findings = text.syntaxFindings
        // What can't be read is not judged further: one missing bracket would make findings of all the rest.
        guard findings.isEmpty else { return }
        for other in around { scope.add(other.body, inventory) }
        scope.add(text.body, inventory)
        if let parts = enclosed() {
            check(part: parts)
        } else if !isWhole, text.body.blocks.isEmpty {
            isBare = true
            references.follow(text.body, scope)
        } else {
            check(text.body, scope)
        }
        findings += references.findings + stages.findings + security.findings
    }

    // MARK: Components

    private mutating func check(_ statements: [AlloyStatement], _ scope: AlloyScope) {
        var seen: [String: Range<Int>] = [:]
        for statement in statements {
            switch statement {
            case .attribute(let attribute):
                findings.append(
                    AlloyUnknownComponent.misplaced(
                        attribute.name.text, parents: [], at: text.origin(attribute.name.range)))
            case .block(let block): check(block, scope, &seen)
            }
        }
    }

    private mutating func check(_ block: AlloyBlock, _ scope: AlloyScope, _ seen: inout [String: Range<Int>]) {
        let name = block.name.text
        checkTwice(block, &seen)
        if name == "declare" {
            checkLabel(block, takes: true)
            var inner = scope.inDeclare
            inner.add(block.body, inventory)
            return check(block.body, inner)
        }
        if let setting = inventory.settings[name] {
            checkLabel(block, takes: setting.takesLabel)
            checkSetting(block, setting.body, scope)
        } else if let component = inventory.components[name] {
            checkLabel(block, takes: true)
            if component.stability != "general" { flagged[component.stability, default: []].insert(name) }
            if component.body == nil { unknownDetails.insert(name) } else { checked += 1 }
            checkInside(block, component.body, scope)
        } else if scope.isCustom(name) {
            checkLabel(block, takes: true)
            custom.insert(name)
            references.follow(block.body, scope)
        } else {
            unknown(block, scope)
        }
    }

    private mutating func checkSetting(_ block: AlloyBlock, _ number: Int, _ scope: AlloyScope) {
        guard block.name.text == "foreach" else { return checkInside(block, number, scope) }
        // The components of a `foreach` stand in its block `template`, and see all around them.
        let rest = block.body.filter { if case .block(let inner) = $0 { inner.name.text != "template" } else { true } }
        var body = AlloyBodyCheck(text, inventory)
        body.check(rest, number, of: "foreach", at: block.head, whole: block.range)
        findings += body.findings
        references.follow(rest, scope)
        let templates = block.blocks.filter { $0.name.text == "template" }
        if templates.isEmpty, !text.isElided(block.range) {
            findings.append(
                AlloyMissingArgument.found(["template"], kind: "block", in: "foreach", at: text.origin(block.head)))
        }
        for template in templates {
            var inner = scope.with(variable: block.body.value("var")?.string?.text)
            inner.add(template.body, inventory)
            check(template.body, inner)
        }
    }

    private mutating func checkInside(_ block: AlloyBlock, _ number: Int?, _ scope: AlloyScope) {
        var body = AlloyBodyCheck(text, inventory)
        body.check(block.body, number, of: block.name.text, at: block.head, whole: block.range)
        findings += body.findings
        references.follow(block.body, scope)
        stages.check(block, in: block.name.text)
        security.check(block, in: block.name.text, number)
    }

    private mutating func checkTwice(_ block: AlloyBlock, _ seen: inout [String: Range<Int>]) {
        let id = block.label.map { "\(block.name.text).\($0.text)" } ?? block.name.text
        if let first = seen[id] {
            findings.append(AlloyDuplicate.component(id, at: text.origin(block.head), first: text.span(first)))
        } else {
            seen[id] = block.head
        }
    }

    private mutating func checkLabel(_ block: AlloyBlock, takes: Bool) {
        let isEmpty = block.label.map(\.text.isEmpty) ?? true
        if takes, isEmpty {
            findings.append(AlloyLabel.missing(block.name.text, at: text.origin(block.head)))
        } else if !takes, let label = block.label {
            findings.append(AlloyLabel.unexpected(block.name.text, at: text.origin(label.range)))
        }
    }

    private mutating func unknown(_ block: AlloyBlock, _ scope: AlloyScope) {
        let name = block.name.text
        let origin = text.origin(block.name.range)
        let parents = parents(name)
        if !parents.isEmpty {
            findings.append(AlloyUnknownComponent.misplaced(name, parents: parents, at: origin))
            return
        }
        let known = inventory.components.keys.sorted() + inventory.settings.keys.sorted() + scope.declared.keys.sorted()
        let near = Spelling.nearest(to: name, among: known)
        let root = String(name.prefix { $0 != "." })
        // In a part, a name that is like none of Alloy's may come from a module that is imported elsewhere.
        guard isWhole || near != nil || inventory.namespaces.contains(root) else {
            custom.insert(name)
            references.follow(block.body, scope)
            return
        }
        findings.append(AlloyUnknownComponent.found(name, near: near, at: origin))
    }

    // MARK: The inside of a component

    /// The bodies that take all that stands at the top, if it is no component.
    private func enclosed() -> [(name: String, body: Int)]? {
        let names = text.body.map { statement in
            switch statement {
            case .attribute(let attribute): attribute.name.text
            case .block(let block): block.name.text
            }
        }
        let isOuter = names.contains { name in
            inventory.components[name] != nil || name == "declare" || scope.isCustom(name)
        }
        // `http` and `tracing` are blocks of the configuration, and of components.
        let areSettings = names.allSatisfy { inventory.settings[$0] != nil }
        if areSettings, settingsFindings.isEmpty { return nil }
        guard !isOuter, !names.isEmpty else { return nil }
        let bodies = inventory.owners.filter { owner in
            guard let body = inventory.body(owner.body) else { return false }
            return names.allSatisfy { body.arguments[$0] != nil || body.blocks[$0] != nil }
        }
        return bodies.isEmpty ? nil : bodies
    }

    /// What is wrong with the text if it is one of blocks of the configuration itself.
    private var settingsFindings: [Diagnostic] {
        text.body.blocks.flatMap { block in
            var body = AlloyBodyCheck(text, inventory)
            body.check(
                block.body, inventory.settings[block.name.text]?.body, of: block.name.text, at: block.head,
                whole: block.range)
            return body.findings
        }
    }

    private mutating func check(part owners: [(name: String, body: Int)]) {
        var best: (owner: (name: String, body: Int), findings: [Diagnostic])?
        for owner in owners {
            var body = AlloyBodyCheck(text, inventory, isPart: true)
            body.check(text.body, owner.body, of: owner.name, at: 0..<0, whole: 0..<0)
            if best.map({ body.findings.count < $0.findings.count }) ?? true { best = (owner, body.findings) }
        }
        guard let best else { return }
        enclosing = best.owner.name
        findings += best.findings
        references.follow(text.body, scope)
        for block in text.body.blocks {
            stages.check(block, in: "")
            security.check(block, in: best.owner.name, inventory.body(best.owner.body)?.blocks[block.name.text]?.body)
        }
        security.checkStages(text.body)
    }

    /// Components that take something of this name.
    private func parents(_ name: String) -> [String] {
        inventory.owners.filter { owner in
            guard let body = inventory.body(owner.body) else { return false }
            return body.arguments[name] != nil || body.blocks[name] != nil
        }.prefix(3).map(\.name)
    }

    // MARK: Claims

    /// What was established, in phrases.
    var claims: [String] {
        guard text.errors.isEmpty else { return [] }
        var claims: [String] = []
        if let enclosing { claims.append("read as a part of `\(enclosing)`") }
        if checked > 0 { claims.append("\(checked) component\(checked == 1 ? "" : "s") held against the inventory") }
        if references.resolved > 0 {
            claims.append(
                "\(references.resolved) reference\(references.resolved == 1 ? " leads" : "s lead") to a component")
        }
        if stages.expressions > 0 {
            claims.append("\(stages.expressions) expression\(stages.expressions == 1 ? "" : "s") read")
        }
        if !references.outside.isEmpty {
            claims.append("not resolved in this part: \(Self.list(references.outside))")
        }
        for (stability, names) in flagged.sorted(by: { $0.key < $1.key }) {
            claims.append("\(stability), behind a flag of Alloy: \(Self.list(names))")
        }
        if !unknownDetails.isEmpty { claims.append("arguments not judged: \(Self.list(unknownDetails))") }
        if !custom.isEmpty { claims.append("from modules, not judged: \(Self.list(custom))") }
        return claims
    }

    private static func list(_ names: Set<String>) -> String {
        names.sorted().map { "`\($0)`" }.joined(separator: ", ")
    }
}
