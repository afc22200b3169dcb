/// The picture that networks show with a link to the site: its title, its tagline and what has been proven.
struct SocialCard {
    static let path: SitePath = "card.png"
    static let width = 1200
    static let height = 630

    let title: String
    let tagline: String?
    let totals: ProofTotals?

    private enum Ink: Int, CaseIterable {
        case ink, soft, rule, accent, shade

        var color: CardCanvas.RGB {
            switch self {
            case .ink: (0x21, 0x1E, 0x1A)
            case .soft: (0x57, 0x51, 0x4A)
            case .rule: (0xDD, 0xD5, 0xC6)
            case .accent: (0xA8, 0x32, 0x1A)
            case .shade: (0xEC, 0xE6, 0xD9)
            }
        }
    }

    /// Of all that the picture shows.
    var key: ContentKey {
        var key = KeyBuilder("card")
        key.add(title)
        key.add(tagline)
        if let totals { key.add(totals.context(address: "")) }
        return key.finish()
    }

    func output() -> Output {
        var canvas = CardCanvas(
            width: Self.width, height: Self.height, paper: (0xFD, 0xFB, 0xF6), inks: Ink.allCases.map(\.color))
        canvas.fill(x: 0, y: 0, width: Self.width, height: 12, ink: Ink.accent.rawValue)
        drawSheet(on: &canvas)
        drawTitle(on: &canvas)
        drawTotals(on: &canvas)
        return Output(Self.path, canvas.image.bytes)
    }

    // MARK: - Text

    private static let left = 80.0
    private static let room = 680.0

    private func drawTitle(on canvas: inout CardCanvas) {
        // A title that can't be written is told beside the picture, as networks do.
        guard CardLetters.canWrite(title) else { return }
        let (size, lines) = Self.fitted(title, sizes: [68, 60, 52, 44], count: 2)
        var y = 110 + size
        for line in lines {
            canvas.write(line, x: Self.left, y: y, size: size, weight: 0.16, ink: Ink.ink.rawValue)
            y += size * 1.65
        }
        guard let tagline, CardLetters.canWrite(tagline) else { return }
        y += 14 - size + 28
        for line in Self.lines(of: tagline, size: 27).prefix(2).map({ Self.cut($0, size: 27) }) {
            canvas.write(line, x: Self.left, y: y, size: 27, weight: 0.115, ink: Ink.soft.rawValue)
            y += 50
        }
    }

    /// The largest of the sizes at which a text fits on so many lines.
    private static func fitted(_ text: String, sizes: [Double], count: Int) -> (Double, [String]) {
        for size in sizes {
            let lines = lines(of: text, size: size)
            if lines.count <= count, lines.allSatisfy({ CardCanvas.width(of: $0, size: size) <= room }) {
                return (size, lines)
            }
        }
        let last = sizes.last ?? 44
        return (last, lines(of: text, size: last).prefix(count + 1).map { cut($0, size: last) })
    }

    /// The beginning of a word that is wider than all the room there is.
    private static func cut(_ line: String, size: Double) -> String {
        var width = 0.0
        return String(
            line.prefix { letter in
                width += CardCanvas.width(of: String(letter), size: size)
                return width <= room
            })
    }

    private static func lines(of text: String, size: Double) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            let longer = lines.last.map { "\($0) \(word)" } ?? String(word)
            if !lines.isEmpty, CardCanvas.width(of: longer, size: size) <= room {
                lines[lines.count - 1] = longer
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    private func drawTotals(on canvas: inout CardCanvas) {
        guard let totals, totals.examples > 0 else { return }
        Self.tick(x: 82, y: 540, scale: 1.25, on: &canvas)
        let text = totals.sentence
        canvas.write(text, x: 142, y: 555, size: 27, weight: 0.14, ink: Ink.accent.rawValue)
    }

    // MARK: - The sheet

    /// A proof sheet: lines of text, an example, and the reader's marks.
    private func drawSheet(on canvas: inout CardCanvas) {
        let (x, y) = (850, 110)
        canvas.fill(x: x + 16, y: y + 16, width: 270, height: 410, ink: Ink.shade.rawValue)
        canvas.fill(x: x, y: y, width: 270, height: 410, ink: Ink.rule.rawValue)
        canvas.fill(x: x + 2, y: y + 2, width: 266, height: 406, ink: nil)
        canvas.fill(x: x + 28, y: y + 36, width: 120, height: 14, ink: Ink.ink.rawValue)
        let lines = [180, 168, 176, 110, 0, 0, 0, 0, 180, 158, 172, 80, 180, 164, 96]
        for (row, width) in lines.enumerated() where width > 0 {
            canvas.fill(x: x + 28, y: y + 76 + row * 21, width: width, height: 7, ink: Ink.rule.rawValue)
        }
        canvas.fill(x: x + 28, y: y + 162, width: 180, height: 74, ink: Ink.rule.rawValue)
        canvas.fill(x: x + 30, y: y + 164, width: 176, height: 70, ink: Ink.shade.rawValue)
        for (row, (start, width)) in [(42, 60), (58, 110), (42, 80)].enumerated() {
            canvas.fill(x: x + start, y: y + 178 + row * 18, width: width, height: 7, ink: Ink.soft.rawValue)
        }
        Self.tick(x: Double(x) + 220, y: Double(y) + 196, scale: 1.15, on: &canvas)
    }

    private static func tick(x: Double, y: Double, scale: Double, on canvas: inout CardCanvas) {
        let points = [(0.0, 2.0), (12, 16), (36, -18)].map {
            CardCanvas.Point(x: x + $0.0 * scale, y: y + $0.1 * scale)
        }
        canvas.stroke(points, width: 6 * scale, ink: Ink.accent.rawValue)
    }
}
