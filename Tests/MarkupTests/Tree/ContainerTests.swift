import TestSupport
import Testing

@testable import Markup

@Suite struct ContainerTests {
    @Test func tabsAndDetails() {
        let parsed = Parsed(
            """
            ::: tabs
            ::: tab Docker "Compose"
            Run:

            ```bash
            docker compose up
            ```
            :::
            ::: tab Kubernetes
            - apply
            :::
            :::

            ::: details How it *works*
            Text
            :::
            """)
        #expect(parsed.findings == [])
        #expect(
            parsed.html.replacing(#"<figure.*</figure>"#, with: "FIGURE") == """
                <div class="tabs">
                <section class="tab" data-title="Docker &quot;Compose&quot;"><p class="tab-title">Docker &quot;Compose&quot;</p>
                <p>Run:</p>
                <figure class="code" data-language="bash"><figcaption><span class="code-language">Bash</span></figcaption>\
                <pre tabindex="0"><code class="language-bash"><span class="line">docker compose up</span>
                </code></pre></figure>
                </section>
                <section class="tab" data-title="Kubernetes"><p class="tab-title">Kubernetes</p>
                <ul>
                <li>apply</li>
                </ul>
                </section>
                </div>
                <details><summary>How it *works*</summary>
                <p>Text</p>
                </details>

                """)
    }

    @Test func rangesCoverBothMarks() {
        let text = MarkedText("a\n\n⟦::: tabs\n⟦::: tab A\ntext\n:::⟧\n:::⟧\n\n- ⟦::: details B\n  text\n  :::⟧\n")
        let containers = Parsed(text.file()).document.nodes.filter { [.tabs, .tab, .details].contains($0.kind) }
        #expect(containers.map(\.range) == text.ranges)
    }

    @Test func codeAndTextAreLeftAlone() {
        let text = """
            ```text
            ::: tabs
            :::
            ```

                ::: tab in indented code

            <div>
            ::: details
            </div>

            `code over
                ::: lines` and text
                ::: more
            """
        let parsed = Parsed(text)
        #expect(parsed.findings == [])
        #expect(
            parsed.document.codeBlocks.map { String(decoding: $0.body, as: UTF8.self) } == [
                "::: tabs\n:::\n", "::: tab in indented code\n",
            ])
        #expect(parsed.html.contains("<div>\n::: details\n</div>"))
        #expect(parsed.html.contains("<p><code>code over ::: lines</code> and text\n::: more</p>"))
    }

    @Test func lookAlikesOfTheAuthorAreHTML() {
        let parsed = Parsed("<?> tabs\n\n<!-- ::: tabs -->\n\n:: tabs\n")
        #expect(parsed.findings == [])
        #expect(parsed.html == "<?> tabs\n<!-- ::: tabs -->\n<p>:: tabs</p>\n")
    }

    @Test func marksEndParagraphs() {
        let parsed = Parsed("Text\n::: details A\nmore\n:::\nend\n")
        #expect(
            parsed.html == "<p>Text</p>\n<details><summary>A</summary>\n<p>more</p>\n</details>\n<p>end</p>\n")
    }

    @Test func longerMarksCount() {
        #expect(Parsed(":::: tabs\n::: tab A\nx\n:::\n::::\n").findings == [])
    }

    @Test func footnotesAreNotSwallowed() {
        let parsed = Parsed("::: details A\nText[^1]\n\n[^1]: Note\n:::\n")
        #expect(parsed.findings == [])
        #expect(parsed.html.hasSuffix("</li>\n</ol>\n</section>\n"))
    }
}
