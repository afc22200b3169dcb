/// Why a template can't be read, or why its rendering stopped.
struct TemplateError: Error, Equatable {
    /// The cause alone, as Go words it: `function "x" not defined`.
    let message: String
    /// Go's whole text, with the template's name, the line, and when rendering the part that failed. This is what Loki puts
    /// in `__error_details__`.
    let text: String
    /// The bytes of the template that the error is about.
    let range: Range<Int>
}

/// Why a function or a method that a template calls refuses; becomes a `TemplateError` at the call.
struct CallProblem: Error {
    let message: String

    init(_ message: String) { self.message = message }
}
