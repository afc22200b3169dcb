import BuiltIn
import Diagnostics

/// Where the files of a theme come from.
enum ThemeSource: Sendable {
    /// A folder: its absolute path, and the path that findings show.
    case folder(String, shown: String)
    /// The theme that the program brings along.
    case builtIn

    /// How findings name it.
    var shown: String {
        switch self {
        case .folder(_, let shown): shown
        case .builtIn: "galley's own theme"
        }
    }

    /// The files below one of its folders, by path in that folder.
    func files(below folder: String, _ setting: Span, _ findings: inout [Diagnostic]) -> [String: [UInt8]] {
        switch self {
        case .folder(let path, _): Self.read("\(path)/\(folder)", setting, &findings)
        case .builtIn:
            Dictionary(
                uniqueKeysWithValues: BuiltIn.theme.filter { $0.key.hasPrefix(folder + "/") }
                    .map { (String($0.key.dropFirst(folder.count + 1)), $0.value) })
        }
    }

    private static func read(
        _ folder: String, _ setting: Span, _ findings: inout [Diagnostic]
    ) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for path in FileAccess.files(below: folder) {
            do {
                files[path] = try FileAccess.read("\(folder)/\(path)")
            } catch {
                findings.append(ThemeUnreadable.unreadable(error, at: setting))
                // Its name is known all the same.
                files[path] = []
            }
        }
        return files
    }
}
