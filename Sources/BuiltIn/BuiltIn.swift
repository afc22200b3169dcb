import Foundation

/// Files that the program brings along, so that it needs none beside it wherever it is installed. The build makes them of
/// the folders `theme` and `starter` of this repository.
public enum BuiltIn {
    /// The look of sites that bring none: contents by path below the theme's folder.
    public static let theme = contents(themeFiles)
    /// The site that `galley init` begins with: contents by path below its folder.
    public static let starter = contents(starterFiles)

    private static func contents(_ files: [EmbeddedFile]) -> [String: [UInt8]] {
        Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
    }
}

/// A file as the build embeds it.
struct EmbeddedFile {
    let path: String
    let bytes: [UInt8]

    init(path: String, text: String) {
        self.path = path
        bytes = Array(text.utf8)
    }

    init(path: String, base64: String) {
        self.path = path
        bytes = Data(base64Encoded: base64).map(Array.init) ?? []
    }
}
