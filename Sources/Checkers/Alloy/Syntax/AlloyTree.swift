/// A configuration of Alloy as it is written. All ranges are of bytes of the text.
struct AlloyName: Hashable {
    let text: String
    let range: Range<Int>
}

enum AlloyStatement {
    case attribute(AlloyAttribute)
    case block(AlloyBlock)
}

/// `name = value`.
struct AlloyAttribute {
    let name: AlloyName
    let value: AlloyExpression
}

/// `name.of.block "label" { … }`.
struct AlloyBlock {
    /// The parts with points between them.
    let name: AlloyName
    /// Without its quotes; the range has them.
    let label: AlloyName?
    let body: [AlloyStatement]
    /// From the name to the closing bracket.
    let range: Range<Int>

    /// Name and label: where a finding about the whole block is shown.
    var head: Range<Int> { name.range.lowerBound..<(label?.range.upperBound ?? name.range.upperBound) }
    var attributes: [AlloyAttribute] { body.attributes }
    var blocks: [AlloyBlock] { body.blocks }
}

extension [AlloyStatement] {
    var attributes: [AlloyAttribute] {
        compactMap { if case .attribute(let attribute) = $0 { attribute } else { nil } }
    }
    var blocks: [AlloyBlock] {
        compactMap { if case .block(let block) = $0 { block } else { nil } }
    }
    /// The value of an attribute; nil where there is none.
    func value(_ name: String) -> AlloyExpression? { attributes.first { $0.name.text == name }?.value }
}

struct AlloyExpression {
    indirect enum Kind {
        case string(AlloyString)
        case number, boolean, null
        case array([AlloyExpression])
        case object([Field])
        case identifier(String)
        /// `value.name`.
        case access(AlloyExpression, AlloyName)
        /// `value[index]`.
        case index(AlloyExpression, AlloyExpression)
        case call(AlloyExpression, [AlloyExpression])
        case unary(AlloyExpression)
        case binary(AlloyExpression, AlloyExpression)
        /// In place of what can't be read.
        case unreadable
    }

    struct Field {
        let name: AlloyName
        let value: AlloyExpression
    }

    let kind: Kind
    let range: Range<Int>

    /// The text of a string literal.
    var string: AlloyString? { if case .string(let string) = kind { string } else { nil } }

    /// The names of `a.b.c`; nil for what is no plain chain of names.
    var path: [AlloyName]? {
        switch kind {
        case .identifier(let name): [AlloyName(text: name, range: range)]
        case .access(let value, let name): value.path.map { $0 + [name] }
        default: nil
        }
    }
}
