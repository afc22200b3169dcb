import Diagnostics
import LogQL
import Markup
import YAML

/// Reads what a fence's attributes ask to be proven.
struct RequestReading {
    private let block: CodeBlock
    private(set) var findings: [Diagnostic] = []

    init(_ block: CodeBlock) { self.block = block }

    /// The value of `as`.
    var kind: Located<String>? { value("as") }

    mutating func read() -> ProofRequest {
        var request = ProofRequest()
        if let level = value("proof") {
            if let known = ProofLevel(request: level.value) {
                request.level = Located(known, at: level.origin)
            } else {
                findings.append(SnippetUnknownLevel.found(level.value, at: level.origin))
            }
        }
        request.data = value("data")
        request.window = window()
        request.needs = words("needs")
        request.session = value("session")
        request.container = container()
        request.bad = value("bad").map { Located(RuleID($0.value), at: $0.origin) }
        request.slowerThan = value("slower-than")
        request.isHidden = block.attributes?.has("hidden") ?? false
        readSkip(into: &request)
        return request
    }

    private mutating func readSkip(into request: inout ProofRequest) {
        if let reason = value("skip") {
            request.skip = reason
            let words = reason.value.split { $0.isWhitespace }
            if words.count < 2 { findings.append(SnippetSkipReason.tooShort(reason.value, at: reason.origin)) }
        }
        guard let until = value("until") else { return }
        if request.skip == nil { findings.append(SnippetSkipReason.untilAlone(at: until.origin)) }
        if let date = CalendarDate(until.value) {
            request.until = Located(date, at: until.origin)
        } else {
            findings.append(SnippetSkipReason.noDate(until.value, at: until.origin))
        }
    }

    /// Both or none: a range alone does not say where its values are.
    private mutating func window() -> Located<QueryWindow>? {
        let (range, step) = (value("range"), value("step"))
        guard let first = range ?? step else { return nil }
        guard block.language.lowercased() == "logql" else {
            findings.append(SnippetRange.otherLanguage(block.language, at: first.origin))
            return nil
        }
        guard let range, let step else {
            findings.append(SnippetRange.alone(range == nil ? "step" : "range", at: first.origin))
            return nil
        }
        guard let length = duration(range, "range"), let distance = duration(step, "step") else { return nil }
        guard length >= distance, length / distance < QueryRequest.maximumSteps else {
            findings.append(SnippetRange.steps(range.value, step.value, at: step.origin))
            return nil
        }
        return Located(QueryWindow(range: length, step: distance), at: range.origin)
    }

    /// In nanoseconds. Times are shown in whole seconds.
    private mutating func duration(_ text: Located<String>, _ name: String) -> Int64? {
        if let duration = QueryCase.step(text.value), duration >= 1_000_000_000 { return duration }
        findings.append(SnippetRange.noDuration(text.value, of: name, at: text.origin))
        return nil
    }

    /// The file is named relative to the folder of the file that the attribute is written in, as includes are.
    private mutating func container() -> Located<String>? {
        guard let written = value("in") else { return nil }
        let folder = ProjectFiles.folder(of: written.span.file.path)
        guard let path = ProjectFiles.join(folder, written.value) else {
            findings.append(SnippetContainerMissing.outside(written.value, at: written.origin))
            return nil
        }
        return Located(path, at: written.origin)
    }

    private func value(_ name: String) -> Located<String>? {
        block.attributes?[name].map { Located($0.value, at: block.document.origin(of: $0.valueRange)) }
    }

    /// Words with blanks or commas between them, each at its own place.
    private func words(_ name: String) -> [Located<String>] {
        guard let attribute = block.attributes?[name] else { return [] }
        let text = block.document.text
        let isBreak = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",") }
        return text[attribute.valueRange].split(whereSeparator: isBreak).map { word in
            let range = word.startIndex..<word.endIndex
            return Located(String(decoding: word, as: UTF8.self), at: block.document.origin(of: range))
        }
    }
}
