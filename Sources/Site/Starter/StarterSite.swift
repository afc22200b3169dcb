import BuiltIn
import Configuration

/// The small site that a project begins with.
public enum StarterSite {
    /// The name of the schema that its `galley.yml` points editors at.
    public static let schemaFile = "galley.schema.json"

    /// Contents by path in the site's folder.
    public static var files: [String: [UInt8]] {
        var files = BuiltIn.starter
        files[schemaFile] = Array((Configuration.schema.text() + "\n").utf8)
        return files
    }
}
