/// A sheet that shapes of flat colours are drawn on, with smooth edges.
///
/// Only `+`, `-`, `*`, `/` and square roots are used, whose results are the same on every machine.
struct CardCanvas {
    struct Point: Equatable {
        var x: Double
        var y: Double
    }

    typealias RGB = (UInt8, UInt8, UInt8)

    let width: Int
    let height: Int
    private let paper: RGB
    private let inks: [RGB]
    /// For each pixel the ink on it and how much of the pixel that covers: `ink * shades + cover`.
    private var pixels: [UInt8]

    /// Steps from paper to an ink.
    private static let shades = 16

    /// - Parameter inks: at most 16.
    init(width: Int, height: Int, paper: RGB, inks: [RGB]) {
        self.width = width
        self.height = height
        self.paper = paper
        self.inks = inks
        pixels = [UInt8](repeating: 0, count: width * height)
    }

    var image: PNGImage {
        let palette = inks.flatMap { ink in (0..<Self.shades).map { Self.mixed(paper, ink, $0) } }
        return PNGImage(width: width, height: height, palette: palette, pixels: pixels)
    }

    private static func mixed(_ paper: RGB, _ ink: RGB, _ cover: Int) -> RGB {
        func part(_ from: UInt8, _ to: UInt8) -> UInt8 {
            UInt8((Int(from) * (shades - 1 - cover) + Int(to) * cover) / (shades - 1))
        }
        return (part(paper.0, ink.0), part(paper.1, ink.1), part(paper.2, ink.2))
    }

    /// Fills a rectangle on whole pixels; without an ink it is paper again.
    mutating func fill(x: Int, y: Int, width: Int, height: Int, ink: Int?) {
        let value = ink.map { UInt8($0 * Self.shades + Self.shades - 1) } ?? 0
        for row in max(y, 0)..<max(min(y + height, self.height), 0) {
            for column in max(x, 0)..<max(min(x + width, self.width), max(x, 0)) {
                pixels[row * self.width + column] = value
            }
        }
    }

    /// Draws a line with round ends and joints through points.
    mutating func stroke(_ points: [Point], width: Double, ink: Int) {
        if points.count == 1 { segment(points[0], points[0], width / 2, ink) }
        for (from, to) in zip(points, points.dropFirst()) { segment(from, to, width / 2, ink) }
    }

    private mutating func segment(_ from: Point, _ to: Point, _ radius: Double, _ ink: Int) {
        let reach = radius + 1
        let rows = Self.range(from.y, to.y, reach, height)
        let columns = Self.range(from.x, to.x, reach, width)
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        let length = dx * dx + dy * dy
        let width = width
        pixels.withUnsafeMutableBufferPointer { pixels in
            for row in rows {
                for column in columns {
                    let (px, py) = (Double(column) + 0.5 - from.x, Double(row) + 0.5 - from.y)
                    let along = length == 0 ? 0 : min(max((px * dx + py * dy) / length, 0), 1)
                    let (ax, ay) = (px - along * dx, py - along * dy)
                    let cover = min(max(radius + 0.5 - (ax * ax + ay * ay).squareRoot(), 0), 1)
                    let step = Int(cover * Double(Self.shades - 1) + 0.5)
                    let index = row * width + column
                    // Where two shapes touch, the one that covers more of the pixel is seen.
                    guard step > 0, step >= Int(pixels[index]) % Self.shades else { continue }
                    pixels[index] = UInt8(ink * Self.shades + step)
                }
            }
        }
    }

    private static func range(_ from: Double, _ to: Double, _ reach: Double, _ limit: Int) -> Range<Int> {
        let low = min(max(Int(min(from, to) - reach), 0), limit)
        return low..<max(min(Int(max(from, to) + reach) + 1, limit), low)
    }

    // MARK: - Text

    /// Draws a line of text; letters that are not known are left out.
    /// - Parameters:
    ///   - y: of the line that letters stand on.
    ///   - size: the height of capitals.
    ///   - weight: of the pen, as a part of that height.
    mutating func write(_ text: String, x: Double, y: Double, size: Double, weight: Double = 0.13, ink: Int) {
        let scale = size / CardLetters.capitals
        var x = x
        for character in text {
            guard let letter = CardLetters.letter(character) else { continue }
            for line in letter.lines {
                let points = line.map { Point(x: x + $0.x * scale, y: y + ($0.y - CardLetters.capitals) * scale) }
                stroke(points, width: size * weight, ink: ink)
            }
            x += (letter.width + CardLetters.gap) * scale
        }
    }

    /// How wide a line of text is.
    static func width(of text: String, size: Double) -> Double {
        text.reduce(0) { $0 + ((CardLetters.letter($1)?.width ?? 0) + CardLetters.gap) * size / CardLetters.capitals }
    }
}
