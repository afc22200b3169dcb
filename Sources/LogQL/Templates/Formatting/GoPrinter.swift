extension TemplateValue {
    /// Whether it's of none of the types that Go's fmt prints without a look at their methods.
    fileprivate var isComposed: Bool {
        switch self {
        case .time, .duration, .month, .weekday, .zone, .labels, .map, .list: true
        default: false
        }
    }
}

/// Prints values as Go's fmt does.
struct GoPrinter {
    var output: [UInt8] = []
    var flags = Flags()
    /// Whether a wrong verb is being reported: values are printed then without their own ways to be strings.
    var isReporting = false
    /// Whether more was to be printed than a template may make.
    private(set) var isExhausted = false
    let execution: TemplateExecution

    struct Flags {
        var width: Int?
        var precision: Int?
        var minus = false
        var plus = false
        var sharp = false
        var space = false
        var zero = false
        /// `%+v` and `%#v`.
        var plusV = false
        var sharpV = false
    }

    init(_ execution: TemplateExecution) { self.execution = execution }

    /// The value as a verb without flags prints it.
    static func text(_ value: TemplateValue, _ execution: TemplateExecution, verb: Unicode.Scalar = "v") -> String {
        var printer = GoPrinter(execution)
        printer.printArgument(value, verb)
        return String(decoding: printer.output, as: UTF8.self)
    }

    /// fmt.Sprint: spaces between operands of which neither is a string.
    mutating func print(_ values: [TemplateValue]) {
        var wasString = true
        for (index, value) in values.enumerated() {
            let isString = if case .string = value.concrete { true } else { false }
            if index > 0, !isString, !wasString { output.append(0x20) }
            printArgument(value, "v")
            wasString = isString
        }
    }

    mutating func printLine(_ values: [TemplateValue]) {
        for (index, value) in values.enumerated() {
            if index > 0 { output.append(0x20) }
            printArgument(value, "v")
        }
        output.append(0x0A)
    }

    mutating func write(_ text: String) { write(Array(text.utf8)) }

    mutating func write(_ bytes: [UInt8]) {
        if output.count + bytes.count > TemplateExecution.largestString {
            isExhausted = true
        } else {
            output += bytes
        }
    }

    // MARK: Arguments

    mutating func printArgument(_ argument: TemplateValue, _ verb: Unicode.Scalar) {
        let value = argument.concrete
        guard let type = value.type else {
            if verb == "T" || verb == "v" { pad(Array("<nil>".utf8)) } else { badVerb(verb, value) }
            return
        }
        switch verb {
        case "T": return string(Array(type.rawValue.utf8), "s")
        case "p": return badVerb(verb, value)
        default: break
        }
        if verb == "w", value.isComposed { return badVerb(verb, value) }
        if !isReporting, let text = ownText(value, verb) { return text }
        printValue(value, verb, depth: 0)
    }

    /// Prints values that have a form of their own: times and what belongs to them.
    private mutating func ownText(_ value: TemplateValue, _ verb: Unicode.Scalar) -> Void? {
        let text: String
        switch value {
        case .time(let time): text = flags.sharpV ? time.goText : time.text
        case .duration(let value): text = DurationText.goText(value)
        case .month(let month): text = GoTime.monthName(month)
        case .weekday(let day): text = GoTime.weekdayName(day)
        case .zone(let zone): text = zone.name
        default: return nil
        }
        if flags.sharpV {
            guard case .time = value else { return nil }
            return string(Array(text.utf8), "s", isQuoted: false)
        }
        guard ["v", "s", "x", "X", "q"].contains(verb) else { return nil }
        return string(Array(text.utf8), verb)
    }

