extension HTMLWriter {
    /// A code block with its caption, or its drawing. Hidden ones are run, not shown.
    mutating func writeFigure(_ block: CodeBlock) {
        let attributes = block.attributes
        if attributes?.has("hidden") ?? false { return }
        if attributes?.has("chart") ?? false, writeLineChart(of: block) { return }
        writeCode(block, title: attributes?["title"]?.value)
    }

    mutating func writeCode(_ block: CodeBlock, title: String?) {
        let attributes = block.attributes
        let language = block.language
        output.breakLine()
        output.raw("<figure class=\"code\"")
        if let id = block.id {
            output.raw(" id=\"")
            writeID(id)
            output.raw("\"")
        }
        if !language.isEmpty { writeAttribute("data-language", language) }
        if attributes?.has("play") ?? false { output.raw(" data-play") }
        // An example of what not to do must not look like one to follow.
        if let attributes, attributes.has("bad") || attributes.has("slower-than") { output.raw(" data-bad") }
        writeSourceAttribute(block.cursor.node)
        for (name, value) in options.figureAttributes?(block) ?? [] { writeAttribute(name, value) }
        output.raw("><figcaption>")
        if let title {
            output.raw("<span class=\"code-title\">")
            output.escaped(title)
            output.raw("</span>")
        }
        if !language.isEmpty {
            output.raw("<span class=\"code-language\">")
            output.escaped(LanguageName.title(of: language))
            output.raw("</span>")
        }
        output.raw("</figcaption><pre tabindex=\"0\"><code")
        if !language.isEmpty { writeAttribute("class", "language-\(language)") }
        output.raw(">")
        options.code(block, &output.bytes)
        output.raw("</code></pre>")
        options.figureFooter?(block, &output.bytes)
        output.raw("</figure>\n")
    }

    private mutating func writeAttribute(_ name: String, _ value: String) {
        output.raw(.space)
        output.raw(name)
        output.raw("=\"")
        output.escaped(value)
        output.raw("\"")
    }
}

/// Writes the lines of a code block: each in an element of its own, so that lines can be marked and numbered.
public enum CodeLines {
    /// Without colours.
    public static func plain(_ block: CodeBlock, into output: inout [UInt8]) { write(block, tokens: [], into: &output) }

    /// Coloured, where the language is known.
    public static func highlighted(_ block: CodeBlock, into output: inout [UInt8]) {
        let tokens = block.body.withUnsafeBufferPointer { Highlighter.highlight($0, language: block.language) }
        write(block, tokens: tokens, into: &output)
    }

    /// With coloured runs, given in order and by offsets into the body. A run over several lines is parted.
    public static func write(_ block: CodeBlock, tokens: [HighlightToken], into output: inout [UInt8]) {
        let marked = block.attributes?.markedLines ?? []
        let isNumbered = block.attributes?.has("lines") ?? false
        var html = HTMLOutput()
        swap(&html.bytes, &output)
        block.body.withUnsafeBufferPointer { body in
            var start = 0
            var number = 1
            var token = 0
            while start < body.count {
                let end = body[start...].firstIndex(of: .newline) ?? body.count
                html.raw(
                    marked.contains { $0.contains(number) } ? "<span class=\"line marked\"" : "<span class=\"line\"")
                if isNumbered { html.raw(" data-n=\"\(number)\"") }
                html.raw(">")
                writeLine(start..<end, of: body, tokens: tokens, from: &token, into: &html)
                html.raw("</span>\n")
                start = end + 1
                number += 1
            }
        }
        swap(&html.bytes, &output)
    }

    private static func writeLine(
        _ line: Range<Int>, of body: UnsafeBufferPointer<UInt8>, tokens: [HighlightToken], from token: inout Int,
        into html: inout HTMLOutput
    ) {
        var start = line.lowerBound
        while token < tokens.count, tokens[token].range.lowerBound < line.upperBound {
            let range = tokens[token].range.clamped(to: start..<line.upperBound)
            if range.lowerBound > start { html.escaped(UnsafeBufferPointer(rebasing: body[start..<range.lowerBound])) }
            if !range.isEmpty {
                html.raw("<span class=\"t-")
                html.raw(tokens[token].kind.rawValue)
                html.raw("\">")
                html.escaped(UnsafeBufferPointer(rebasing: body[range]))
                html.raw("</span>")
            }
            start = range.upperBound
            // What goes on in the next line is not done with.
            if tokens[token].range.upperBound > line.upperBound { break }
            token += 1
        }
        if start < line.upperBound { html.escaped(UnsafeBufferPointer(rebasing: body[start..<line.upperBound])) }
    }
}
