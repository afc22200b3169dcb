import Testing

@testable import Markup

@Suite struct HTMLWriterTests {
    @Test func headings() {
        #expect(
            Parsed("# One\n## Two *x* {#two}\n").html == """
                <h1 id="one">One</h1>
                <h2 id="two">Two <em>x</em><a class="anchor" href="#two" aria-label="Link to this section: Two x"></a></h2>

                """)
        var options = HTMLWriter.Options()
        options.headingShift = 1
        options.idPrefix = "a-"
        options.hasAnchors = false
        #expect(
            Parsed("# One\n###### Six [x](#six)\n").html(options) == """
                <h2 id="a-one">One</h2>
                <h6 id="a-six-x">Six <a href="#a-six">x</a></h6>

                """)
    }

    /// What follows `breaksCode`: names of 16 bytes stay whole, and no part has fewer than three bytes.
    @Test(arguments: [
        ("`loki_build_infos`", "loki_build_infos"),
        ("`loki_panic_total{job=\"a\"}`", "loki_<wbr>panic_<wbr>total{job=&quot;a&quot;}"),
        ("`limits_config.per_stream_rate_limit`", "limits_<wbr>config.<wbr>per_<wbr>stream_<wbr>rate_<wbr>limit"),
        ("`/loki/api/v1/query_range`", "/loki/<wbr>api/<wbr>v1/<wbr>query_<wbr>range"),
        ("`-config.expand-env=true`", "-config.<wbr>expand-<wbr>env=true"),
        ("`____________________`", "____________________"),
        ("`a_ä_<_ö_&_ü_long_name`", "a_ä_<wbr>&lt;_ö_<wbr>&amp;_ü_<wbr>long_<wbr>name"),
        ("`| drop trace_idxx`", "| drop trace_<wbr>idxx"),
    ])
    func breaksInCode(markdown: String, code: String) {
        var options = HTMLWriter.Options()
        #expect(!Parsed(markdown).html(options).contains("<wbr>"))
        options.breaksCode = true
        #expect(Parsed(markdown).html(options) == "<p><code>\(code)</code></p>\n")
    }

    /// Up to 16 bytes.
    @Test func shortCodeStaysOnOneLine() {
        var options = HTMLWriter.Options()
        #expect(Parsed("`| json`").html(options) == "<p><code>| json</code></p>\n")
        options.breaksCode = true
        #expect(
            Parsed("`| json` `json` `| drop trace_id` `| drop trace_ids`").html(options) == """
                <p><code class="whole">| json</code> <code>json</code> <code class="whole">| drop trace_id</code> \
                <code class="whole">| drop trace_ids</code></p>

                """)
    }

    @Test func code() {
        let html = Parsed("```logql {#a title=\"A & B\" mark=2 lines}\n{app=\"x\"}\n|= \"<\"\n```\n").html
        #expect(
            html == """
                <figure class="code" id="a" data-language="logql"><figcaption><span class="code-title">A &amp; B</span>\
                <span class="code-language">LogQL</span></figcaption><pre tabindex="0"><code class="language-logql">\
                <span class="line" data-n="1">{app=&quot;x&quot;}</span>
                <span class="line marked" data-n="2">|= &quot;&lt;&quot;</span>
                </code></pre></figure>

                """)
        #expect(Parsed("```bash {hidden}\nx\n```\n").html == "")
        for attribute in ["bad=logql/syntax", "slower-than=other"] {
            let bad = Parsed("```logql {\(attribute)}\nx\n```\n").html
            #expect(bad.hasPrefix("<figure class=\"code\" data-language=\"logql\" data-bad><figcaption>"))
        }
        let session = Parsed("```console {play}\n$ x\n```\n").html
        #expect(session.hasPrefix("<figure class=\"code\" data-language=\"console\" data-play><figcaption>"))
        #expect(
            Parsed("    x\n").html == """
                <figure class="code"><figcaption></figcaption><pre tabindex="0"><code><span class="line">x</span>
                </code></pre></figure>

                """)
    }

    @Test func colouredRunsArePartedAtLineEnds() throws {
        let block = try #require(Parsed("```text\nab\ncd\nef\n```\n").document.codeBlocks.first)
        var output: [UInt8] = []
        CodeLines.write(block, tokens: [.init(1..<4, .string), .init(6..<7, .keyword)], into: &output)
        #expect(
            String(decoding: output, as: UTF8.self) == """
                <span class="line">a<span class="t-s">b</span></span>
                <span class="line"><span class="t-s">c</span>d</span>
                <span class="line"><span class="t-k">e</span>f</span>

                """)
    }

    @Test func figuresTakeAttributesAndFooters() {
        var options = HTMLWriter.Options()
        options.figureAttributes = { [("data-proof", $0.language)] }
        options.figureFooter = { block, output in output += "<p>\(block.ordinal)</p>".utf8 }
        options.code = { _, output in output += "CODE".utf8 }
        #expect(
            Parsed("```a\n```\n").html(options) == """
                <figure class="code" data-language="a" data-proof="a"><figcaption><span class="code-language">a</span>\
                </figcaption><pre tabindex="0"><code class="language-a">CODE</code></pre><p>0</p></figure>

                """)
    }

    @Test func links() {
        #expect(
            Parsed("[a](https://x.y \"t\") [b](//x.y) [c](c.md) [d](javascript:x) ![e](Data:text/html,x)").html == """
                <p><a class="external" href="https://x.y" rel="noopener" title="t">a</a> \
                <a class="external" href="//x.y" rel="noopener">b</a> <a href="c.md">c</a> <a href="">d</a> \
                <img src="" alt="e" loading="lazy" /></p>

                """)
    }

    /// Encoded, a host of IPv6 is none to a browser; brackets elsewhere are encoded as cmark-gfm does it.
    @Test func bracketsOfHostsStay() {
        #expect(
            Parsed("[a](http://[::1]:80/[b]?[c]#[d]) [e](//[::1]) [f](g/[h]) [i](j//[k])\n").html == """
                <p><a class="external" href="http://[::1]:80/%5Bb%5D?%5Bc%5D#%5Bd%5D" rel="noopener">a</a> \
                <a class="external" href="//[::1]" rel="noopener">e</a> <a href="g/%5Bh%5D">f</a> \
                <a href="j//%5Bk%5D">i</a></p>

                """)
    }

    @Test func resolver() {
        var options = HTMLWriter.Options()
        options.resolve = { link in link.destination.hasSuffix(".md") ? "\(link.plainText).html" : nil }
        options.imageSize = { $0.destination == "p.png" ? (640, 480) : nil }
        #expect(
            Parsed("[a *b*](x.md) [c](y) ![d](p.png)\n").html(options) == """
                <p><a href="a%20b.html">a <em>b</em></a> <a href="y">c</a> \
                <img src="p.png" alt="d" width="640" height="480" loading="lazy" /></p>

                """)
    }

    @Test func tables() {
        #expect(
            Parsed("| a | b |\n| :- | -: |\n| 1 | 2 |\n").html == """
                <div class="table" role="region" tabindex="0" aria-label="Table"><table>
                <thead>
                <tr>
                <th class="left">a</th>
                <th class="right">b</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td class="left">1</td>
                <td class="right">2</td>
                </tr>
                </tbody>
                </table></div>

                """)
    }

    @Test func tasks() {
        #expect(
            Parsed("- [x] a\n- [ ] see [x]\n").html == """
                <ul class="tasks">
                <li class="task"><label><input type="checkbox" checked disabled> a</label></li>
                <li class="task"><label><input type="checkbox" disabled> see [x]</label></li>
                </ul>

                """)
    }

    @Test func footnotes() {
        var options = HTMLWriter.Options()
        options.idPrefix = "p-"
        #expect(
            Parsed("A[^n] b[^n].\n\n[^n]: Note.\n").html(options) == """
                <p>A<sup class="footnote-ref"><a href="#p-fn-n" id="p-fnref-n">1</a></sup> \
                b<sup class="footnote-ref"><a href="#p-fn-n" id="p-fnref-n-2">1</a></sup>.</p>
                <section class="footnotes" aria-label="Footnotes">
                <ol>
                <li id="p-fn-n">
                <p>Note. <a class="footnote-back" href="#p-fnref-n" aria-label="Back to reference 1">↩</a> \
                <a class="footnote-back" href="#p-fnref-n-2" aria-label="Back to reference 1-2">↩</a></p>
                </li>
                </ol>
                </section>

                """)
    }

    @Test func rawHTML() {
        let parsed = Parsed("<div>\n<script>\n</div>\n\na <b>c</b>\n")
        #expect(parsed.html == "<div>\n&lt;script>\n</div>\n<p>a <b>c</b></p>\n")
        var options = HTMLWriter.Options()
        options.rawHTML = .escaped
        #expect(
            parsed.html(options) == """
                &lt;div&gt;
                &lt;script&gt;
                &lt;/div&gt;
                <p>a &lt;b&gt;c&lt;/b&gt;</p>

                """)
        options.rawHTML = .omitted
        #expect(parsed.html(options).contains("<p>a <!-- raw HTML omitted -->c<!-- raw HTML omitted --></p>"))
    }

    @Test func titlesForTablesOfContents() throws {
        let heading = try #require(
            Parsed("## A [*b*](c) `d`[^1] ![e](f) <kbd>g</kbd> {#x}\n\n[^1]: n\n").document.headings.first)
        var output: [UInt8] = []
        HTMLWriter.writeTitle(heading, into: &output)
        #expect(String(decoding: output, as: UTF8.self) == "A <em>b</em> <code>d</code> e <kbd>g</kbd>")
        #expect(heading.title == "A b d e g")
    }

    @Test func plainTextOfAWholeDocument() {
        let parsed = Parsed("# T\n\na *b*\nc\n\n- d\n- `e`\n\n| f | g |\n| - | - |\n| h | i |\n")
        #expect(parsed.document.root.plainText == "T a b c d e f g h i")
    }
}
