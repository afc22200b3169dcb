import Foundation
import Testing

/// Compares a text with the file `Snapshots/NAME` beside the test, to the byte.
///
/// `UPDATE_SNAPSHOTS=1` writes the file instead. Where `CI` is set the switch is refused, so that no run there can
/// accept its own output.
public func expectSnapshot(
    _ text: String, named name: String, testFile: StaticString = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let file = URL(fileURLWithPath: "\(testFile)").deletingLastPathComponent()
        .appendingPathComponent("Snapshots").appendingPathComponent(name)
    if isUpdatingSnapshots {
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        } catch {
            Issue.record("can't write the snapshot: \(error)", sourceLocation: sourceLocation)
        }
        return
    }
    guard let data = try? Data(contentsOf: file) else {
        Issue.record(
            "no snapshot \(name); run with UPDATE_SNAPSHOTS=1 and read what it wrote", sourceLocation: sourceLocation)
        return
    }
    let expected = String(decoding: data, as: UTF8.self)
    #expect(text == expected, "\(name) differs", sourceLocation: sourceLocation)
}

/// Whether snapshots are to be written; never in CI.
public var isUpdatingSnapshots: Bool {
    let environment = ProcessInfo.processInfo.environment
    guard environment["UPDATE_SNAPSHOTS"] == "1" else { return false }
    if environment["CI"] != nil {
        Issue.record("UPDATE_SNAPSHOTS is refused in CI")
        return false
    }
    return true
}
