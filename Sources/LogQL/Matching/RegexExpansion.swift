/// A replacement with `$1`, `$name` and `${name}`, as Go's Regexp.Expand reads it. `$$` is one `$`.
struct RegexExpansion {
    private let template: [UInt8]

    init(_ template: String) { self.template = Array(template.utf8) }

    /// - Parameter places: of the match and its groups, as `Regex.find` gives them.
    func text(_ source: UnsafeBufferPointer<UInt8>, _ places: [Int], _ names: [String?]) -> String {
        var output: [UInt8] = []
        var index = 0
        while index < template.count {
            guard template[index] == UInt8(ascii: "$"), index + 1 < template.count else {
                output.append(template[index])
                index += 1
                continue
            }
            if template[index + 1] == UInt8(ascii: "$") {
                output.append(UInt8(ascii: "$"))
                index += 2
                continue
            }
            guard let (name, end) = reference(index + 1) else {
                output.append(template[index])
                index += 1
                continue
            }
            if let group = group(name, names), 2 * group + 1 < places.count, places[2 * group] >= 0 {
                output += Array(source[places[2 * group]..<places[2 * group + 1]])
            }
            index = end
        }
        return String(decoding: output, as: UTF8.self)
    }

    private func reference(_ start: Int) -> (name: String, end: Int)? {
        let isBraced = template[start] == UInt8(ascii: "{")
        let first = isBraced ? start + 1 : start
        var end = first
        while end < template.count, template[end].isNamePart || template[end] >= 0x80 { end += 1 }
        guard end > first else { return nil }
        if isBraced, end >= template.count || template[end] != UInt8(ascii: "}") { return nil }
        return (String(decoding: template[first..<end], as: UTF8.self), isBraced ? end + 1 : end)
    }

    /// The last of several groups with the name that takes part would be Go's choice; names are unique in RE2.
    private func group(_ name: String, _ names: [String?]) -> Int? {
        if name.utf8.allSatisfy(\.isDigit) { return Int(name) }
        return names.firstIndex(of: name).map { $0 + 1 }
    }
}
