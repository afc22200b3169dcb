import Markup

/// The numbers of the footnotes of several chapters in one text, in the order in which readers meet them; those that
/// nothing refers to come last in their chapter.
struct FootnoteNumbers {
    private var numbers: [String: [Int: Int]] = [:]

    init(_ chapters: [Chapter]) {
        var next = 1
        for chapter in chapters {
            let footnotes = chapter.document.footnotes.sorted {
                ($0.order, $0.labelRange.lowerBound) < ($1.order, $1.labelRange.lowerBound)
            }
            for footnote in footnotes {
                numbers[chapter.source, default: [:]][footnote.labelRange.lowerBound] = next
                next += 1
            }
        }
    }

    func label(of footnote: Footnote, in chapter: Chapter) -> String {
        numbers[chapter.source]?[footnote.labelRange.lowerBound].map(String.init) ?? footnote.label
    }
}

/// Labels of reference definitions that keep those of several chapters apart in one text.
struct DefinitionLabels {
    private var labels: [String: [Int: String]] = [:]

    init(_ chapters: [Chapter]) {
        var taken: [String: String] = [:]
        for chapter in chapters {
            for definition in chapter.document.definitions {
                // A second definition of one label in a chapter keeps the first one's: Markdown drops it here and there.
                let own = Self.key(definition.label)
                var label = definition.label
                var number = 2
                while let owner = taken[Self.key(label)], owner != "\(chapter.source) \(own)" {
                    label = "\(definition.label)-\(number)"
                    number += 1
                }
                taken[Self.key(label)] = "\(chapter.source) \(own)"
                labels[chapter.source, default: [:]][definition.labelRange.lowerBound] = label
            }
        }
    }

    func label(of definition: ReferenceDefinition, in chapter: Chapter) -> String {
        labels[chapter.source]?[definition.labelRange.lowerBound] ?? definition.label
    }

    /// CommonMark compares labels without regard to case, and takes runs of blanks for one.
    private static func key(_ label: String) -> String {
        label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension Footnote {
    fileprivate var order: Int { index > 0 ? index : .max }
}
