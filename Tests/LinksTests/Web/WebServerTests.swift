import Foundation
import TestSupport
import Testing

/// What the other tests here rely on: that the server does what its README says, and that nothing of it is left.
struct WebServerTests {
    @Test func holdsWhatItPromises() throws {
        let process = Process()
        process.executableURL = WebServer.folder.appendingPathComponent("self-test")
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
    }
}
