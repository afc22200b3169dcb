/// A regular expression seen from afar: literals, `.*`, alternatives, and what is something else.
///
/// Enough to know which expressions a search for text does as well, by the same steps as Loki: what those steps make of an
/// expression is what Loki finds, even where the expression means something narrower.
indirect enum RegexShape: Equatable {
    case empty
    case literal([Unicode.Scalar], ignoresCase: Bool)
    /// `.*` that stops at the end of a line.
    case anything
    /// `.+` likewise.
    case something
    case capture(RegexShape)
    case concatenation([RegexShape])
    case alternatives([RegexShape])
    /// One character of several.
    case character
    case other

    /// The test that does without the expression; nil where there is none.
    static func simplified(_ text: String, isLabel: Bool) -> TextTest? {
        var reader = RegexShapeReader(text)
        return reader.read()?.simplified(isLabel: isLabel)
    }

    private var withoutCapture: RegexShape { if case .capture(let inner) = self { inner } else { self } }

    private func simplified(isLabel: Bool) -> TextTest? {
        switch self {
        case .empty, .anything: return .always
        case .something: return .notEmpty
        case .capture(let inner): return inner.simplified(isLabel: isLabel)
        case .literal(let scalars, let ignoresCase):
            let bytes = Self.bytes(scalars)
            if isLabel { return ignoresCase ? .equalsIgnoringCase(Self.lowered(bytes)) : .equals(bytes) }
            return Self.contains(bytes, ignoresCase)
        case .alternatives(let parts):
            var test: TextTest?
            for part in parts {
                guard let next = part.withoutCapture.simplified(isLabel: isLabel) else { return nil }
                test = test.map { .either($0, next) } ?? next
            }
            return test
        case .concatenation(let parts): return Self.simplified(parts, base: nil)
        case .character, .other: return nil
        }
    }

    /// A literal with `.*` round it, or with alternatives behind it.
    private static func simplified(_ parts: [RegexShape], base: [UInt8]?) -> TextTest? {
        let parts = parts.map(\.withoutCapture).filter { $0 != .empty }
        guard parts.count <= 3 else { return nil }
        var base = base
        var literals = 0
        var ignoresCase = false
        var test: TextTest?
        for part in parts {
            switch part {
            case .literal(let scalars, let ignores):
                guard literals == 0 else { return nil }
                literals += 1
                base = (base ?? []) + bytes(scalars)
                ignoresCase = ignores
            case .alternatives(let choices):
                guard let base, let next = simplified(choices, behind: base, test, ignoresCase) else { return nil }
                test = next
            case .anything: continue
            default: return nil
            }
        }
        return test ?? base.map { contains($0, ignoresCase) }
    }

    private static func simplified(
        _ choices: [RegexShape], behind base: [UInt8], _ before: TextTest?, _ ignoresCase: Bool
    ) -> TextTest? {
        var test = before
        for choice in choices {
            let next: TextTest
            switch choice {
            case .empty, .anything: next = contains(base, ignoresCase)
            case .literal(let scalars, let ignores):
                if !ignoresCase, ignores { return nil }
                next = contains(base + bytes(scalars), ignoresCase)
            case .concatenation(let parts):
                guard let inner = simplified(parts, base: base) else { return nil }
                next = inner
            default: return nil
            }
            test = test.map { .either($0, next) } ?? next
        }
        return test
    }

    private static func contains(_ bytes: [UInt8], _ ignoresCase: Bool) -> TextTest {
        bytes.isEmpty ? .always : ignoresCase ? .containsIgnoringCase(lowered(bytes)) : .contains(bytes)
    }

    private static func bytes(_ scalars: [Unicode.Scalar]) -> [UInt8] {
        scalars.flatMap { Array(UTF8.encode($0) ?? .init()) }
    }

    private static func lowered(_ bytes: [UInt8]) -> [UInt8] {
        Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
    }
}

// MARK: - Alternatives with a common beginning

extension RegexShape {
    /// Joins alternatives as Go's parser does it: a common beginning is taken out, characters become one class.
    static func alternation(_ choices: [RegexShape]) -> RegexShape {
        var choices = choices
        if choices.count > 1 { choices = withoutRepeatedEmpties(joiningCharacters(factored(choices))) }
        return choices.count == 1 ? choices[0] : .alternatives(choices)
    }

    private var beginning: (scalars: [Unicode.Scalar], ignoresCase: Bool)? {
        switch self {
        case .literal(let scalars, let ignoresCase): (scalars, ignoresCase)
        case .concatenation(let parts): parts.first?.beginning
        default: nil
        }
    }

    private func droppingBeginning(_ count: Int) -> RegexShape {
        switch self {
        case .literal(let scalars, let ignoresCase):
            return scalars.count == count ? .empty : .literal(Array(scalars.dropFirst(count)), ignoresCase: ignoresCase)
        case .concatenation(let parts):
            guard let first = parts.first?.droppingBeginning(count) else { return self }
            let rest = (first == .empty ? [] : [first]) + parts.dropFirst()
            return rest.isEmpty ? .empty : rest.count == 1 ? rest[0] : .concatenation(rest)
        default: return self
        }
    }

    private static func factored(_ choices: [RegexShape]) -> [RegexShape] {
        var result: [RegexShape] = []
        var run: [RegexShape] = []
        var common: (scalars: [Unicode.Scalar], ignoresCase: Bool)?
        func end() {
            guard run.count > 1, let common else {
                result += run
                return
            }
            let rests = run.map { $0.droppingBeginning(common.scalars.count) }
            result.append(
                .concatenation([.literal(common.scalars, ignoresCase: common.ignoresCase), alternation(rests)]))
        }
        for choice in choices {
            let next = choice.beginning
            if let held = common, let next, held.ignoresCase == next.ignoresCase {
                let same = zip(held.scalars, next.scalars).prefix { $0 == $1 }.count
                if same > 0 {
                    common = (Array(held.scalars.prefix(same)), held.ignoresCase)
                    run.append(choice)
                    continue
                }
            }
            end()
            run = [choice]
            common = next
        }
        end()
        return result
    }

    private var isCharacter: Bool {
        switch self {
        case .character: true
        case .literal(let scalars, _): scalars.count == 1
        default: false
        }
    }

    private static func joiningCharacters(_ choices: [RegexShape]) -> [RegexShape] {
        var result: [RegexShape] = []
        for choice in choices {
            if choice.isCharacter, let last = result.last, last.isCharacter {
                result[result.count - 1] = .character
            } else {
                result.append(choice)
            }
        }
        return result
    }

    private static func withoutRepeatedEmpties(_ choices: [RegexShape]) -> [RegexShape] {
        var result: [RegexShape] = []
        for choice in choices where !(choice == .empty && result.last == .empty) { result.append(choice) }
        return result
    }
}
