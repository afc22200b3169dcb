/// The names that templates may use, as a tree.
///
/// Mustache renders an unknown name as nothing, which would hide a slip of the pen until a reader misses the text; so
/// the names are checked before anything is rendered.
struct TemplateSchema: Sendable {
    indirect enum Shape: Sendable {
        /// A text, or a value that is only asked for.
        case value
        /// What a section of this name opens, once or for each element.
        case scope([String: Shape])
    }

    let root: [String: Shape]

    /// - Parameter assets: what the theme's own assets are called.
    static func page(assets: some Collection<String>) -> TemplateSchema {
        var names = page
        names["asset"] = .scope(Dictionary(assets.map { ($0, .value) }, uniquingKeysWith: { first, _ in first }))
        return TemplateSchema(root: names)
    }

    private static let page: [String: Shape] = [
        "site": .scope(
            values:
                "title tagline description language repository generator home guide feed markdown footer proof links"),
        "page": .scope([
            "title": .value, "full_title": .value, "description": .value, "canonical": .value, "content": .value,
            "kind": .value, "number": .value, "markdown": .value, "edit": .value, "image": .value, "group": .value,
            "changed": .scope(values: "iso text"),
        ]),
        "root": .value, "has_sidebar": .value,
        "search": .scope(values: "index"),
        "csp": .value,
        "sidebar": .value,
        "chapters": .scope([
            "title": .value, "url": .value, "items": .scope(values: "title url number description"),
        ]),
        "breadcrumbs": .scope(values: "title url"),
        "previous": .scope(values: "title url"),
        "next": .scope(values: "title url"),
        "has_toc": .value,
        "toc": .scope([
            "title": .value, "id": .value, "has_children": .value, "children": .scope(values: "title id"),
        ]),
        "redirect": .scope(values: "url canonical anchors"),
        "proofs": .scope([
            "examples": .value, "proven": .value, "sentence": .value, "url": .value,
            "levels": .scope(values: "name count meaning start share"),
        ]),
    ]

    /// The chapter list beside the pages; `items` is the HTML of its items.
    static let sidebar = TemplateSchema(root: [
        "navigation": .scope(values: "title url current has_items items"),
        "site": .scope(values: "guide markdown feed"),
    ])

    /// One item of that list.
    static let sidebarItem = TemplateSchema(root: [
        "title": .value, "url": .value, "number": .value, "current": .value,
    ])

    /// What a name means inside the given scopes, innermost last; nil for an unknown name.
    func resolve(_ name: Substring, in scopes: [[String: Shape]]) -> Shape? {
        if name == "." { return .value }
        let parts = name.split(separator: ".").map(String.init)
        guard let first = parts.first else { return nil }
        guard var shape = scopes.reversed().lazy.compactMap({ $0[first] }).first else { return nil }
        for part in parts.dropFirst() {
            switch shape {
            case .value: return nil
            case .scope(let members):
                guard let member = members[part] else { return nil }
                shape = member
            }
        }
        return shape
    }

    /// All names that could stand in these scopes, for suggestions.
    func names(in scopes: [[String: Shape]]) -> [String] {
        var names = Set<String>()
        for scope in scopes {
            for (name, shape) in scope {
                names.insert(name)
                if case .scope(let members) = shape { names.formUnion(members.keys.map { "\(name).\($0)" }) }
            }
        }
        return names.sorted()
    }
}

extension TemplateSchema.Shape {
    fileprivate static func scope(values: String) -> Self {
        .scope(Dictionary(uniqueKeysWithValues: values.split(separator: " ").map { (String($0), .value) }))
    }
}
