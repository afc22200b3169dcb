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
        for (path, bytes) in styles.sorted(by: { $0.key < $1.key }) { add(rewritten(bytes, at: path), at: path) }
    }

    /// The addresses of the assets from the site's folder, by what templates call them: `style.css` is `style_css`.
    private(set) var addresses: [String: String] = [:]

    static func name(of path: String) -> String {
        String(path.map { $0.isLetter || $0.isNumber ? $0 : "_" })
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

    /// The style sheet with `url(…)` of other assets turned to their names in the site.
    private func rewritten(_ bytes: [UInt8], at path: String) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        let depth = path.split(separator: "/").count - 1
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        var output = ""
        var rest = Substring(text)
        while let open = rest.firstRange(of: "url(") {
            output += rest[..<open.upperBound]
            rest = rest[open.upperBound...]
            guard let close = rest.firstIndex(of: ")") else { break }
            let argument = rest[..<close]
            let target = argument.trimming { $0 == "\"" || $0 == "'" || $0 == " " }
            let resolved = folder.isEmpty ? String(target) : "\(folder)/\(target)"
            if let asset = byPath[resolved] {
                output += String(repeating: "../", count: depth) + asset.output.dropFirst("assets/".count)
            } else {
                output += argument
            }
            rest = rest[close...]
        }
        return Array((output + rest).utf8)
    }
}

extension Substring {
    fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> Substring {
        var result = drop(while: isTrimmed)
        while let last = result.last, isTrimmed(last) { result.removeLast() }
        return result
    }
}
