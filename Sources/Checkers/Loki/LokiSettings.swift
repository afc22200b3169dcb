/// The settings of Loki's configuration file.
struct LokiSettings: Sendable {
    /// A setting, or the top of the file.
    final class Setting: Sendable {
        /// The letter of its type; see the table.
        let kind: Character
        let isDeprecated: Bool
        /// Whether the release does not have it yet.
        let isLater: Bool
        let children: [String: Setting]

        init(kind: Character, isDeprecated: Bool, isLater: Bool, children: [String: Setting]) {
            self.kind = kind
            self.isDeprecated = isDeprecated
            self.isLater = isLater
            self.children = children
        }
    }

    struct Removed: Sendable {
        /// Nil where the release still reads it and the development line does not.
        let release: String?
        let replacement: String
    }

    static let shared = LokiSettings()

    let top: Setting
    /// By their paths, `schema_config.configs[].chunks`.
    let removed: [String: Removed]
    /// Where settings of a name stand, shortest first.
    private let places: [String: [String]]

    private init() {
        var lines = LokiSettingTable.settings.split(separator: "\n")[...]
        top = Setting(
            kind: "o", isDeprecated: false, isLater: false, children: Self.read(&lines, depth: 0))
        var removed: [String: Removed] = [:]
        for line in LokiSettingTable.removed.split(separator: "\n") {
            let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 3 else { continue }
            removed[fields[0]] = Removed(release: fields[1] == "later" ? nil : fields[1], replacement: fields[2])
        }
        self.removed = removed
        var places: [String: [String]] = [:]
        Self.collect(top, "", into: &places)
        self.places = places.mapValues { $0.sorted { ($0.count, $0) < ($1.count, $1) } }
    }

    private static func read(_ lines: inout ArraySlice<Substring>, depth: Int) -> [String: Setting] {
        var settings: [String: Setting] = [:]
        while let line = lines.first {
            let text = line.drop { $0 == " " }
            guard line.count - text.count == depth else { break }
            lines.removeFirst()
            let fields = text.split(separator: " ")
            let flags = fields.count > 1 ? fields[1] : "x"
            let children = read(&lines, depth: depth + 1)
            settings[String(fields[0])] = Setting(
                kind: flags.first ?? "x", isDeprecated: flags.contains("!"), isLater: flags.contains("+"),
                children: children)
        }
        return settings
    }

    private static func collect(_ setting: Setting, _ path: String, into places: inout [String: [String]]) {
        for (key, child) in setting.children {
            let childPath = path.isEmpty ? key : key == "[]" ? path + "[]" : path + "." + key
            if key != "[]", key != "*", !path.isEmpty { places[key, default: []].append(path) }
            collect(child, childPath, into: &places)
        }
        if path.isEmpty { for key in setting.children.keys { places[key, default: []].append("the top level") } }
    }

    /// The settings that have a setting of this name below them.
    func parents(of key: String) -> [String] { places[key] ?? [] }
}
