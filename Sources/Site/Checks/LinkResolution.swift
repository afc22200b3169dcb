/// What relative addresses on a page lead to.
struct LinkResolution: Sendable {
    /// The folders that the page is in.
    private let folders: [String]

    init(_ page: SitePath) { folders = page.text.split(separator: "/").dropLast().map(String.init) }

    /// Nil for an address that leads out of the site.
    func resolve(_ relative: String) -> SitePath? {
        // A name and nothing else, as most links are.
        if folders.isEmpty, !relative.utf8.contains(UInt8(ascii: "/")), relative != "..", relative != "." {
            return SitePath(relative)
        }
        var parts = folders
        for part in relative.split(separator: "/", omittingEmptySubsequences: false) {
            switch part {
            case ".": continue
            case "..": if parts.popLast() == nil { return nil }
            default: parts.append(String(part))
            }
        }
        return SitePath(
            parts.last == "" ? parts.dropLast().joined(separator: "/") + "/index.html" : parts.joined(separator: "/"))
    }

    /// Whether an address is a plain one, without anchor and query, of one of these files.
    func leads(_ address: String, to files: Set<SitePath>) -> Bool {
        let isPlain = address.utf8.allSatisfy { byte in
            byte != UInt8(ascii: "#") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "%")
                && byte != UInt8(ascii: ":")
        }
        guard isPlain, !address.isEmpty, address.utf8.first != UInt8(ascii: "/") else { return false }
        return resolve(address).map(files.contains) ?? false
    }
}
