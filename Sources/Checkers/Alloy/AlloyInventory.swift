/// What Alloy's components take and give.
struct AlloyInventory: Sendable {
    /// A type of values, as far as a literal can be held against it.
    indirect enum ValueType: Sendable, Hashable {
        case string, secret, boolean, number, duration, capsule, any
        case list(ValueType)
        case map(ValueType)
        /// An object with the arguments of a body.
        case body(Int)
    }

    struct Argument: Sendable {
        let type: ValueType
        let isRequired: Bool
    }

    struct Block: Sendable {
        /// Nil where it is not known what it takes.
        let body: Int?
        let isRequired: Bool
        let mayRepeat: Bool
    }

    /// What may stand between the brackets of a block.
    struct Body: Sendable {
        var arguments: [String: Argument] = [:]
        var blocks: [String: Block] = [:]
        var takesLabel = false
        var names: [String] { (Array(arguments.keys) + Array(blocks.keys)).sorted() }
    }

    struct Component: Sendable {
        let body: Int?
        let stability: String
        let exports: [String]
    }

    private(set) var title = ""
    private(set) var components: [String: Component] = [:]
    /// Blocks of the configuration itself, such as `logging`; whether each takes a label.
    private(set) var settings: [String: (body: Int, takesLabel: Bool)] = [:]
    private(set) var bodies: [Body] = []
    /// What the names of components begin with: `loki`, `otelcol`.
    private(set) var namespaces: Set<String> = []
    /// Components and blocks with their bodies, those of logs first, each body once.
    private(set) var owners: [(name: String, body: Int)] = []

    static let known = AlloyInventory(AlloyInventoryTable.text)

    init(_ table: String) {
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            switch words[0] {
            case "v": title = words.dropFirst().joined(separator: " ")
            case "c" where words.count > 4:
                let exports = words[4] == "-" ? [] : words[4].split(separator: ",").map(String.init)
                components[words[1]] = Component(body: Int(words[2]), stability: words[3], exports: exports)
            case "f" where words.count > 3: settings[words[1]] = Int(words[2]).map { ($0, words[3] == "yes") }
            case "b": bodies.append(Self.body(words.dropFirst(2)))
            default: break
            }
        }
        namespaces = Set(components.keys.map { String($0.prefix { $0 != "." }) })
        collectOwners()
    }

    private mutating func collectOwners() {
        var seen: Set<Int> = []
        let names = components.keys.sorted { ($0.hasPrefix("loki.") ? 0 : 1, $0) < ($1.hasPrefix("loki.") ? 0 : 1, $1) }
        for name in names {
            if let body = components[name]?.body, seen.insert(body).inserted { owners.append((name, body)) }
        }
        for (name, setting) in settings.sorted(by: { $0.key < $1.key }) where seen.insert(setting.body).inserted {
            owners.append((name, setting.body))
        }
        var next = 0
        while next < owners.count {
            for (name, block) in bodies.indices.contains(owners[next].body)
                ? bodies[owners[next].body].blocks.sorted(by: { $0.key < $1.key }) : []
            {
                if let body = block.body, seen.insert(body).inserted { owners.append((name, body)) }
            }
            next += 1
        }
    }

    func body(_ number: Int?) -> Body? { number.flatMap { bodies.indices.contains($0) ? bodies[$0] : nil } }

    private static func body(_ parts: some Sequence<String>) -> Body {
        var body = Body()
        for part in parts {
            if part == "@" {
                body.takesLabel = true
            } else if let sign = part.firstIndex(of: "#") {
                let rest = part[part.index(after: sign)...]
                body.blocks[String(part[..<sign])] = Block(
                    body: Int(rest.prefix { $0.isNumber }), isRequired: rest.contains("!"),
                    mayRepeat: rest.contains("*"))
            } else if let sign = part.firstIndex(where: { $0 == "?" || $0 == "!" }) {
                body.arguments[String(part[..<sign])] = Argument(
                    type: type(part[part.index(after: sign)...]), isRequired: part[sign] == "!")
            }
        }
        return body
    }

    private static func type(_ text: Substring) -> ValueType {
        switch text.first {
        case "s": .string
        case "S": .secret
        case "b": .boolean
        case "n": .number
        case "d": .duration
        case "c": .capsule
        case "l": .list(type(text.dropFirst()))
        case "m": .map(type(text.dropFirst()))
        case "o": Int(text.dropFirst()).map(ValueType.body) ?? .any
        default: .any
        }
    }
}
