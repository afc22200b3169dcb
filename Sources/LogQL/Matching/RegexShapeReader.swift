/// Reads the shape of a regular expression in Go's syntax. Gives up (nil) rather than guess.
struct RegexShapeReader {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var ignoresCase = false
    private var dotMatchesAll = false
    private var depth = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func read() -> RegexShape? {
        guard let shape = alternatives(), index == scalars.count else { return nil }
        return shape
    }

    private var scalar: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private mutating func take(_ wanted: Unicode.Scalar) -> Bool {
        guard scalar == wanted else { return false }
        index += 1
        return true
    }

    private mutating func alternatives() -> RegexShape? {
        depth += 1
        defer { depth -= 1 }
        guard depth < 100, let first = concatenation() else { return nil }
        var choices = [first]
        while take("|") {
            guard let next = concatenation() else { return nil }
            choices.append(next)
        }
        // Alternatives of alternatives are alternatives of one.
        return .alternation(
            choices.flatMap { choice in
                if choices.count > 1, case .alternatives(let inner) = choice { return inner }
                return [choice]
            })
    }

    private mutating func concatenation() -> RegexShape? {
        var parts: [RegexShape] = []
        // Literals side by side are one; a literal of a group's inner sequence stays apart.
        var endsWithLiteral = false
        while let next = scalar, next != "|", next != ")" {
            guard let part = repeated() else { return nil }
            switch part {
            case .empty: continue
            case .concatenation(let inner):
                parts += inner
                endsWithLiteral = false
            case .literal(let new, let ignores):
                if endsWithLiteral, case .literal(let old, ignores)? = parts.last {
                    parts[parts.count - 1] = .literal(old + new, ignoresCase: ignores)
                } else {
                    parts.append(part)
                }
                endsWithLiteral = true
            default:
                parts.append(part)
                endsWithLiteral = false
            }
        }
        return parts.isEmpty ? .empty : parts.count == 1 ? parts[0] : .concatenation(parts)
    }

    /// One piece with what repeats it.
    private mutating func repeated() -> RegexShape? {
        guard let atom = atom() else { return nil }
        guard let sign = scalar else { return atom.shape }
        switch sign {
        case "*", "+", "?":
            index += 1
            _ = take("?")
            if let next = scalar, "*+?".unicodeScalars.contains(next) { return nil }
            if atom.isDot, !dotMatchesAll { return sign == "*" ? .anything : sign == "+" ? .something : .other }
            return .other
        case "{":
            var end = index + 1
            while end < scalars.count, scalars[end].value < 0x80,
                scalars[end] == "," || UInt8(scalars[end].value).isDigit
            {
                end += 1
            }
            // A brace that repeats nothing stands for itself.
            guard end < scalars.count, scalars[end] == "}", end > index + 1, scalars[index + 1] != "," else {
                return atom.shape
            }
            index = end + 1
            _ = take("?")
            return .other
        default: return atom.shape
        }
    }

    private mutating func atom() -> (shape: RegexShape, isDot: Bool)? {
        guard let first = scalar else { return nil }
        index += 1
        switch first {
        case "(": return group().map { ($0, false) }
        case "[": return set().map { ($0, false) }
        case ".": return (.character, true)
        case "^", "$": return (.other, false)
        case "*", "+", "?": return nil
        case "\\": return escape().map { ($0, false) }
        default: return (literal(first), false)
        }
    }

    private func literal(_ scalar: Unicode.Scalar) -> RegexShape {
        let hasCase = scalar.properties.changesWhenCaseMapped
        return .literal(
            [ignoresCase ? scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar : scalar],
            ignoresCase: ignoresCase && hasCase)
    }

    private mutating func escape() -> RegexShape? {
        guard let next = scalar else { return nil }
        index += 1
        switch next {
        case "n": return literal("\n")
        case "t": return literal("\t")
        case "r": return literal("\r")
        case "f": return literal("\u{0C}")
        case "v": return literal("\u{0B}")
        case "a": return literal("\u{07}")
        case "d", "D", "s", "S", "w", "W": return .character
        case "b", "B", "A", "z": return .other
        default:
            // What is left (`\x41`, `\pL`, `\Q…\E`, octal numbers) is too rare to take apart.
            let isWord = next.value >= 0x80 || UInt8(next.value).isNamePart
            return isWord ? nil : literal(next)
        }
    }

    private mutating func set() -> RegexShape? {
        let start = index
        _ = take("^")
        _ = take("]")
        while let next = scalar, next != "]" {
            if next == "\\" { index += 1 }
            if next == "[", index + 1 < scalars.count, scalars[index + 1] == ":" {
                while let inner = scalar, inner != "]" { index += 1 }
                if scalar == nil { return nil }
            }
            index += 1
        }
        guard take("]") else { return nil }
        // A set of one is a literal.
        if index == start + 2, scalars[start] != "^" { return literal(scalars[start]) }
        if index == start + 3, scalars[start] == "\\" {
            index = start + 1
            let shape = escape()
            index = start + 3
            return shape
        }
        return .character
    }

    private mutating func group() -> RegexShape? {
        let outer = (ignoresCase, dotMatchesAll)
        var captures = true
        if take("?") {
            captures = false
            if take("P") {
                guard scalar == "<" else { return nil }
            }
            if take("<") {
                while let next = scalar, next != ">" { index += 1 }
                guard take(">") else { return nil }
                captures = true
            } else if !flags() {
                // `(?i)` holds to the end of the group round it.
                return .empty
            }
        }
        guard let inner = alternatives(), take(")") else { return nil }
        (ignoresCase, dotMatchesAll) = outer
        return captures ? .capture(inner) : inner
    }

    /// Whether a group follows the flags; without one they hold from here on.
    private mutating func flags() -> Bool {
        var isOn = true
        while let next = scalar {
            index += 1
            switch next {
            case "-": isOn = false
            case "i": ignoresCase = isOn
            case "s": dotMatchesAll = isOn
            case "m", "U": break
            case ":": return true
            default: return false
            }
        }
        return false
    }
}
