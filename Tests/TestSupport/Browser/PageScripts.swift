import Foundation

extension BrowserPage {
    /// The value of an expression of JavaScript; of a promise, what it comes to.
    public func evaluate<Value: Decodable & Sendable>(_ expression: String, as type: Value.Type) async throws -> Value {
        let parameters: [String: any Sendable] = [
            "expression": expression, "returnByValue": true, "awaitPromise": true, "userGesture": true,
        ]
        let answer = try await call("Runtime.evaluate", parameters, as: EvaluationAnswer<Value>.self)
        if let failure = answer.failure { throw BrowserFailure("\(failure)\nin: \(expression)") }
        guard let value = answer.value else { throw BrowserFailure("no \(Value.self): \(expression)") }
        return value
    }

    /// Runs JavaScript for what it does.
    public func run(_ script: String) async throws {
        _ = try await evaluate("(async () => { \(script)\n; return true; })()", as: Bool.self)
    }

    /// A text as a literal of JavaScript.
    public static func literal(_ text: String) -> String {
        // A string of JSON is one of JavaScript.
        let data = try? JSONSerialization.data(withJSONObject: [text], options: .withoutEscapingSlashes)
        return String(decoding: data ?? Data("[\"\"]".utf8), as: UTF8.self).dropFirst().dropLast().description
    }

    /// The text of the first element that a selector finds.
    public func text(of selector: String) async throws -> String {
        try await evaluate("document.querySelector(\(Self.literal(selector))).textContent", as: String.self)
    }

    /// How many elements a selector finds.
    public func count(of selector: String) async throws -> Int {
        try await evaluate("document.querySelectorAll(\(Self.literal(selector))).length", as: Int.self)
    }

    /// Whether the first element that a selector finds can be seen.
    public func isVisible(_ selector: String) async throws -> Bool {
        try await evaluate(
            """
            (document.querySelector(\(Self.literal(selector)))?.checkVisibility({
              contentVisibilityAuto: false, opacityProperty: true, visibilityProperty: true }) ?? false)
            """, as: Bool.self)
    }

    /// A property of style as the browser computes it.
    public func style(_ property: String, of selector: String) async throws -> String {
        try await evaluate(
            "getComputedStyle(document.querySelector(\(Self.literal(selector)))).getPropertyValue(\(Self.literal(property)))",
            as: String.self)
    }
}

/// What `Runtime.evaluate` answers: a value, or the exception that was thrown.
private struct EvaluationAnswer<Value: Decodable>: Decodable {
    private enum Keys: String, CodingKey { case result, value, exceptionDetails, exception, description, text }

    let value: Value?
    let failure: String?

    init(from decoder: any Decoder) throws {
        let answer = try decoder.container(keyedBy: Keys.self)
        if answer.contains(.exceptionDetails) {
            let details = try answer.nestedContainer(keyedBy: Keys.self, forKey: .exceptionDetails)
            let exception = try? details.nestedContainer(keyedBy: Keys.self, forKey: .exception)
            let text = try details.decode(String.self, forKey: .text)
            failure = (try? exception?.decode(String.self, forKey: .description)) ?? text
            value = nil
        } else {
            failure = nil
            value = try answer.nestedContainer(keyedBy: Keys.self, forKey: .result)
                .decodeIfPresent(Value.self, forKey: .value)
        }
    }
}
