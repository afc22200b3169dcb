import Diagnostics

/// Follows the references in values.
struct AlloyReferences {
    let text: AlloyText
    let inventory: AlloyInventory
    /// Whether all that the text can refer to is known.
    let isWhole: Bool
    private(set) var findings: [Diagnostic] = []
    /// References that lead out of a text that is a part: to components, without what they export.
    private(set) var outside: Set<String> = []
    /// How many references lead to a component that is known.
    private(set) var resolved = 0

    init(_ text: AlloyText, _ inventory: AlloyInventory, isWhole: Bool) {
        self.text = text
        self.inventory = inventory
        self.isWhole = isWhole
    }

    mutating func follow(_ statements: [AlloyStatement], _ scope: AlloyScope) {
        for statement in statements {
            switch statement {
            case .attribute(let attribute): follow(attribute.value, scope)
            case .block(let block): follow(block.body, scope)
            }
        }
    }

    mutating func follow(_ value: AlloyExpression, _ scope: AlloyScope) {
        if let path = value.path { return follow(path, scope) }
        switch value.kind {
        case .array(let items): for item in items { follow(item, scope) }
        case .object(let fields): for field in fields { follow(field.value, scope) }
        case .access(let inner, _), .unary(let inner): follow(inner, scope)
        case .index(let left, let right), .binary(let left, let right):
            follow(left, scope)
            follow(right, scope)
        case .call(let function, let arguments):
            follow(function, scope)
            for argument in arguments { follow(argument, scope) }
        case .string, .number, .boolean, .null, .identifier, .unreadable: break
        }
    }

    private mutating func follow(_ path: [AlloyName], _ scope: AlloyScope) {
        let root = path[0].text
        if scope.variables.contains(root) { return }
        if root == "argument" { return followArgument(path, scope) }
        if followComponent(path, scope) || followFunction(path) { return }
        let range = path[0].range.lowerBound..<path[path.count - 1].range.upperBound
        let dotted = path.map(\.text).joined(separator: ".")
        if inventory.namespaces.contains(root), let near = nearType(path) {
            findings.append(AlloyUnknownComponent.found(near.written, near: near.known, at: text.origin(near.range)))
        } else if isWhole || (inventory.namespaces.contains(root) && path.count > 2) {
            findings.append(AlloyUnresolvedReference.component(dotted, near: nil, at: text.origin(range)))
        } else {
            outside.insert(dotted)
        }
    }

    /// Whether the path begins with the name of a component.
    private mutating func followComponent(_ path: [AlloyName], _ scope: AlloyScope) -> Bool {
        for count in stride(from: path.count - 1, through: 1, by: -1) {
            let type = path[..<count].map(\.text).joined(separator: ".")
            guard inventory.components[type] != nil || scope.isCustom(type) else { continue }
            let id = "\(type).\(path[count].text)"
            let range = path[0].range.lowerBound..<path[count].range.upperBound
            guard let exports = scope.components[id] else {
                missing(id, type: type, label: path[count], range, scope)
                return true
            }
            resolved += 1
            if let exports, path.count > count + 1, !exports.contains(path[count + 1].text) {
                let name = path[count + 1]
                findings.append(
                    AlloyUnresolvedReference.export(name.text, of: id, known: exports, at: text.origin(name.range)))
            }
            return true
        }
        return false
    }

    private mutating func missing(
        _ id: String, type: String, label: AlloyName, _ range: Range<Int>, _ scope: AlloyScope
    ) {
        let known = scope.components.keys.filter { $0.hasPrefix("\(type).") }.map {
            String($0.dropFirst(type.count + 1))
        }
        // In a part, `a` and `b` may well be two components; long names that nearly agree are one.
        let near = isWhole || label.text.utf8.count > 3 ? Spelling.nearest(to: label.text, among: known.sorted()) : nil
        guard isWhole || near != nil else {
            outside.insert(id)
            return
        }
        let fallback = known.count == 1 ? known[0] : nil
        findings.append(
            AlloyUnresolvedReference.component(
                id, near: (near ?? fallback).map { "\(type).\($0)" }, at: text.origin(range)))
    }

    private mutating func followArgument(_ path: [AlloyName], _ scope: AlloyScope) {
        guard path.count > 1, !scope.arguments.contains(path[1].text) else { return }
        let near = Spelling.nearest(to: path[1].text, among: scope.arguments.sorted())
        guard isWhole || near != nil else {
            outside.insert("argument.\(path[1].text)")
            return
        }
        let range = path[0].range.lowerBound..<path[1].range.upperBound
        findings.append(
            AlloyUnresolvedReference.component(
                "argument.\(path[1].text)", near: near.map { "argument.\($0)" }, at: text.origin(range)))
    }

    private mutating func followFunction(_ path: [AlloyName]) -> Bool {
        let root = path[0].text
        if let group = AlloyFunctions.groups[root] {
            guard path.count > 1, !group.contains(path[1].text) else { return true }
            let near = Spelling.nearest(to: path[1].text, among: group.sorted())
            findings.append(
                AlloyUnresolvedReference.function(
                    "\(root).\(path[1].text)", near: near.map { "\(root).\($0)" }, at: text.origin(path[1].range)))
            return true
        }
        return AlloyFunctions.plain.contains(root)
    }

    /// The component that a path with a misspelled name means.
    private func nearType(_ path: [AlloyName]) -> (written: String, known: String, range: Range<Int>)? {
        for count in stride(from: path.count - 1, through: 2, by: -1) {
            let written = path[..<count].map(\.text).joined(separator: ".")
            let sameLength = inventory.components.keys.filter { $0.split(separator: ".").count == count }.sorted()
            if let known = Spelling.nearest(to: written, among: sameLength) {
                return (written, known, path[0].range.lowerBound..<path[count - 1].range.upperBound)
            }
        }
        return nil
    }
}
