/// A file of the site as the build makes it.
struct Output: Sendable {
    let path: SitePath
    let bytes: [UInt8]

    init(_ path: SitePath, _ bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    init(_ path: SitePath, _ text: String) { self.init(path, Array(text.utf8)) }
}
