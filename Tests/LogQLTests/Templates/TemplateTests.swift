import TestSupport
import Testing

@testable import LogQL

@Suite struct TemplateTests {
    private func text(
        _ template: String, _ labels: [String: String] = [:], for purpose: Template.Purpose = .line
    ) throws -> String {
        Entry(labels: labels).render(try Template(template, for: purpose))
    }

    @Test func shortCutsALineOfOneLabel() throws {
        // Loki looks at the label alone, and so prints it even where it's assigned.
        #expect(try text("{{$x := .a}}", ["a": "1"]) == "1")
        #expect(try text("{{$x := .a}}", ["a": "1"], for: .label) == "")
        #expect(try text(" {{$x := .a}}", ["a": "1"]) == " ")
    }

    @Test func namesTheTemplateInErrors() throws {
        #expect(
            try text("{{.a.b}}", for: .label)
                == #"template: label:1:4: executing "label" at <.a.b>: can't evaluate field b in type string"#)
    }

    @Test func knowsTheNamesOfFields() throws {
        let template = try Template("{{.a}} {{.b}} {{.a}}{{if .c}}{{end}}")
        #expect(template.fieldNames.map(\.text) == ["a", "b", "c"])
        #expect(template.fieldNames.map(\.index) == [0, 1, 2])
    }

    @Test func marksWhatIsWrong() throws {
        #expect(Template.problem(of: "a {{nope 1}}")?.range == 4..<8)
        #expect(Template.problem(of: "a {{nope 1}}")?.message == #"function "nope" not defined"#)
        #expect(Template.problem(of: "{{.a}}") == nil)
    }

    @Test func leavesTheOutputAsItWasOnAnError() throws {
        var output = Array("before".utf8)
        let template = try Template("text {{div 1 0}}")
        #expect(throws: TemplateError.self) { try template.render(Entry(), into: &output) }
        #expect(output == Array("before".utf8))
    }

    @Test(arguments: [
        "{{repeat 1000000000 `x`}}", "{{repeat 9223372036854775807 ``}}{{indent 9223372036854775807 `a`}}",
        "{{range 9223372036854775807}}x{{end}}", "{{$x := `a`}}{{range 100}}{{$x = print $x $x}}{{end}}",
        "{{alignLeft 4611686018427387904 `x`}}", "{{range 100000000}}{{end}}",
        "{{range 100000}}{{printf `%1000000d` 1}}{{end}}", "{{define `T`}}{{template `T`}}{{end}}{{template `T`}}",
        "{{define `T`}}{{template `T` .}}{{template `T` .}}{{end}}{{template `T`}}",
        "{{define `T`}}{{range 2}}{{if 1}}{{with 1}}{{template `T` (print (print .))}}{{end}}{{end}}{{end}}{{end}}{{template `T`}}",
        "{{replace `` (repeat 1000 `x`) (repeat 100000 `y`)}}",
        "{{regexReplaceAll `` (repeat 100000 `y`) (repeat 1000 `x`)}}",
    ]) func isBounded(template: String) throws {
        var output: [UInt8] = []
        let template = try Template(template)
        #expect(throws: TemplateError.self) { try template.render(Entry(labels: ["a": "b"]), into: &output) }
    }

    @Test func refusesDeepNesting() {
        for (open, close) in [
            ("{{(", ""), ("{{if 1}}", "{{end}}"), ("{{if 1}}{{else if 1}}", ""), ("{{define `T`}}", ""),
        ] {
            let text = String(repeating: open, count: 100_000) + String(repeating: close, count: 100_000)
            #expect(Template.problem(of: text) != nil)
        }
        #expect(Template.problem(of: "{{" + String(repeating: "(", count: 100_000)) != nil)
        let fine =
            String(repeating: "{{if 1}}", count: 150) + "{{" + String(repeating: "(", count: 40) + "1"
            + String(repeating: ")", count: 40) + "}}" + String(repeating: "{{end}}", count: 150)
        #expect((try? text(fine)) == "1")
    }

    /// Random bytes, and templates with random changes, neither crash nor give ranges outside the text.
    @Test func survivesAnything() {
        var random = SeededGenerator(seed: 7)
        let pieces = [
            "{{", "}}", "{{-", " -}}", "(", ")", "|", ".a", "$x", ":=", "=", ",", "if ", "else", "{{end}}", "range ",
            "with ",
            "define `T`", "template `T`", "block `B`", "break", "nil", "\"", "`", "'", "1", "-1", "1e99", "0x", "1i",
            "print ",
            "printf ", "`%*d`", "index ", "slice ", "upper ", "add ", "div ", "round ", "date ", "toDate ", "fromJson ",
            "`[1,{}]`", "__timestamp__", "unixToTime ", "trunc ", "substr ", "count ", "/*", "*/", " ", "\n", "é",
            "eq ",
            ".Year", "mulf ", "divf ", "9223372036854775807", "-9223372036854775808 ", "int ", "%", "\\",
        ]
        let entry = Entry(labels: ["a": "1e400", "b": "é\u{0}"], line: "x")
        for round in 0..<4_000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                if round % 4 == 0 {
                    bytes.append(UInt8.random(in: 0...255, using: &random))
                } else {
                    bytes += pieces.randomElement(using: &random)?.utf8 ?? "".utf8
                }
            }
            if round % 4 > 1 { bytes = Array("{{".utf8) + bytes + Array("}}".utf8) }
            var output: [UInt8] = []
            do throws(TemplateError) {
                try Template(bytes: bytes).render(entry, into: &output)
            } catch {
                #expect(error.range.upperBound <= bytes.count)
            }
        }
    }
}
