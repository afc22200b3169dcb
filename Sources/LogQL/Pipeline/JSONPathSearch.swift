/// Looks for several paths in one pass over JSON text, in the way of the reader that Loki uses, its leniency included.
struct JSONPathSearch {
    let paths: [[[UInt8]]]
    private let longest: Int

    init(_ paths: [[[UInt8]]]) {
        self.paths = paths
        longest = paths.map(\.count).max() ?? 0
    }

    /// - Parameter found: gets the number of the path, -1 where the text is not JSON, with the value or what is wrong with it.
    func run(_ text: Bytes, _ arena: Arena, _ found: (Int, Result<JSONScan.Value, JSONScan.Problem>) -> Void) {
        var isFound = [Bool](repeating: false, count: paths.count)
        var count = 0
        var tree = [[UInt8]](repeating: [], count: longest)
        var level = 0
        var index = 0
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "\""):
                guard let (end, isEscaped) = JSONScan.stringEnd(text, index + 1),
                    let colon = JSONScan.token(text, end)
                else { return }
                guard text[colon] == UInt8(ascii: ":") else {
                    index = colon
                    continue
                }
                guard let key = Self.key(text.slice(index + 1, end - 1), isEscaped, arena) else { return }
                index = colon
                var isMatch = false
                if longest >= level {
                    guard level >= 1 else { return found(-1, .failure(.malformed)) }
                    tree[level - 1] = Array(key)
                    for (number, path) in paths.enumerated()
                    where path.count == level && !isFound[number] && path.elementsEqual(tree[..<level]) {
                        isMatch = true
                        isFound[number] = true
                        count += 1
                        found(number, Self.value(text, index + 1))
                        if count == paths.count { return }
                    }
                }
                if !isMatch {
                    index = (JSONScan.token(text, index + 1) ?? index) - 1
                }
                if index < text.count, "{}[\"".utf8.contains(text[index]) { index -= 1 }
            case UInt8(ascii: "{"): level += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): level -= 1
            case UInt8(ascii: "["):
                guard level >= 0 else { return found(-1, .failure(.malformed)) }
                guard let end = array(text, index, &level, tree, &isFound, &count, arena, found) else { return }
                if count == paths.count { return }
                index = end - 1
            default: break
            }
            index += 1
        }
    }

    private static func key(_ text: Bytes, _ isEscaped: Bool, _ arena: Arena) -> Bytes? {
        isEscaped ? JSONEscape.unescaped(text, arena) : text
    }

    private static func value(_ text: Bytes, _ start: Int) -> Result<JSONScan.Value, JSONScan.Problem> {
        do { return .success(try JSONScan.value(text, start)) } catch { return .failure(error) }
    }

    /// Behind the array at `start`, whose elements that a path names are looked into. Nil where it has no end.
    private func array(
        _ text: Bytes, _ start: Int, _ level: inout Int, _ tree: [[UInt8]], _ isFound: inout [Bool], _ count: inout Int,
        _ arena: Arena, _ found: (Int, Result<JSONScan.Value, JSONScan.Problem>) -> Void
    ) -> Int? {
        var wanted: [(path: Int, element: Int)] = []
        for (number, path) in paths.enumerated() where path.count > level && !isFound[number] {
            let step = path[level]
            guard step.count > 2, step[0] == UInt8(ascii: "["), path[..<level].elementsEqual(tree.prefix(level)) else {
                continue
            }
            let digits = String(decoding: step[1..<step.count - 1], as: UTF8.self)
            wanted.append((number, Int(digits) ?? 0))
        }
        guard !wanted.isEmpty else { return JSONScan.blockEnd(text, start, UInt8(ascii: "["), UInt8(ascii: "]")) }
        // What is left of the array from where reading stopped is gone through with the rest of the text; its bracket ends the level.
        level += 1
        let behind = level
        var element = 0
        return Self.eachElement(text, start) { value in
            for (number, wantedElement) in wanted where wantedElement == element {
                count += 1
                isFound[number] = true
                let rest = paths[number].dropFirst(behind)
                guard let inner = Self.search(value.content, rest, arena) else { continue }
                if value.kind == .string {
                    found(
                        number,
                        .success(JSONScan.Value(content: value.content.slice(from: inner), kind: .string, end: 0)))
                } else {
                    found(number, Self.value(value.content, inner))
                }
            }
            element += 1
        }
    }

    /// Where reading stopped: at the bracket that closes the array, or at what can't be read.
    private static func eachElement(_ text: Bytes, _ start: Int, _ body: (JSONScan.Value) -> Void) -> Int {
        var offset = start + 1
        guard let first = JSONScan.token(text, offset) else { return offset }
        offset = first
        if text[offset] == UInt8(ascii: "]") { return offset }
        while let value = try? JSONScan.value(text, offset) {
            body(value)
            offset = value.end
            guard let next = JSONScan.token(text, offset) else { return offset }
            offset = next
            guard text[offset] == UInt8(ascii: ",") else { return offset }
            offset += 1
        }
        return offset
    }

    /// Where the value of a path begins.
    private static func search(_ text: Bytes, _ path: ArraySlice<[UInt8]>, _ arena: Arena) -> Int? {
        guard !path.isEmpty else { return 0 }
        let path = Array(path)
        var matched = 0
        var level = 0
        var index = 0
        var lastMatched = true
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "\""):
                guard let (end, isEscaped) = JSONScan.stringEnd(text, index + 1),
                    let colon = JSONScan.token(text, end)
                else { return nil }
                guard text[colon] == UInt8(ascii: ":") else {
                    index = colon
                    continue
                }
                guard level >= 1, level <= path.count,
                    let key = key(text.slice(index + 1, end - 1), isEscaped, arena)
                else { return nil }
                index = colon
                lastMatched = key.elementsEqual(path[level - 1])
                if lastMatched, matched == level - 1 {
                    matched += 1
                    if matched == path.count { return index + 1 }
                }
            case UInt8(ascii: "{"):
                if lastMatched {
                    level += 1
                } else {
                    guard let end = JSONScan.blockEnd(text, index, UInt8(ascii: "{"), UInt8(ascii: "}")) else {
                        return nil
                    }
                    index = end - 1
                }
            case UInt8(ascii: "}"):
                level -= 1
                if level == matched { matched -= 1 }
            case UInt8(ascii: "["):
                if matched == level, level >= 0, level < path.count, path[level].first == UInt8(ascii: "[") {
                    return inElement(text, index, path, level, arena)
                }
                guard let end = JSONScan.blockEnd(text, index, UInt8(ascii: "["), UInt8(ascii: "]")) else { return nil }
                index = end - 1
            case UInt8(ascii: ":"): return nil
            default: break
            }
            index += 1
        }
        return nil
    }

    private static func inElement(
        _ text: Bytes, _ start: Int, _ path: [[UInt8]], _ level: Int, _ arena: Arena
    ) -> Int? {
        guard path[level].count > 2,
            let wanted = Int(String(decoding: path[level][1..<path[level].count - 1], as: UTF8.self))
        else { return nil }
        var element = 0
        var found: (start: Int, content: Bytes)?
        _ = eachElement(text, start) { value in
            if element == wanted {
                let quote = value.kind == .string ? 1 : 0
                let begin = value.end - value.content.count - 2 * quote
                found = (begin, text.slice(begin, value.end))
            }
            element += 1
        }
        guard let found, let inner = search(found.content, path[(level + 1)...], arena) else { return nil }
        return found.start + inner
    }
}
