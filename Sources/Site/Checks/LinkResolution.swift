/// What relative addresses on a page lead to.
struct LinkResolution: Sendable {
    /// The folder that the page is in, with a slash at its end; empty for the site's own.
    private let folder: [UInt8]

    init(_ page: SitePath) {
        let path = Array(page.text.utf8)
        folder = path.lastIndex(of: UInt8(ascii: "/")).map { Array(path[...$0]) } ?? []
    }

    /// Nil for an address that leads out of the site.
    func resolve(_ relative: String) -> SitePath? {
        var relative = relative
        return relative.withUTF8 { resolve($0) }
    }

    private func resolve(_ relative: UnsafeBufferPointer<UInt8>) -> SitePath? {
        var path = folder
        var start = 0
        while start <= relative.count {
            let slash = relative[start...].firstIndex(of: UInt8(ascii: "/"))
            let part = relative[start..<(slash ?? relative.count)]
            start = (slash ?? relative.count) + 1
            if part.elementsEqual(".".utf8) { continue }
            if part.elementsEqual("..".utf8) {
                if path.popLast() == nil { return nil }
                while let last = path.last, last != UInt8(ascii: "/") { path.removeLast() }
            } else {
                path += part
                if slash != nil { path.append(UInt8(ascii: "/")) }
            }
        }
        // A folder's address is that of its first page.
        if path.last ?? UInt8(ascii: "/") == UInt8(ascii: "/") { path += "index.html".utf8 }
        return SitePath(String(decoding: path, as: UTF8.self))
    }

    /// Whether an address is a plain one, without anchor, query and anything to be decoded, of one of these files.
    func leads(_ address: UnsafeBufferPointer<UInt8>, to files: Set<SitePath>) -> Bool {
        guard let first = address.first, first != UInt8(ascii: "/") else { return false }
        let isPlain = address.allSatisfy { byte in
            byte != UInt8(ascii: "#") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "%")
                && byte != UInt8(ascii: ":") && byte != UInt8(ascii: "&")
        }
        return isPlain && resolve(address).map(files.contains) ?? false
    }
}