    mutating func printValue(_ value: TemplateValue, _ verb: Unicode.Scalar, depth: Int) {
        switch value {
        case .none: if verb == "v" { write(flags.sharpV ? "interface {}(nil)" : "<nil>") } else { badVerb(verb, value) }
        case .any(let inner): printElement(inner, verb, depth)
        case .string(let bytes): string(bytes, verb)
        case .bool(let flag):
            guard verb == "t" || verb == "v" else { return badVerb(verb, value) }
            pad(Array((flag ? "true" : "false").utf8))
        case .int, .int64, .duration, .month, .weekday:
            integer(UInt64(bitPattern: Int64(value.integer ?? 0)), isSigned: true, verb, value)
        case .uint8(let byte): integer(UInt64(byte), isSigned: false, verb, value)
        case .float(let number): float(number, verb, value)
        case .complex(let real, let imaginary): complex(real, imaginary, verb, value)
        case .time(let time):
            // Go's parts: nanoseconds, seconds since the year 1, and where the zone is in memory, which is nowhere for UTC.
            write("{")
            part(UInt64(time.nanoseconds), "uint64", isSigned: false, verb)
            write(" ")
            part(UInt64(bitPattern: time.seconds &- GoTime.zero.seconds), "int64", isSigned: true, verb)
            write(" ")
            if verb == "v" { pad(Array("<nil>".utf8)) } else { part(0, "*time.Location", isSigned: false, verb) }
            write("}")
        case .zone: write("&{}")
        case .labels: map(execution.labels, verb, "map[string]string", depth)
        case .map(let members): map(members, verb, "map[string]interface {}", depth)
        case .list(let values): list(values, verb, depth)
        case .bytes(let bytes): byteList(bytes, verb)
        }
    }

    private mutating func part(_ bits: UInt64, _ type: String, isSigned: Bool, _ verb: Unicode.Scalar) {
        let isPointer = type.hasPrefix("*")
        let verbs: [Unicode.Scalar] =
            isPointer ? ["b", "o", "d", "x", "X"] : ["v", "d", "b", "o", "O", "x", "X", "c", "q", "U"]
        if verbs.contains(verb) { return integer(bits, isSigned: isSigned, verb, .none) }
        write("%!\(Character(verb))(\(type)=")
        if isPointer { pad(Array("<nil>".utf8)) } else { integer(bits, isSigned: isSigned, "v", .none) }
        write(")")
    }

    private mutating func printElement(_ value: TemplateValue, _ verb: Unicode.Scalar, _ depth: Int) {
        if value.isNone { return write(flags.sharpV ? "interface {}(nil)" : "<nil>") }
        printValue(value, verb, depth: depth + 1)
    }

    private mutating func map(_ members: [TemplateMember], _ verb: Unicode.Scalar, _ type: String, _ depth: Int) {
        write(flags.sharpV ? type + "{" : "map[")
        for (index, member) in members.enumerated() {
            if index > 0 { write(flags.sharpV ? ", " : " ") }
            string(member.key, verb)
            write(":")
            printElement(member.value, verb, depth)
        }
        write(flags.sharpV ? "}" : "]")
    }

    private mutating func list(_ values: [TemplateValue], _ verb: Unicode.Scalar, _ depth: Int) {
        write(flags.sharpV ? "[]interface {}{" : "[")
        for (index, value) in values.enumerated() {
            if index > 0 { write(flags.sharpV ? ", " : " ") }
            printElement(value, verb, depth)
        }
        write(flags.sharpV ? "}" : "]")
    }

    private mutating func byteList(_ bytes: [UInt8], _ verb: Unicode.Scalar) {
        switch verb {
        case "s", "x", "X", "q": string(bytes, verb)
        default:
            write(flags.sharpV ? "[]byte{" : "[")
            for (index, byte) in bytes.enumerated() {
                if index > 0 { write(flags.sharpV ? ", " : " ") }
                integer(UInt64(byte), isSigned: false, verb, .uint8(byte))
            }
            write(flags.sharpV ? "}" : "]")
        }
    }

    /// Reports a verb that doesn't suit the value: `%!d(string=x)`.
    mutating func badVerb(_ verb: Unicode.Scalar, _ value: TemplateValue) {
        isReporting = true
        write("%!\(Character(verb))(")
        if let type = value.type {
            write(type.rawValue + "=")
            printValue(value, "v", depth: 0)
        } else {
            write("<nil>")
        }
        write(")")
        isReporting = false
    }

    // MARK: Padding

    mutating func pad(_ bytes: [UInt8]) {
        let missing = (flags.width ?? 0) - GoUTF8.count(bytes)
        if !flags.minus { writePadding(missing) }
        write(bytes)
        if flags.minus { writePadding(missing) }
    }

    mutating func writePadding(_ count: Int) {
        guard count > 0 else { return }
        write(Array(repeating: flags.zero && !flags.minus ? 0x30 : 0x20, count: count))
    }

    /// Pads with spaces although the flags ask for zeros, which a number has already.
    mutating func padPlainly(_ bytes: [UInt8]) {
        let zero = flags.zero
        flags.zero = false
        pad(bytes)
        flags.zero = zero
    }
}
