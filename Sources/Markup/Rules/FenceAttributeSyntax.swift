import Diagnostics

/// Attributes of a fence that can't be read.
///
/// ## Why
///
/// Attributes say how a snippet is proven and shown. One that is not understood must not be passed over in silence.
///
/// ## Example
///
/// ````markdown
/// ```logql #error-rate data=shop
/// rate({app="shop"}[5m])
/// ```
/// ````
///
/// ## Instead
///
/// Attributes stand in braces after the language. A value with blanks stands in quotes.
///
/// ````markdown
/// ```logql {#error-rate data=shop title="Errors a second"}
/// rate({app="shop"}[5m])
/// ```
/// ````
public enum FenceAttributeSyntax: Rule {
    public static let id: RuleID = "fence/attribute-syntax"
    public static let severity = Severity.error

    static func unclosed(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("the attributes are not closed", at: origin, help: "end them with `}` on the same line")
    }

    static func trailing(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("nothing may follow the attributes", at: origin, help: "put it before the `}`, or remove it")
    }

    static func outsideBraces(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "only the language may stand outside braces", at: origin,
            help: "put attributes in braces after the language: `{#id key=value}`")
    }

    static func emptyID(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("`#` has no id after it", at: origin, help: "write the id right after it: `#error-rate`")
    }

    static func malformedID(_ id: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("`\(id)` can't be an id", at: origin, help: "use letters, digits, `-`, `_`, `.` and `:` only")
    }

    static func idAsKey(_ id: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("an id is written with `#`", at: origin, help: "write `#\(id)`")
    }

    static func unexpected(_ text: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("`\(text)` is no attribute", at: origin, help: "write `#id`, `key=value` or a flag")
    }

    static func missingValue(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("`=` has no value after it", at: origin, help: "write the value right after it")
    }

    static func unclosedQuote(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("this quote is not closed", at: origin, help: "close it with the same quote on the same line")
    }

    static func needsValue(_ name: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("`\(name)` needs a value", at: origin, help: "write `\(name)=value`")
    }

    static func takesNoValue(_ name: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("`\(name)` takes no value", at: origin, help: "write `\(name)` alone, or leave it out")
    }

    static func malformedLines(_ text: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("`\(text)` names no lines", at: origin, help: "write a number or a range from 1: `mark=2-3,5`")
    }
}
