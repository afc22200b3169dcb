/// The attribute `srcset`: addresses with descriptors, between commas (HTML, section 4.8.4.2.2).
enum SourceSet {
    /// The addresses of all candidates. A comma may be part of an address, as in `data:image/png;base64,AA== 2x`.
    static func addresses(_ text: String) -> [String] {
        var addresses: [String] = []
        var rest = Substring(text)
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "," }
            guard !rest.isEmpty else { return addresses }
            var address = rest.prefix { !$0.isWhitespace }
            rest = rest[address.endIndex...]
            if address.last == "," {
                while address.last == "," { address.removeLast() }
            } else {
                rest = descriptorsEnd(rest)
            }
            addresses.append(String(address))
        }
    }

    /// What follows a candidate's descriptors; commas in parentheses are theirs.
    private static func descriptorsEnd(_ text: Substring) -> Substring {
        var depth = 0
        for index in text.indices {
            switch text[index] {
            case "(": depth += 1
            case ")": depth = max(0, depth - 1)
            case "," where depth == 0: return text[index...]
            default: break
            }
        }
        return text[text.endIndex...]
    }
}
