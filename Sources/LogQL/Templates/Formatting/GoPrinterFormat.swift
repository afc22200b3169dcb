extension GoPrinter {
    /// fmt.Sprintf.
    mutating func print(format: [UInt8], _ arguments: [TemplateValue]) {
        var directive = Directive(format: format, arguments: arguments)
        while directive.index < format.count {
            let text = format[directive.index...].prefix { $0 != UInt8(ascii: "%") }
            write(Array(text))
            directive.index += text.count
            guard directive.index < format.count else { break }
            directive.index += 1
            if isExhausted { return }
            flags = Flags()
            print(&directive)
        }
        guard !directive.isReordered, directive.argument < arguments.count else { return }
        flags = Flags()
        write("%!(EXTRA ")
        for (index, argument) in arguments[directive.argument...].enumerated() {
            if index > 0 { write(", ") }
            guard let type = argument.concrete.type else {
                write("<nil>")
                continue
            }
            write(type.rawValue + "=")
            printArgument(argument, "v")
        }
        write(")")
    }

    /// Where in the format and among the arguments the printing is.
    private struct Directive {
        let format: [UInt8]
        let arguments: [TemplateValue]
        var index = 0
        var argument = 0
        /// Whether an argument was asked for by its number.
        var isReordered = false
        var isGoodNumber = true
        var isAfterNumber = false

        var byte: UInt8? { index < format.count ? format[index] : nil }

        /// Takes `[3]`.
        mutating func takeArgumentNumber() {
            isAfterNumber = false
            guard byte == UInt8(ascii: "[") else { return }
            isReordered = true
            let rest = format[index...]
            guard rest.count >= 3, let close = rest.firstIndex(of: UInt8(ascii: "]")) else {
                isGoodNumber = false
                index += 1
                return
            }
            var inside = index + 1
            let number = takeNumber(&inside, close)
            let isNumber = number != nil && inside == close
            index = close + 1
            isAfterNumber = isNumber
            if let number, isNumber, number >= 1, number <= arguments.count {
                argument = number - 1
            } else {
                isGoodNumber = false
            }
        }

        /// A number in digits; nil if there's none, or one of over a million, which ends the format.
        func takeNumber(_ index: inout Int, _ end: Int) -> Int? {
            var number: Int?
            while index < end, format[index].isDigit {
                if (number ?? 0) > 1_000_000 {
                    index = end
                    return nil
                }
                number = (number ?? 0) * 10 + Int(format[index] - 0x30)
                index += 1
            }
            return number
        }

        /// A number up to the end of the format.
        mutating func takeNumber() -> Int? {
            var index = index
            defer { self.index = index }
            return takeNumber(&index, format.count)
        }

        /// The argument as a width or a precision, for `*`.
        mutating func takeIntegerArgument() -> Int? {
            guard argument < arguments.count else { return nil }
            let value = arguments[argument].concrete.integer
            argument += 1
            guard let value, value >= -1_000_000, value <= 1_000_000 else { return nil }
            return value
        }
    }

    private mutating func print(_ directive: inout Directive) {
        directive.isGoodNumber = true
        directive.isAfterNumber = false
        loop: while let byte = directive.byte {
            switch byte {
            case UInt8(ascii: "#"): flags.sharp = true
            case UInt8(ascii: "0"): flags.zero = true
            case UInt8(ascii: "+"): flags.plus = true
            case UInt8(ascii: "-"): flags.minus = true
            case UInt8(ascii: " "): flags.space = true
            default: break loop
            }
            directive.index += 1
        }
        directive.takeArgumentNumber()
        takeWidth(&directive)
        takePrecision(&directive)
        if !directive.isAfterNumber { directive.takeArgumentNumber() }
        guard directive.index < directive.format.count else { return write("%!(NOVERB)") }
        let rune = GoUTF8.rune(directive.format[directive.index...])
        directive.index += rune.width
        let verb = rune.scalar
        if verb == "%" { return write("%") }
        if !directive.isGoodNumber { return write("%!\(Character(verb))(BADINDEX)") }
        guard directive.argument < directive.arguments.count else { return write("%!\(Character(verb))(MISSING)") }
        if verb == "v" || verb == "w" {
            flags.sharpV = flags.sharp
            flags.sharp = false
            flags.plusV = flags.plus
            flags.plus = false
        }
        printArgument(directive.arguments[directive.argument], verb)
        directive.argument += 1
    }

    private mutating func takeWidth(_ directive: inout Directive) {
        guard directive.byte == UInt8(ascii: "*") else {
            flags.width = directive.takeNumber()
            if directive.isAfterNumber, flags.width != nil { directive.isGoodNumber = false }
            return
        }
        directive.index += 1
        flags.width = directive.takeIntegerArgument()
        if flags.width == nil { write("%!(BADWIDTH)") }
        if let width = flags.width, width < 0 {
            flags.width = -width
            flags.minus = true
            flags.zero = false
        }
        directive.isAfterNumber = false
    }

    private mutating func takePrecision(_ directive: inout Directive) {
        guard directive.index + 1 < directive.format.count, directive.byte == UInt8(ascii: ".") else { return }
        directive.index += 1
        if directive.isAfterNumber { directive.isGoodNumber = false }
        directive.takeArgumentNumber()
        guard directive.byte == UInt8(ascii: "*") else {
            flags.precision = directive.takeNumber() ?? 0
            return
        }
        directive.index += 1
        flags.precision = directive.takeIntegerArgument().flatMap { $0 < 0 ? nil : $0 }
        if flags.precision == nil { write("%!(BADPREC)") }
        directive.isAfterNumber = false
    }
}
