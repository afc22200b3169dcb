import COpening

/// A library of the system that is opened when it is first needed, not when the program starts.
///
/// A program that is linked with a library loads it, and all that it needs, before it does anything, and does not start
/// without it. This one starts, and says what is missing where it is needed.
public struct SharedLibrary: Sendable, Hashable {
    /// As people call it: `libcurl`.
    public let name: String
    /// How it is installed: `apt-get install libcurl4`.
    public let installation: String
    /// What is done with it, for `galley doctor`.
    public let purpose: String
    /// Where it lies; nil where it can't be opened.
    public let path: String?
    /// As it tells it: `7.88.1`; empty where it can't be opened.
    public let version: String
    /// Why it can't be used, and what to do about it; nil where it can.
    public let absence: String?

    /// - Parameters:
    ///   - library: what became of opening it.
    ///   - version: asks its version; called where it is open.
    public init(
        _ name: String, installation: String, purpose: String, opened library: galley_library, version: () -> String
    ) {
        self.name = name
        self.installation = installation
        self.purpose = purpose
        path = library.path.map { String(cString: $0) }
        self.version = path == nil ? "" : version()
        let problem = library.problem.map { ": " + String(cString: $0) } ?? ""
        absence = path == nil ? "\(name) can't be opened (\(installation))\(problem)" : nil
    }
}
