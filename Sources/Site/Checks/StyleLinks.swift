import Configuration
import Diagnostics

/// The files that style sheets of the theme load: `url(…)` and `@import`, told at the theme's own file.
struct StyleLinks {
    private let project: Project

    init(_ project: Project) { self.project = project }

    func findings(in index: SiteIndex) -> [Diagnostic] {
        let styles = project.theme.assets.byPath.keys.filter { $0.hasSuffix(".css") }.sorted()
        return styles.flatMap { path in source(of: path).map { findings(in: $0, at: path, index) } ?? [] }
    }

    /// The file that an asset is made of: that of the site where it replaces the theme's.
    private func source(of asset: String) -> SourceFile? {
        let configuration = project.configuration
        let folders = [configuration.overrides?.value, configuration.theme?.value ?? Configuration.themeFolder]
            .compactMap { $0 }
        return folders.lazy.compactMap { try? project.files.file("\($0)/assets/\(asset)").get() }.first
    }

    private func findings(in file: SourceFile, at path: String, _ index: SiteIndex) -> [Diagnostic] {
        let assets = project.theme.assets.byPath
        return Self.addresses(in: file.bytes).compactMap { range -> Diagnostic? in
            let written = String(decoding: file.bytes[range], as: UTF8.self)
            guard !Manuscript.hasScheme(written), !written.hasPrefix("//"), !written.hasPrefix("#") else { return nil }
            let name = Manuscript.path(of: written)
            if let target = ProjectFiles.join(ProjectFiles.folder(of: path), name), assets[target] != nil { return nil }
            if let target = ProjectFiles.join(ProjectFiles.folder(of: "assets/" + path), name),
                index.files.contains(SitePath(target))
            {
                return nil
            }
            let origin = PositionMap(identity: file).origin(of: range)
            return SiteImageMissing.missing(
                written, at: origin, suggestion: Spelling.nearest(to: name, among: assets.keys.sorted()))
        }
    }

    /// The bytes of all addresses (CSS Syntax, sections 4.3.6 and 4.3.5), without their quotes. Comments hold none.
    static func addresses(in bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            let rest = bytes[index...]
            if rest.starts(with: "/*".utf8) {
                let end = (index + 2..<bytes.count).first { bytes[$0...].starts(with: "*/".utf8) }
                index = (end ?? bytes.count) + 2
            } else if rest.starts(with: "url(".utf8) {
                let range = argument(in: bytes, from: index + 4)
                ranges.append(range)
                index = range.upperBound
            } else if rest.starts(with: "@import".utf8) {
                // With `url(…)` it is found on the way.
                let start = bytes[(index + 7)...].firstIndex { $0 != UInt8(ascii: " ") } ?? bytes.count
                index = max(index + 7, start)
                if start < bytes.count, isQuote(bytes[start]) {
                    let range = argument(in: bytes, from: start)
                    ranges.append(range)
                    index = range.upperBound + 1
                }
            } else {
                index += 1
            }
        }
        return ranges
    }

    private static func argument(in bytes: [UInt8], from start: Int) -> Range<Int> {
        // CSS Syntax, section 4.2: space, tab, line feed, form feed and carriage return.
        let isSpace = { (byte: UInt8) in [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) }
        var start = start
        while start < bytes.count, isSpace(bytes[start]) { start += 1 }
        guard start < bytes.count, !isQuote(bytes[start]) else {
            let quote = start < bytes.count ? bytes[start] : 0
            let lower = min(start + 1, bytes.count)
            return lower..<(bytes[lower...].firstIndex(of: quote) ?? bytes.count)
        }
        let upper = bytes[start...].firstIndex { $0 == UInt8(ascii: ")") || isSpace($0) }
        return start..<(upper ?? bytes.count)
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
}
