/// The anchors of any page of HTML, read as a browser reads it.
public enum HTMLAnchors {
    /// All ids, and the names of `a`.
    public static func ids(in html: [UInt8]) -> Set<String> {
        html.withUnsafeBufferPointer { bytes in
            var ids = Set<String>()
            var reader = HTMLReader(bytes)
            while reader.next() {
                if let id = reader["id"], !id.isEmpty { ids.insert(id) }
                if let name = reader.anchorName { ids.insert(name) }
            }
            return ids
        }
    }
}

extension HTMLReader {
    /// HTML's standard takes the name of an `a` for an anchor as well.
    var anchorName: String? {
        guard isNamed("a"), let name = self["name"], !name.isEmpty else { return nil }
        return name
    }
}
