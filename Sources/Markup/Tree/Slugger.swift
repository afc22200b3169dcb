/// Makes the ids that GitHub makes of headings.
///
/// The rule, as GitHub's own output shows it: lower-case, drop what is neither a letter (of any script), mark, decimal
/// digit, connector punctuation, space nor hyphen, turn spaces into hyphens; no trimming, so that an emoji before a word
/// leaves a hyphen. An id that is taken gets `-1`, `-2`, counted for the text that it was made of, and numbers that
/// another heading already has are passed over. Only a heading without any letter differs: GitHub leaves its id empty,
/// which HTML forbids.
public struct Slugger: Sendable {
    private var taken: Set<String> = []
    private var counts: [String: Int] = [:]

    public init() {}

    /// Takes an id that an author chose. Returns whether it was free.
    public mutating func reserve(_ id: String) -> Bool { taken.insert(id).inserted }

    /// A free id for a heading with this text, marked as taken.
    public mutating func id(for text: String) -> String {
        let slug = Self.slug(text)
        let base = slug.isEmpty ? "section" : slug
        var id = base
        while !taken.insert(id).inserted {
            let count = counts[base, default: 0] + 1
            counts[base] = count
            id = "\(base)-\(count)"
        }
        return id
    }

    /// The id of a text without regard to others.
    public static func slug(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return asciiSlug(text) }
        var slug = ""
        slug.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar == " " {
                slug.unicodeScalars.append("-")
            } else if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                guard byte.isLetter || byte.isDigit || byte == .hyphen || byte == .underscore else { continue }
                slug.unicodeScalars.append(Unicode.Scalar(byte.lowercased))
            } else {
                for lower in scalar.properties.lowercaseMapping.unicodeScalars where isKept(lower) {
                    slug.unicodeScalars.append(lower)
                }
            }
        }
        return slug
    }

    /// The same of a text that is ASCII alone, as most are.
    private static func asciiSlug(_ text: String) -> String {
        String(unsafeUninitializedCapacity: text.utf8.count) { buffer in
            var count = 0
            for byte in text.utf8 {
                let isKept = byte.isLetter || byte.isDigit || byte == .hyphen || byte == .underscore
                guard isKept || byte == .space else { continue }
                buffer[count] = isKept ? byte.lowercased : .hyphen
                count += 1
            }
            return count
        }
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isAlphabetic { return true }
        return switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: true
        default: false
        }
    }
}
