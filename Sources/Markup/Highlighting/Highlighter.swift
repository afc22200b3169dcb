/// Colours code at build time.
///
/// The lexers are made for reading, not for checking: whatever they are given, they end, keep the text as it is, and
/// return tokens in order that do not overlap.
public enum Highlighter {
    typealias Lexer = @Sendable (inout CodeScanner) -> Void

    /// The languages that are coloured, by all names that a fence may use. `text` and `output` are known and plain.
    private static let lexers: [String: Lexer] = [
        "logql": { WordLexer.logql.run(&$0) },
        "promql": { WordLexer.promql.run(&$0) },
        "sql": { WordLexer.sql.run(&$0) },
        "python": { WordLexer.python.run(&$0) }, "py": { WordLexer.python.run(&$0) },
        "hcl": { WordLexer.hcl.run(&$0) }, "terraform": { WordLexer.hcl.run(&$0) },
        "alloy": { WordLexer.alloy.run(&$0) },
        "json": { WordLexer.json.run(&$0) },
        "yaml": YAMLLexer.run, "yml": YAMLLexer.run,
        "bash": ShellLexer.run, "sh": ShellLexer.run, "shell": ShellLexer.run,
        "console": ConsoleLexer.run,
        "nginx": NginxLexer.run,
        "ini": INILexer.run,
        "diff": DiffLexer.run,
        "http": HTTPLexer.run,
        "text": { _ in }, "output": { _ in },
    ]

    /// Whether code of this language is known.
    public static func knows(_ language: String) -> Bool { lexers[language] != nil }

    /// The names of all known languages, sorted.
    public static var languages: [String] { lexers.keys.sorted() }

    /// The coloured runs of a code, in order; none for a language that is not known.
    public static func highlight(_ code: UnsafeBufferPointer<UInt8>, language: String) -> [HighlightToken] {
        guard let lexer = lexers[language] else { return [] }
        var scanner = CodeScanner(code)
        lexer(&scanner)
        return scanner.tokens
    }
}
