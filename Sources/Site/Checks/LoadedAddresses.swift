extension HTMLPage.Element {
    /// Elements that a reader follows.
    static let followed: [StaticString] = ["a", "area"]

    /// The attributes that name what a browser loads, by element.
    static let loading: [(element: StaticString, attributes: [StaticString])] = [
        ("img", ["src"]), ("script", ["src"]), ("source", ["src"]), ("iframe", ["src"]), ("video", ["src", "poster"]),
        ("audio", ["src"]), ("track", ["src"]), ("embed", ["src"]), ("object", ["data"]), ("link", ["href"]),
    ]
    /// What a `link` is to the page where its file is loaded. Canonical addresses and the like are not.
    static let loadedRelations: Set = ["stylesheet", "icon", "preload"]

    private static let followedNames = Set(followed.map(\.description))
    private static let loadingNames = Dictionary(
        uniqueKeysWithValues: loading.map { ($0.element.description, $0.attributes.map(\.description)) })

    /// The address that a reader may follow.
    var followedAddress: String? { Self.followedNames.contains(name) ? self["href"] : nil }

    /// The addresses that a browser loads for the element, as they are written.
    var loadedAddresses: [String] {
        guard let attributes = Self.loadingNames[name] else { return [] }
        if name == "link", !Self.loadedRelations.contains(self["rel"] ?? "") { return [] }
        return attributes.compactMap { self[$0] } + SourceSet.addresses(self["srcset"] ?? "")
    }
}
