/// A file of the site as the build makes it.
public struct Output: Sendable {
    public let path: SitePath
    /// The key of the bytes, where it is known without making them.
    let content: ContentKey?
    private let source: Source

    private enum Source: Sendable {
        case made([UInt8])
        case onDemand(@Sendable () -> [UInt8])
    }

    public var bytes: [UInt8] {
        switch source {
        case .made(let bytes): bytes
        case .onDemand(let make): make()
        }
    }

    init(_ path: SitePath, _ bytes: [UInt8]) {
        self.path = path
        content = nil
        source = .made(bytes)
    }

    init(_ path: SitePath, _ text: String) { self.init(path, Array(text.utf8)) }

    /// A file that the last build made, and that is made again only where it is not there any more.
    init(_ path: SitePath, content: ContentKey, _ make: @escaping @Sendable () -> [UInt8]) {
        self.path = path
        self.content = content
        source = .onDemand(make)
    }
}
