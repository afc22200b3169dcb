import Testing

@testable import Checkers

struct ShellReaderTests {
    /// Each command as its words with `·` between them; an expansion is a `?`.
    @Test(arguments: [
        ("echo a  'b c' \"d $e f\"", ["echo·a·b c·d ? f"]),
        ("a | b && c; d &\ne", ["a", "b", "c", "d", "e"]),
        ("A=1 B=\"x y\" run it", ["run·it"]),
        ("echo $(date +%s | tr a b) x", ["date·+%s", "tr·a·b", "echo·?·x"]),
        ("echo `ls -l` \"$(pwd)\"", ["ls·-l", "pwd", "echo·?·?"]),
        ("curl -d \"{\\\"a\\\": 1}\" \\\n  url # comment\nnext", ["curl·-d·{\"a\": 1}·url", "next"]),
        ("if a; then b; elif c; then d; else e; fi", ["a", "b", "c", "d", "e"]),
        ("for i in 1 2 $(seq 3); do echo \"$i\"; done", ["seq·3", "echo·?"]),
        ("for ((i = 0; i < 3; i++)); do x; done", ["x"]),
        ("while read -r line; do x; done < file", ["read·-r·line", "x"]),
        ("case \"$1\" in a|b) x ;; (c) y; z ;; *) w;; esac; v", ["x", "y", "z", "w", "v"]),
        ("f() { a; }\nfunction g { b; }\nf", ["a", "b", "f"]),
        ("[[ $a == b && -f c ]] && d", ["d"]),
        ("(( a + (b) )); x=$((1 + (2))); c", ["c"]),
        ("cat <<EOF > out\n$(inner a)\nnot a command; x\nEOF\nb", ["cat", "inner·a", "b"]),
        ("cat <<'EOF'\n$(inner)\nEOF\nb", ["cat", "b"]),
        ("cat <<-EOF | c\n\ttext\n\tEOF\nb", ["cat", "c", "b"]),
        ("a 2>&1 >/dev/null &> log; b", ["a", "b"]),
        ("diff <(sort a) <(sort b)", ["sort·a", "sort·b", "diff·?·?"]),
        ("list=(a \"b c\" $(d)); e", ["d", "e"]),
        ("echo \"${x:-$(y)}\" ${#z} $'a\\nb' $", ["y", "echo·?·?·a\nb·$"]),
        ("! a; time b; { c; }; (d)", ["a", "b", "c", "d"]),
        ("echo a#b; # c\necho '#d'", ["echo·a#b", "echo·#d"]),
        ("awk 'BEGIN { print \"x\" }' f", ["awk·BEGIN { print \"x\" }·f"]),
        ("x=$(a\nb)", ["a", "b"]),
    ])
    func commands(_ code: String, _ expected: [String]) {
        let reader = ShellReader(Array(code.utf8))
        let found = reader.commands.map { command in
            command.words.map { $0.pattern.replacing("\0", with: "?") }.joined(separator: "·")
        }
        #expect(found.filter { !$0.isEmpty } == expected)
    }

    @Test(arguments: [
        ("a", false), ("a \\\n", true), ("a |\n", true), ("a &&\n", true), ("a &\n", false), ("echo 'b\n", true),
        ("cat <<EOF\nb\n", true), ("cat <<EOF\nb\nEOF\n", false), ("if a; then\n", true), ("for i in 1; do\n", true),
        ("f() {\n", true), ("echo $(a\n", true), ("case a in\n", true), ("if a; then b; fi\n", false),
        ("a | b\n", false),
        ("while a; do b; done\n", false),
    ])
    func openEnds(_ code: String, _ isOpen: Bool) {
        #expect(ShellReader(Array(code.utf8)).isOpen == isOpen)
    }

    @Test func placesOfWordsAreThoseOfTheScript() {
        let code = "A=1 curl -d \"a\\\"b$c\" 'x y'"
        let command = ShellReader(Array(code.utf8)).commands[0]
        let texts = (command.assignments + command.words).map {
            String(decoding: Array(code.utf8)[$0.range], as: UTF8.self)
        }
        #expect(texts == ["A=1", "curl", "-d", "\"a\\\"b$c\"", "'x y'"])
        let inside = command.words[2].bytes.map { String(decoding: Array(code.utf8)[$0.source], as: UTF8.self) }
        #expect(inside == ["a", "\\\"", "b", "$c"])
    }

    @Test(arguments: [
        "$", "\\", "'", "\"", "`", "$(", "${", "$((", "<<", "<<E\n", "case", "case x in", "for", "((", "[[", "f(",
        "a \\", "\"\\", "${x\\", "$'\\", "<(", "a=(", "cat <<E\n$(\\", "{", "}", ")", ";;", "function",
    ])
    func brokenTextsEnd(_ code: String) {
        #expect(ShellReader(Array(code.utf8)).offset <= code.utf8.count)
    }

    @Test func deepNestingEnds() {
        for opening in ["$(", "${x:-", "(", "`", "\"$(", "<(", "$(( $("] {
            _ = ShellReader(Array(String(repeating: opening, count: 20_000).utf8))
        }
    }

    @Test func wrappersAreLookedThrough() {
        let names = { (code: String) in
            ShellReader(Array(code.utf8)).commands.flatMap(Invocation.all).map(\.name)
        }
        #expect(names("sudo -u root env A=b timeout -k 5 10 curl x") == ["sudo", "env", "timeout", "curl"])
        #expect(names("ls | xargs -n 1 rm") == ["ls", "xargs", "rm"])
        #expect(names("command -v curl") == ["command"])
        #expect(names("kubectl -n loki exec pod -- curl x") == ["kubectl", "curl"])
        #expect(names("/usr/bin/sudo /sbin/iptables -F") == ["/usr/bin/sudo", "/sbin/iptables"])
    }
}
