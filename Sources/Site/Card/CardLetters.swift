import Foundation
import Synchronization

/// The letters of the social card: lines that a round pen follows, drawn for Galley.
///
/// A font from elsewhere would have to be brought along or found on the machine, and text drawn by a library differs from
/// one version to the next. Letters with accents are drawn without them; a text in another script is not drawn at all.
enum CardLetters {
    struct Letter: Sendable {
        let width: Double
        let lines: [[CardCanvas.Point]]
    }

    /// The height of capitals; small letters are 6.8 high and reach 3.2 below the line.
    static let capitals = 10.0
    /// Between two letters.
    static let gap = 2.3

    private static let known = Mutex<[Character: Letter]>([:])

    /// A letter; nil for one that is not drawn.
    static func letter(_ character: Character) -> Letter? {
        if let letter = known.withLock({ $0[character] }) { return letter }
        guard let drawing = drawings[character] ?? drawings[base(of: character)] else { return nil }
        let letter = Letter(drawing)
        known.withLock { $0[character] = letter }
        return letter
    }

    /// Whether all letters of a text are known.
    static func canWrite(_ text: some StringProtocol) -> Bool { text.allSatisfy { letter($0) != nil } }

    /// What a letter is without its accents.
    private static func base(of character: Character) -> Character {
        let folded = String(character).folding(options: .diacriticInsensitive, locale: nil)
        return folded.count == 1 ? Character(folded) : character
    }

    /// Bows, as several letters have them: to the right of a stem at 0, and to the left of one at 5.2.
    private static let right = "m0,6.6 q0,3.2 2.6,3.2 q5.2,3.2 5.2,6.6 q5.2,10 2.6,10 q0,10 0,6.6"
    private static let left = "m5.2,6.6 q5.2,3.2 2.6,3.2 q0,3.2 0,6.6 q0,10 2.6,10 q5.2,10 5.2,6.6"

