/// The anchors of any page of HTML, read as a browser reads it.
public enum HTMLAnchors {
    /// All ids, and the names of `a`.
    public static func ids(in html: [UInt8]) -> Set<String> {
        var ids = Set<String>()
        _ = HTMLPage(html) { element in
            element.addAnchors(to: &ids)
            return false
        }
        return ids
    }
}

extension HTMLPage.Element {
    /// What a link may lead to here: HTML's standard takes the name of an `a` for an anchor as well.
    func addAnchors(to ids: inout Set<String>) {
        if let id = self["id"], !id.isEmpty { ids.insert(id) }
        if name == "a", let anchor = self["name"], !anchor.isEmpty { ids.insert(anchor) }
    }
}
