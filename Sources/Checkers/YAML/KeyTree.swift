import Diagnostics
import YAML

/// The keys that a kind of file has, read from an indented table: a key (`[]` an item of a list, `*` a key of the author's
/// own), then its type: `s` text, `i` whole number, `b` truth value, `l` list, `m` mapping with the author's keys, `o` mapping
/// with known keys, `x` anything; two letters where it may be either. `!` must be there, `~` may have unknown keys.
final class KeyTree: Sendable {
    let types: Set<Character>
    let isRequired: Bool
    let isOpen: Bool
    let children: [String: KeyTree]

    init(_ table: String) {
        var lines = table.split(separator: "\n")[...]
        types = ["o"]
        isRequired = false
        isOpen = false
        children = Self.read(&lines, depth: 0)
    }

    private init(_ flags: Substring, _ children: [String: KeyTree]) {
        types = Set(flags.filter(\.isLetter))
        isRequired = flags.contains("!")
        isOpen = flags.contains("~")
        self.children = children
    }

    private static func read(_ lines: inout ArraySlice<Substring>, depth: Int) -> [String: KeyTree] {
        var keys: [String: KeyTree] = [:]
        while let line = lines.first {
            let text = line.drop { $0 == " " }
            guard line.count - text.count == depth else { break }
            lines.removeFirst()
            let fields = text.split(separator: " ")
            keys[String(fields[0])] = KeyTree(fields.count > 1 ? fields[1] : "x", read(&lines, depth: depth + 1))
        }
        return keys
    }

    /// What is wrong with a document, all of it.
    /// - Parameter owner: what the document is, in words.
    func findings(in node: YAMLNode, owner: String) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        check(node, key: owner, owner: owner, &findings)
        return findings
    }

    private func check(_ node: YAMLNode, key: String, owner: String, _ findings: inout [Diagnostic]) {
        guard fits(node) else {
            findings.append(SchemaWrongType.found(key, found: node.summary, expected: expected, at: node.origin))
            return
        }
        if let items = node.sequence, let item = children["[]"] {
            for one in items { item.check(one, key: key, owner: "an element of `\(key)`", &findings) }
        }
        guard let mapping = node.mapping, !children.isEmpty, children["[]"] == nil || children.count > 1 else { return }
        for entry in mapping.entries {
            // Extensions, and YAML's merge key, are the author's own.
            guard let name = entry.name, name != "<<", !name.hasPrefix("x-") else { continue }
            if let child = children[name] ?? children["*"] {
                let isOwn = children[name] != nil
                child.check(entry.value, key: name, owner: isOwn ? "`\(name)`" : "`\(key).\(name)`", &findings)
            } else if !isOpen || Spelling.nearest(to: name, among: children.keys) != nil {
                let known = children.keys.filter { $0 != "[]" }
                findings.append(SchemaUnknownKey.found(name, of: owner, known: Array(known), at: entry.key.origin))
            }
        }
        for (name, child) in children.sorted(by: { $0.key < $1.key }) where child.isRequired && mapping[name] == nil {
            let place = mapping.entries.first?.key.origin ?? node.origin
            findings.append(SchemaMissingKey.found(name, of: owner, at: place))
        }
    }

    private func fits(_ node: YAMLNode) -> Bool {
        if types.contains("x") || node.isNull { return true }
        if node.mapping != nil { return types.contains("o") || types.contains("m") }
        if node.sequence != nil { return types.contains("l") }
        guard let scalar = node.scalar else { return false }
        // What a variable stands for is not known.
        if scalar.value.contains("$") || types.contains("s") {
            return types.contains("s") || scalar.value.contains("$")
        }
        return (types.contains("i") && scalar.integer != nil) || (types.contains("b") && scalar.bool != nil)
    }

    private var expected: String {
        let names: [(Character, String)] = [
            ("s", "a text"), ("i", "a whole number"), ("b", "`true` or `false`"), ("l", "a list"), ("o", "a mapping"),
            ("m", "a mapping"),
        ]
        return names.filter { types.contains($0.0) }.map(\.1).joined(separator: " or ")
    }
}
