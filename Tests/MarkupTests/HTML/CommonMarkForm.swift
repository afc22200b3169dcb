import Foundation

/// Galley's HTML brought back to the form of cmark-gfm's own, so that the two can be compared.
enum CommonMarkForm {
    private static let rules: [(String, String)] = [
        // Code.
        (#"<figure class="code"[^>]*><figcaption>.*?</figcaption><pre tabindex="0">"#, "<pre>"),
        ("</code></pre></figure>", "</code></pre>"),
        (#"<span class="line">(.*)</span>\n"#, "$1\n"),
        // Headings.
        (#"<h([1-6]) id="[^"]*">"#, "<h$1>"),
        (#"<a class="anchor" [^>]*></a>"#, ""),
        // Tables.
        (#"<div class="table"[^>]*><table>"#, "<table>"),
        ("</table></div>", "</table>"),
        (#"<(t[hd]) class="(left|center|right)">"#, #"<$1 align="$2">"#),
        // Check boxes.
        (#"<ul class="tasks">"#, "<ul>"),
        (#"<ol((?: start="\d+")?) class="tasks">"#, "<ol$1>"),
        (#"<li class="task">"#, "<li>"),
        ("</?label>", ""),
        (#"<input type="checkbox" checked disabled> "#, #"<input type="checkbox" checked="" disabled="" /> "#),
        (#"<input type="checkbox" disabled> "#, #"<input type="checkbox" disabled="" /> "#),
        (#"<li>\n<p>(<input type="checkbox"[^>]*> )"#, "<li>$1\n<p>"),
        // Links and images.
        (#"<a class="external" href="([^"]*)" rel="noopener""#, #"<a href="$1""#),
        (#" loading="lazy" />"#, " />"),
        // Footnotes.
        (#"(<sup class="footnote-ref"><a href="[^"]*" id="[^"]*")>"#, "$1 data-footnote-ref>"),
        (#"<section class="footnotes" aria-label="Footnotes">"#, #"<section class="footnotes" data-footnotes>"#),
        (
            #"<a class="footnote-back" (href="[^"]*") aria-label="Back to reference \d+">"#,
            #"<a $1 class="footnote-backref" data-footnote-backref aria-label="Back to content">"#
        ),
        (
            #"<a class="footnote-back" (href="[^"]*") aria-label="Back to reference \d+-(\d+)">↩</a>"#,
            #"<a $1 class="footnote-backref" data-footnote-backref aria-label="Back to content">↩<sup class="footnote-ref">$2</sup></a>"#
        ),
    ]

    private static let compiled = rules.compactMap { rule in
        (try? NSRegularExpression(pattern: rule.0)).map { ($0, rule.1) }
    }

    static func of(_ html: [UInt8]) -> String {
        var text = String(decoding: html, as: UTF8.self)
        for (expression, template) in compiled {
            text = expression.stringByReplacingMatches(
                in: text, range: NSRange(text.startIndex..., in: text), withTemplate: template)
        }
        return text
    }
}
