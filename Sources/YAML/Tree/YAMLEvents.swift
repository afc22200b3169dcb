// libyaml as it is kept inside Yams. Yams' own tree knows only where a node begins, follows aliases without a limit and
// stops at the first duplicate key; the events below it have both ends of everything.
import CYaml

/// One step through a YAML text. Ranges are bytes of the text.
struct YAMLEvent {
    enum Kind {
        case documentStart, documentEnd
        case alias(name: String)
        case scalar(value: String, style: YAMLScalar.Style)
        case sequenceStart(isFlow: Bool)
        case mappingStart(isFlow: Bool)
        case collectionEnd
    }

    var kind: Kind
    var range: Range<Int>
    var anchor: String?
    var tag: String?

    /// Why a text could not be read to its end, in libyaml's words.
    struct Problem {
        var text: String
        var offset: Int
        /// What was being read, and where it began.
        var context: String?
        var contextOffset: Int?
        /// Whether the bytes could not even be taken for characters.
        var isOfReader: Bool
    }

    /// Calls `handle` for each event until it returns false. Returns the syntax error that ended the reading, if any.
    static func read(_ bytes: [UInt8], _ handle: (YAMLEvent) -> Bool) -> Problem? {
        // libyaml counts the mark as a column of the first line, and then finds the other lines badly indented.
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let offsets = CharacterOffsets(bytes, from: start)
        return bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, buffer.count > start else { return nil }
            var parser = yaml_parser_t()
            guard yaml_parser_initialize(&parser) == 1 else { return nil }
            defer { yaml_parser_delete(&parser) }
            yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(&parser, base + start, buffer.count - start)
            while true {
                var event = yaml_event_t()
                guard yaml_parser_parse(&parser, &event) == 1 else { return Problem(parser, offsets) }
                defer { yaml_event_delete(&event) }
                if event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT { return nil }
                guard let read = YAMLEvent(event, offsets) else { continue }
                if !handle(read) { return nil }
            }
        }
    }

    private init?(_ event: yaml_event_t, _ offsets: CharacterOffsets) {
        let lower = offsets[event.start_mark.index]
        range = lower..<max(lower, offsets[event.end_mark.index])
        switch event.type {
        case YAML_DOCUMENT_START_EVENT: kind = .documentStart
        case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
        case YAML_ALIAS_EVENT: kind = .alias(name: Self.string(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let value = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            kind = .scalar(value: String(decoding: value, as: UTF8.self), style: .init(scalar.style))
            (anchor, tag) = (Self.string(scalar.anchor), Self.string(scalar.tag))
        case YAML_SEQUENCE_START_EVENT:
            let sequence = event.data.sequence_start
            kind = .sequenceStart(isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE)
            (anchor, tag) = (Self.string(sequence.anchor), Self.string(sequence.tag))
        case YAML_MAPPING_START_EVENT:
            let mapping = event.data.mapping_start
            kind = .mappingStart(isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE)
            (anchor, tag) = (Self.string(mapping.anchor), Self.string(mapping.tag))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: kind = .collectionEnd
        default: return nil
        }
    }

    private static func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(decodingCString: $0, as: UTF8.self) }
    }
}

extension YAMLEvent.Problem {
    fileprivate init(_ parser: yaml_parser_t, _ offsets: CharacterOffsets) {
        text = parser.problem.map { String(cString: $0) } ?? "out of memory"
        isOfReader = parser.error == YAML_READER_ERROR
        offset = isOfReader ? offsets.start + parser.problem_offset : offsets[parser.problem_mark.index]
        guard !isOfReader, let pointer = parser.context else { return }
        context = String(cString: pointer)
        contextOffset = offsets[parser.context_mark.index]
    }
}

extension YAMLScalar.Style {
    fileprivate init(_ style: yaml_scalar_style_t) {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: self = .literal
        case YAML_FOLDED_SCALAR_STYLE: self = .folded
        default: self = .plain
        }
    }
}

/// Byte offsets of characters: libyaml's marks count Unicode scalars.
private struct CharacterOffsets {
    let start: Int
    private let count: Int
    /// The offset of each character; empty where all of them are of one byte.
    private var offsets: [Int] = []

    init(_ bytes: [UInt8], from start: Int) {
        self.start = start
        count = bytes.count
        guard bytes[start...].contains(where: { $0 >= 0x80 }) else { return }
        for index in start..<bytes.count where bytes[index] & 0xC0 != 0x80 { offsets.append(index) }
    }

    subscript(character: Int) -> Int {
        if offsets.isEmpty { return min(start + character, count) }
        return character < offsets.count ? offsets[character] : count
    }
}
