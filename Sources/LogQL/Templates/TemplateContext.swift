/// What a template is rendered over: the labels of an entry, its line and its time.
protocol TemplateContext {
    /// Appends a label's value, or says that there's no such label. The name's `index` is its place in the template's
    /// `fieldNames`, by which a caller who renders many lines may remember where the label stands.
    func appendLabel(_ name: TemplateName, to output: inout [UInt8]) -> Bool
    /// The names of all labels, in any order; asked for only by templates that use them as a whole (`{{.}}`, `range`).
    var labelNames: [[UInt8]] { get }
    func appendLine(to output: inout [UInt8])
    /// Nanoseconds since 1970.
    var timestamp: Int64 { get }
}

/// A label's name as a template uses it.
struct TemplateName: Sendable, Equatable {
    let bytes: [UInt8]
    /// Its place in the template's `fieldNames`; nil where the name was computed.
    let index: Int?

    var text: String { String(decoding: bytes, as: UTF8.self) }
}
