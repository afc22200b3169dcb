/// The anchors of any page of HTML, read as a browser reads it.
public enum HTMLAnchors {
    /// All ids, and the names of `a`, which HTML's standard takes for anchors as well.
    public static func ids(in html: [UInt8]) -> Set<String> {
        var ids = Set<String>()
        for element in HTMLPage(html).elements {
            if let id = element["id"], !id.isEmpty { ids.insert(id) }
            if element.name == "a", let name = element["name"], !name.isEmpty { ids.insert(name) }
        }
        return ids
    }
}
