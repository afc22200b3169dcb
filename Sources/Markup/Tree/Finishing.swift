/// What is done once the whole tree stands.
extension TreeBuilder {
    /// Marks that cmark-gfm saw neither as a block of their own nor inside verbatim text.
    var misplacedMarks: Set<Int> {
        guard seenMarks.count < containerMarks.count else { return [] }
        let verbatim = nodes.filter { $0.kind == .codeBlock || $0.kind == .htmlBlock }.map(\.range)
            .sorted { $0.lowerBound < $1.lowerBound }
        var misplaced: Set<Int> = []
        var next = 0
        for mark in containerMarks where !seenMarks.contains(mark) {
            while next < verbatim.count, verbatim[next].upperBound <= mark { next += 1 }
            if next == verbatim.count || !verbatim[next].contains(mark) { misplaced.insert(mark) }
        }
        return misplaced
    }

    mutating func finish() {
        closeContainers()
        findDefinitions()
        numberFootnotes()
        findAlerts()
        identifyHeadings()
        reportDepth()
    }

    /// Gives each heading its id: the author's own, else GitHub's slug. The author's own come first, so that no slug
    /// takes an id that is linked to by name.
    private mutating func identifyHeadings() {
        guard !headings.isEmpty else { return }
        var slugger = Slugger()
        var first: [String: Range<Int>] = [:]
        for index in headings.indices {
            guard let range = headings[index].idRange else { continue }
            headings[index].id = String(decoding: text[range], as: UTF8.self)
            if slugger.reserve(headings[index].id) {
                first[headings[index].id] = range
            } else if let earlier = first[headings[index].id] {
                diagnostics.append(
                    HeadingDuplicateID.duplicate(
                        headings[index].id, at: map.origin(of: range), first: map.origin(of: earlier).span))
            }
        }
        for index in headings.indices where headings[index].idRange == nil {
            headings[index].id = slugger.id(for: slugText(of: Int(headings[index].node)))
        }
    }

    /// What GitHub makes a heading's id of: the text and code in it. Breaks and images count for nothing, the number
    /// of a footnote does.
    private func slugText(of heading: Int) -> String {
        var bytes: [UInt8] = []
        var image: Int32?
        for index in heading + 1..<nodes.count {
            let node = nodes[index]
            // Nodes stand in document order: what lies below the heading comes right after it.
            if Int(node.parent) < heading { break }
            if let open = image {
                if node.parent >= open { continue }
                image = nil
            }
            switch node.kind {
            case .image: image = Int32(index)
            case .text, .code: bytes += buffer[node.text]
            case .footnoteReference:
                let footnote = Int(node.payload)
                if footnotes.indices.contains(footnote) { bytes += "\(footnotes[footnote].number)".utf8 }
            default: break
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Notes the first block that lies too deep. Called with each block that is opened.
    mutating func watchDepth() {
        guard open.count > SourceScan.deepestNesting, deepNode == nil else { return }
        let depth = open.count { open in
            switch nodes[Int(open.index)].kind {
            case .blockQuote, .item, .footnoteDefinition, .tabs, .tab, .details, .chart, .unknownContainer: true
            default: false
            }
        }
        if depth > SourceScan.deepestNesting { deepNode = current }
    }

    /// Reports nesting that is too deep once a run of lines.
    private mutating func reportDepth() {
        var previous = -1
        let paragraphs =
            scan.deepMarks.isEmpty ? [] : Set(nodes.lazy.filter { $0.kind == .paragraph }.map { Int($0.lower) })
        // In code such a line means nothing.
        for mark in scan.deepMarks where paragraphs.contains(mark) {
            let line = scan.lines.index(at: mark)
            defer { previous = line }
            guard previous < 0 || line > previous + 1 else { continue }
            diagnostics.append(
                NestingTooDeep.deep(limit: SourceScan.deepestNesting, at: map.origin(of: mark..<mark + 1)))
        }
        guard previous < 0, let deepNode else { return }
        let start = Int(nodes[deepNode].lower)
        diagnostics.append(
            NestingTooDeep.deep(limit: SourceScan.deepestNesting, at: map.origin(of: start..<start + 1)))
    }
}
