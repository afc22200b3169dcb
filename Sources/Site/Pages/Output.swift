/// A file of the site as the build makes it.
public struct Output: Sendable {
    public let path: SitePath
    public let bytes: [UInt8]

    init(_ path: SitePath, _ bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    init(_ path: SitePath, _ text: String) { self.init(path, Array(text.utf8)) }
}
