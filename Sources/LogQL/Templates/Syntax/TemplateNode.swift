/// A part of a template, with the byte at which it starts.
final class TemplateNode: Sendable {
    let position: Int
    let kind: Kind

    init(_ position: Int, _ kind: Kind) {
        self.position = position
        self.kind = kind
    }

    enum Kind: Sendable {
        case list([TemplateNode])
        case text([UInt8])
        case action(TemplateNode)
        case branch(Branch)
        case template(name: [UInt8], pipe: TemplateNode?)
        case breakLoop
        case continueLoop
        case pipe(Pipe)
        case command([TemplateNode])
        case function(TemplateFunction)
        /// `.a.b`: names after dots.
        case field([TemplateName])
        /// `$x.a.b`: the variable, then names after dots.
        case variable([UInt8], fields: [TemplateName])
        /// `(…).a.b`: something else with names after dots.
        case chain(TemplateNode, fields: [TemplateName])
        case dot
        case null
        case bool(Bool)
        case number(TemplateNumber)
        case string([UInt8], quoted: [UInt8])
    }

    struct Pipe: Sendable {
        var variables: [[UInt8]] = []
        /// Whether the variables get new values (`=`) rather than being declared (`:=`).
        var isAssignment = false
        var commands: [TemplateNode] = []
    }

    struct Branch: Sendable {
        enum Keyword: String, Sendable {
            case `if`, with, range
        }

        let keyword: Keyword
        let pipe: TemplateNode
        let list: TemplateNode
        let otherwise: TemplateNode?
    }
}

/// The templates of one text: the text's own, and what `define` and `block` name in it.
struct TemplateSet: Sendable {
    let text: [UInt8]
    let name: [UInt8]
    let root: TemplateNode
    let definitions: [[UInt8]: TemplateNode]
    let expressions = TemplateExpressions()
}
