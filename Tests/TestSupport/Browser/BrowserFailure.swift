/// What went wrong between a test and the browser.
public struct BrowserFailure: Error, CustomStringConvertible, Sendable {
    public let description: String

    public init(_ description: String) { self.description = description }
}
