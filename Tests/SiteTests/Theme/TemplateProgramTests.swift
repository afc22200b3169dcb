import Mustache
import TestSupport
import Testing

@testable import Site

/// Templates render as Mustache's own library renders them.
@Suite struct TemplateProgramTests {
    private func rendered(_ template: String, _ context: TemplateContext, partials: [String: String] = [:]) -> String {
        var sources = partials.mapValues { Array($0.utf8) }
        sources["page"] = Array(template.utf8)
        var output: [UInt8] = []
        TemplateProgram("page", of: sources).write(context, into: &output)
        return String(decoding: output, as: UTF8.self)
    }

    private func expected(_ template: String, _ context: TemplateContext, partials: [String: String]) throws -> String {
        var library = MustacheLibrary()
        for (name, text) in partials { try library.register(text, named: name) }
        try library.register(template, named: "page")
        return library.render(Self.plain(.record(context)), withTemplate: "page") ?? ""
    }

    private static func plain(_ value: TemplateValue) -> Any {
        switch value {
        case .text(let text): text
        case .html(let bytes): String(decoding: bytes, as: UTF8.self)
        case .flag(let flag): flag
        case .record(let record): record.mapValues(plain)
        case .list(let records): records.map { plain(.record($0)) }
        }
    }

    private static let context: TemplateContext = [
        "title": "A <b> & \"c\" 'd'", "html": "<i>ö</i>", "on": true, "off": false, "empty": "",
        "none": .list([]),
        "site": ["name": "Site", "on": true, "deep": ["er": "down"]],
        "items": .list([["title": "one"], ["title": "two", "url": "u"], ["url": "v"]]),
    ]

    private static let partials = [
        "line": "<p>{{title}}</p>\n", "plain": "no line break", "list": "{{#items}}\n<li>{{title}}</li>\n{{/items}}\n",
        "nested": "[{{> plain}}]\n{{> line}}\n",
    ]

    @Test(arguments: [
        (
            "{{title}} {{{title}}} {{&title}} {{ html }} {{{ html }}}",
            "A &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; A <b> & \"c\" 'd' A <b> & \"c\" 'd' &lt;i&gt;ö&lt;/i&gt; <i>ö</i>"
        ),
        (
            "{{#items}}{{title}}{{^url}}-{{/url}}{{#url}}({{.}}){{/url}};{{/items}}",
            "one-;two(u);A &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;(v);"
        ),
        ("a\n  {{#on}}\n  b\n  {{/on}}\n\t{{! gone }}\nc {{! stays}}\n", "a\n  b\nc \n"),
        (
            "{{#off}}no{{/off}}{{^off}}yes{{/off}}{{^none}}none{{/none}}{{#empty}}held{{/empty}}{{unknown}}",
            "yesnoneheld"
        ),
        ("{{site.name}} {{#site}}{{deep.er}}{{#on}}!{{/on}}{{/site}} {{site.title}}", "Site down! "),
        (
            "x{{> plain}}y\n{{> line}}\n{{> nested}}\n",
            "xno line breaky\n<p>A &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;</p>\n[no line break]\n<p>A &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;</p>\n"
        ),
        ("<ul>\n  {{> line}}\n</ul>\n", "<ul>\n  <p>A &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;</p>\n</ul>\n"),
        ("{{#on}}\r\nwindows\r\n{{/on}}\r\nend", "windows\r\nend"),
    ])
    func rendersAsMustacheDoes(template: String, text: String) throws {
        #expect(rendered(template, Self.context, partials: Self.partials) == text)
        #expect(try expected(template, Self.context, partials: Self.partials) == text)
    }

    /// Mustache's rule, which its library keeps for the first element only.
    @Test func indentsEachLineOfAPartial() {
        #expect(
            rendered("  {{> list}}\n", ["items": .list([["title": "a"], ["title": "b"]])], partials: Self.partials)
                == "  <li>a</li>\n  <li>b</li>\n")
    }

    @Test func randomTemplatesRenderAsMustacheRendersThem() throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            // The library drops blanks at the very end.
            let template = Self.random(&generator, depth: 0) + "end\n"
            #expect(
                rendered(template, Self.context, partials: Self.partials)
                    == (try expected(template, Self.context, partials: Self.partials)), "\(template.debugDescription)")
        }
    }

    private static func random(_ generator: inout SeededGenerator, depth: Int) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...5, using: &generator) {
            let name =
                ["title", "html", "on", "off", "none", "site", "items", "site.deep", "url", "gone"]
                .randomElement(using: &generator) ?? ""
            // Tags stand alone in their lines, or have something beside them at both ends: between the two the library
            // forgets where a line began.
            let isAlone = Bool.random(using: &generator)
            let (before, after) = isAlone ? ("\n", "\n") : (".", ".")
            switch Int.random(in: 0..<9, using: &generator) {
            case 0: text += "{{title}}"
            case 1: text += "{{{html}}}\n"
            case 2: text += ["word ", "\n", "<a>", "  ", "\t\n", "é"].randomElement(using: &generator) ?? ""
            case 3 where depth < 3, 4 where depth < 3:
                let inner = random(&generator, depth: depth + 1)
                text += "\(before){{#\(name)}}\(after)\(inner)\(before){{/\(name)}}\(after)"
            case 5 where depth < 3:
                let inner = random(&generator, depth: depth + 1)
                text += "\(before){{^\(name)}}\(after)\(inner)\(before){{/\(name)}}\(after)"
            case 6:
                let partial = ["line", "plain", "list", "nested"].randomElement(using: &generator) ?? ""
                text += "\(before){{> \(partial)}}\(after)"
            case 7: text += "\(before){{! a comment }}\(after)"
            default: text += "text\n"
            }
        }
        return text
    }
}