    /// Width, and the pen's way: `m` begins a line, `l` goes straight, `q` in a bow over a point beside its way.
    private static let drawings: [Character: (Double, String)] = [
        " ": (2.2, ""),
        "A": (7.4, "m0,10 l3.7,0 l7.4,10 m1.3,6.6 l6.1,6.6"),
        "B": (6, "m0,5 l3.4,5 q6,5 6,7.5 q6,10 3.4,10 l0,10 l0,0 l3.1,0 q5.5,0 5.5,2.5 q5.5,5 3.1,5"),
        "C": (7.2, "m7.2,1.9 q6,0 4.1,0 q0,0 0,5 q0,10 4.1,10 q6,10 7.2,8.1"),
        "D": (7, "m0,0 l2.8,0 q7,0 7,5 q7,10 2.8,10 l0,10 l0,0"),
        "E": (5.4, "m5.4,0 l0,0 l0,10 l5.4,10 m0,4.9 l4.8,4.9"),
        "F": (5.2, "m5.2,0 l0,0 l0,10 m0,5 l4.6,5"),
        "G": (7.4, "m7.1,1.8 q5.9,0 4.1,0 q0,0 0,5 q0,10 4.1,10 q7.4,10 7.4,5.6 l4.4,5.6"),
        "H": (6.8, "m0,0 l0,10 m6.8,0 l6.8,10 m0,4.9 l6.8,4.9"),
        "I": (0, "m0,0 l0,10"),
        "J": (4.4, "m4.4,0 l4.4,7 q4.4,10 2,10 q0.6,10 0,8.6"),
        "K": (6, "m0,0 l0,10 m6,0 l0,6.3 m2.3,4.2 l6.2,10"),
        "L": (5, "m0,0 l0,10 l5,10"),
        "M": (8.4, "m0,10 l0,0 l4.2,7 l8.4,0 l8.4,10"),
        "N": (7, "m0,10 l0,0 l7,10 l7,0"),
        "O": (8.4, "m4.2,0 q8.4,0 8.4,5 q8.4,10 4.2,10 q0,10 0,5 q0,0 4.2,0"),
        "P": (5.8, "m0,10 l0,0 l2.9,0 q5.8,0 5.8,2.8 q5.8,5.6 2.9,5.6 l0,5.6"),
        "Q": (8.4, "m4.2,0 q8.4,0 8.4,5 q8.4,10 4.2,10 q0,10 0,5 q0,0 4.2,0 m5.4,7.4 l8.2,10.8"),
        "R": (6.2, "m0,10 l0,0 l2.9,0 q5.8,0 5.8,2.8 q5.8,5.6 2.9,5.6 l0,5.6 m3,5.6 l6.2,10"),
        "S": (6, "m5.7,1.7 q4.9,0 3,0 q0.3,0 0.3,2.5 q0.3,4.5 3,4.9 q6,5.4 6,7.5 q6,10 3,10 q0.8,10 0,8.1"),
        "T": (6.6, "m0,0 l6.6,0 m3.3,0 l3.3,10"),
        "U": (6.6, "m0,0 l0,6.6 q0,10 3.3,10 q6.6,10 6.6,6.6 l6.6,0"),
        "V": (7.2, "m0,0 l3.6,10 l7.2,0"),
        "W": (10.4, "m0,0 l2.6,10 l5.2,1.4 l7.8,10 l10.4,0"),
        "X": (6.6, "m0,0 l6.6,10 m6.6,0 l0,10"),
        "Y": (6.8, "m0,0 l3.4,5.2 l6.8,0 m3.4,5.2 l3.4,10"),
        "Z": (6.2, "m0.2,0 l6.2,0 l0,10 l6.2,10"),
        "a": (5.2, "m5.2,3.2 l5.2,10 " + left),
        "b": (5.2, "m0,0 l0,10 " + right),
        "c": (4.8, "m4.8,4.6 q4,3.2 2.7,3.2 q0,3.2 0,6.6 q0,10 2.7,10 q4,10 4.8,8.6"),
        "d": (5.2, "m5.2,0 l5.2,10 " + left),
        "e": (5.2, "m0.1,6.4 l5.2,6.4 q5.2,3.2 2.7,3.2 q0,3.2 0,6.6 q0,10 2.8,10 q4.3,10 5,8.6"),
        "f": (3.2, "m3.4,0.1 q1.2,-0.4 1.2,2.4 l1.2,10 m0,3.4 l3.1,3.4"),
        "g": (5.2, "m5.2,3.2 l5.2,10.4 q5.2,13.2 2.6,13.2 q1,13.2 0.3,12.2 " + left),
        "h": (5, "m0,0 l0,10 m0,6 q0,3.2 2.6,3.2 q5,3.2 5,6 l5,10"),
        "i": (0, "m0,3.2 l0,10 m0,0.5"),
        "j": (1.2, "m1.2,3.2 l1.2,11 q1.2,13.2 -0.6,13.1 m1.2,0.5"),
        "k": (4.6, "m0,0 l0,10 m4.4,3.2 l0,7.4 m1.8,5.7 l4.7,10"),
        "l": (0, "m0,0 l0,10"),
        "m": (
            8.4,
            "m0,3.2 l0,10 m0,6 q0,3.2 2.2,3.2 q4.2,3.2 4.2,6 l4.2,10 m4.2,6 q4.2,3.2 6.4,3.2 q8.4,3.2 8.4,6 l8.4,10"
        ),
        "n": (5, "m0,3.2 l0,10 m0,6 q0,3.2 2.6,3.2 q5,3.2 5,6 l5,10"),
        "o": (5.6, "m2.8,3.2 q5.6,3.2 5.6,6.6 q5.6,10 2.8,10 q0,10 0,6.6 q0,3.2 2.8,3.2"),
        "p": (5.2, "m0,3.2 l0,13.2 " + right),
        "q": (5.2, "m5.2,3.2 l5.2,13.2 " + left),
        "r": (2.8, "m0,3.2 l0,10 m0,6 q0,3.2 3,3.3"),
        "s": (
            4.4,
            "m4.2,4.3 q3.6,3.2 2.2,3.2 q0.3,3.2 0.3,4.9 q0.3,6.2 2.3,6.5 q4.4,6.8 4.4,8.3 q4.4,10 2.2,10 q0.6,10 0,8.8"
        ),
        "t": (3, "m1.2,1 l1.2,8 q1.2,10 3.2,9.8 m0,3.4 l3,3.4"),
        "u": (5, "m0,3.2 l0,7.2 q0,10 2.5,10 q5,10 5,7.2 m5,3.2 l5,10"),
        "v": (5, "m0,3.2 l2.5,10 l5,3.2"),
        "w": (7.8, "m0,3.2 l1.95,10 l3.9,4.2 l5.85,10 l7.8,3.2"),
        "x": (4.8, "m0,3.2 l4.8,10 m4.8,3.2 l0,10"),
        "y": (5, "m0,3.2 l2.6,10 m5,3.2 l2,11.6 q1.4,13.2 -0.2,13"),
        "z": (4.4, "m0.1,3.2 l4.4,3.2 l0,10 l4.4,10"),
        "0": (6, "m3,0 q6,0 6,5 q6,10 3,10 q0,10 0,5 q0,0 3,0"),
        "1": (3, "m0,2 l3,0 l3,10"),
        "2": (5.7, "m0.2,2.4 q0.5,0 2.9,0 q5.5,0 5.5,2.6 q5.5,4 4,5.6 l0,10 l5.7,10"),
        "3": (5.6, "m0.2,1.6 q1,0 2.8,0 q5.2,0 5.2,2.4 q5.2,4.8 2.2,4.8 q5.6,4.8 5.6,7.4 q5.6,10 2.8,10 q0.8,10 0,8.3"),
        "4": (6, "m4.4,10 l4.4,0 l0,7.1 l6,7.1"),
        "5": (5.6, "m5,0 l0.8,0 l0.4,4.6 q1.4,3.7 2.8,3.7 q5.6,3.7 5.6,6.8 q5.6,10 2.7,10 q0.8,10 0,8.4"),
        "6": (5.6, "m4.6,0.2 q0,1.6 0,6.8 q0,10 2.8,10 q5.6,10 5.6,6.9 q5.6,4 2.9,4 q0.4,4 0,6.6"),
        "7": (5.4, "m0,0 l5.4,0 l1.8,10"),
        "8": (
            5.6,
            "m2.8,4.7 q0.4,4.7 0.4,2.3 q0.4,0 2.8,0 q5.2,0 5.2,2.3 q5.2,4.7 2.8,4.7 q0,4.7 0,7.3 q0,10 2.8,10 q5.6,10 5.6,7.3 q5.6,4.7 2.8,4.7"
        ),
        "9": (5.6, "m1,9.8 q5.6,8.4 5.6,3.2 q5.6,0 2.8,0 q0,0 0,3.1 q0,6 2.7,6 q5.2,6 5.6,3.4"),
        ".": (0, "m0,9.9"), ",": (0.6, "m0.5,9.8 l0,11.6"), ":": (0, "m0,4 m0,9.9"),
        ";": (0.6, "m0.5,4 m0.5,9.8 l0,11.6"),
        "!": (0, "m0,0 l0,6.8 m0,9.9"),
        "?": (4.8, "m0,1.8 q0.6,0 2.4,0 q4.8,0 4.8,2.4 q4.8,4.4 2.4,5.2 l2.4,6.8 m2.4,9.9"),
        "'": (0, "m0,0 l0,2.4"), "’": (0.6, "m0.5,0 l0,2.2"), "\"": (2, "m0,0 l0,2.4 m2,0 l2,2.4"),
        "-": (3.4, "m0,6.4 l3.4,6.4"), "–": (5, "m0,6.4 l5,6.4"), "—": (8, "m0,6.4 l8,6.4"), "_": (5, "m0,11 l5,11"),
        "/": (4, "m0,11 l4,-0.6"), "(": (1.8, "m1.8,-0.8 q-1.8,5 1.8,11.6"), ")": (1.8, "m0,-0.8 q3.6,5 0,11.6"),
        "+": (5.4, "m0,6 l5.4,6 m2.7,3.3 l2.7,8.7"), "=": (5, "m0,4.8 l5,4.8 m0,7.4 l5,7.4"), "·": (0, "m0,6"),
        "&": (
            6.8, "m6.6,10 l1.4,3.4 q0.4,0 2.7,0 q4.8,0 4.8,2 q4.8,3.4 2.6,4.6 q0,6 0,7.6 q0,10 2.7,10 q5.6,10 6.6,5.6"
        ),
        "%": (
            8,
            "m7,0 l1,10 m1.6,0 q3.2,0 3.2,1.8 q3.2,3.6 1.6,3.6 q0,3.6 0,1.8 q0,0 1.6,0 m6.4,6.4 q8,6.4 8,8.2 q8,10 6.4,10 q4.8,10 4.8,8.2 q4.8,6.4 6.4,6.4"
        ),
        "#": (6.6, "m2.2,0.6 l1.4,10 m5.2,0.6 l4.4,10 m0.4,3.6 l6.6,3.6 m0,7 l6.2,7"),
    ]
}

