import Diagnostics

/// Makes trees of events. It keeps a stack of its own, so that no nesting can exhaust the machine's.
struct YAMLComposer {
    private(set) var documents: [YAMLNode] = []
    /// Whether reading ended because the text is beyond a limit.
    private(set) var isRefused = false
    var report: [Diagnostic] = []

    private struct Open {
        var event: YAMLEvent
        var children: [YAMLNode] = []
    }

    private let text: YAMLText
    private var stack: [Open] = []
    private var anchors: [String: YAMLNode] = [:]
    private var aliasedNodes = 0

    init(_ text: YAMLText) { self.text = text }

    /// Takes the next event; false ends the reading.
    mutating func take(_ event: YAMLEvent) -> Bool {
        switch event.kind {
        case .documentStart:
            anchors = [:]
        case .documentEnd: break
        case .alias(let name):
            add(target(of: name, at: event.range))
        case .scalar(let value, let style):
            let scalar = YAMLScalar(value: value, style: style, eventRange: event.range, text: text)
            finish(.scalar(scalar), event, end: scalar.range.upperBound, height: 1, weight: 1)
        case .sequenceStart, .mappingStart:
            guard stack.count < YAMLStream.maximumDepth else {
                return refuseDepth(at: event.range)
            }
            stack.append(Open(event: event))
        case .collectionEnd:
            close(at: event.range)
        }
        return !isRefused
    }

    private mutating func refuseDepth(at range: Range<Int>) -> Bool {
        isRefused = true
        report.append(YAMLTooDeep.finding(limit: YAMLStream.maximumDepth, at: text.origin(of: range)))
        return false
    }

    private mutating func close(at range: Range<Int>) {
        guard let open = stack.popLast() else { return }
        let height = 1 + (open.children.map(\.height).max() ?? 0)
        let weight = open.children.reduce(1) { $0 + $1.weight }
        // A block collection ends for libyaml where the next token begins; for people, where its last value ends.
        let lastEnd = max(open.event.range.upperBound, open.children.last?.range.upperBound ?? 0)
        switch open.event.kind {
        case .sequenceStart(let isFlow):
            let end = isFlow ? range.upperBound : lastEnd
            finish(.sequence(open.children), open.event, end: end, height: height, weight: weight)
        case .mappingStart(let isFlow):
            let end = isFlow ? range.upperBound : lastEnd
            let mapping = mapping(of: open.children)
            finish(.mapping(mapping), open.event, end: end, height: height, weight: weight)
        default: break
        }
    }

    private mutating func mapping(of children: [YAMLNode]) -> YAMLMapping {
        var entries: [YAMLMapping.Entry] = []
        var first: [String: YAMLNode] = [:]
        for index in stride(from: 0, to: children.count - 1, by: 2) {
            let key = children[index]
            entries.append(YAMLMapping.Entry(key: key, value: children[index + 1]))
            guard let name = key.scalar?.value, name != "<<" else { continue }
            if let earlier = first[name] {
                report.append(YAMLDuplicateKey.finding(name, at: key.origin, first: earlier.span))
            } else {
                first[name] = key
            }
        }
        return YAMLMapping(entries: entries)
    }

    private mutating func finish(_ content: YAMLNode.Content, _ event: YAMLEvent, end: Int, height: Int, weight: Int) {
        let node = YAMLNode(
            content: content, range: event.range.lowerBound..<max(end, event.range.lowerBound), tag: event.tag,
            isAlias: false, text: text, height: height, weight: weight)
        if let anchor = event.anchor { anchors[anchor] = node }
        add(node)
    }

    private mutating func add(_ node: YAMLNode) {
        if stack.isEmpty { documents.append(node) } else { stack[stack.count - 1].children.append(node) }
    }

    /// The node that an alias stands for; nothing in the place of one that can't be had.
    private mutating func target(of name: String, at range: Range<Int>) -> YAMLNode {
        guard let target = anchors[name] else {
            report.append(YAMLUnknownAlias.finding(name, known: Array(anchors.keys), at: text.origin(of: range)))
            return nothing(at: range)
        }
        guard stack.count + target.height <= YAMLStream.maximumDepth else {
            _ = refuseDepth(at: range)
            return nothing(at: range)
        }
        aliasedNodes += target.weight
        guard aliasedNodes <= YAMLStream.maximumAliasedNodes else {
            isRefused = true
            report.append(
                YAMLTooManyAliases.finding(name, limit: YAMLStream.maximumAliasedNodes, at: text.origin(of: range)))
            return nothing(at: range)
        }
        return YAMLNode(
            content: target.content, range: range, tag: target.tag, isAlias: true, text: text, height: target.height,
            weight: target.weight)
    }

    private func nothing(at range: Range<Int>) -> YAMLNode {
        let scalar = YAMLScalar(value: "", style: .plain, eventRange: range.upperBound..<range.upperBound, text: text)
        return YAMLNode(
            content: .scalar(scalar), range: range, tag: nil, isAlias: true, text: text, height: 1, weight: 1)
    }
}
