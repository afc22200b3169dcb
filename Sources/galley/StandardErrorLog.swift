import Logging

/// The program's log on standard error: one line a message, with the program's name before it.
struct StandardErrorLog: LogHandler {
    var logLevel = Logger.Level.notice
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        StandardStream.errors.write("galley: \(event.message)\n")
    }
}