extension CardLetters.Letter {
    /// Reads the pen's way, with bows parted into short lines.
    fileprivate init(_ drawing: (width: Double, way: String)) {
        var lines: [[CardCanvas.Point]] = []
        var beside: CardCanvas.Point?
        for step in drawing.way.split(separator: " ") {
            let numbers = step.drop { $0.isLetter }.split(separator: ",").compactMap { Double($0) }
            guard numbers.count == 2 else { continue }
            let point = CardCanvas.Point(x: numbers[0], y: numbers[1])
            switch step.first {
            case "m": lines.append([point])
            case "q": beside = point
            default:
                guard let line = lines.indices.last, let from = lines[line].last else { continue }
                if let over = beside {
                    lines[line] += (1...8).map { Self.bow(from, over, point, Double($0) / 8) }
                } else {
                    lines[line].append(point)
                }
                beside = nil
            }
        }
        self.init(width: drawing.width, lines: lines)
    }

    /// A place on a quadratic Bézier curve.
    private static func bow(
        _ from: CardCanvas.Point, _ over: CardCanvas.Point, _ to: CardCanvas.Point, _ part: Double
    ) -> CardCanvas.Point {
        let (a, b, c) = ((1 - part) * (1 - part), 2 * part * (1 - part), part * part)
        return CardCanvas.Point(x: a * from.x + b * over.x + c * to.x, y: a * from.y + b * over.y + c * to.y)
    }
}
