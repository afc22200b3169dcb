import Diagnostics

/// The theme's styles, scripts and pictures, under names that tell their content.
struct Assets: Sendable {
    struct Asset: Sendable {
        /// The path in the site: `assets/style.0123456789.css`.
        let output: String
        let bytes: [UInt8]
    }

    /// Assets by their path below the theme's folder `assets`.
    private(set) var byPath: [String: Asset] = [:]

    /// - Parameter files: the contents by path below `assets`.
    init(files: [String: [UInt8]]) {
        // Style sheets name other assets, so they get their own names last.
        let (styles, others) = (files.filter { $0.key.hasSuffix(".css") }, files.filter { !$0.key.hasSuffix(".css") })
        for (path, bytes) in others.sorted(by: { $0.key < $1.key }) { add(bytes, at: path) }
        var begun: Set<String> = []
        for path in styles.keys.sorted() { addStyle(path, of: styles, &begun) }
    }

    /// The addresses of the assets from the site's folder, by what templates call them: `style.css` is `style_css`.
    private(set) var addresses: [String: String] = [:]

    static func name(of path: String) -> String {
        String(path.map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }

    /// Adds a style sheet behind those that it imports.
    private mutating func addStyle(_ path: String, of styles: [String: [UInt8]], _ begun: inout Set<String>) {
        guard let bytes = styles[path], begun.insert(path).inserted else { return }
        for (_, target) in Self.targets(in: bytes, at: path) { addStyle(target, of: styles, &begun) }
        add(rewritten(bytes, at: path), at: path)
    }

    private mutating func add(_ bytes: [UInt8], at path: String) {
        let asset = Asset(output: "assets/" + Self.fingerprinted(path, bytes), bytes: bytes)
        byPath[path] = asset
        addresses[Self.name(of: path)] = asset.output
    }

    private static func fingerprinted(_ path: String, _ bytes: [UInt8]) -> String {
        let fingerprint = Fingerprint.of(bytes)
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return "\(path).\(fingerprint)" }
        return "\(path[..<dot]).\(fingerprint)\(path[dot...])"
    }

    /// The style sheet with the addresses of other assets turned to their names in the site.
    private func rewritten(_ bytes: [UInt8], at path: String) -> [UInt8] {
        let root = String(repeating: "../", count: path.split(separator: "/").count - 1)
        var output: [UInt8] = []
        var start = 0
        for (range, target) in Self.targets(in: bytes, at: path) {
            guard let asset = byPath[target] else { continue }
            let suffix = Manuscript.suffix(of: String(decoding: bytes[range], as: UTF8.self))
            output += bytes[start..<range.lowerBound]
            output += (root + asset.output.dropFirst("assets/".count) + suffix).utf8
            start = range.upperBound
        }
        return output + bytes[start...]
    }

    /// The addresses in a style sheet that may be of assets, with the paths that they lead to.
    private static func targets(in bytes: [UInt8], at path: String) -> [(Range<Int>, target: String)] {
        StyleLinks.addresses(in: bytes).compactMap { range in
            let written = String(decoding: bytes[range], as: UTF8.self)
            guard !Manuscript.hasScheme(written) else { return nil }
            return ProjectFiles.join(ProjectFiles.folder(of: path), Manuscript.path(of: written)).map { (range, $0) }
        }
    }
}
