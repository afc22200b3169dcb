/// The parts of a layout for times: Go writes it as it would write a certain second of January 2006.
enum TimeLayout {
    enum Element: Equatable {
        case longMonth, month, plainMonth, zeroMonth
        case longWeekday, weekday
        case day, spacedDay, zeroDay
        case spacedYearDay, zeroYearDay
        case hour, hour12, zeroHour12
        case minute, zeroMinute
        case second, zeroSecond
        case longYear, year
        case upperHalf, lowerHalf
        case zoneName
        case offset(Offset, showsUTC: Bool)
        /// Digits of the second after a point or comma; `trims` if zeros at the end are left out.
        case fraction(digits: Int, trims: Bool, separator: UInt8)
    }

    enum Offset {
        case plain, seconds, short, colon, colonSeconds
    }

    struct Piece {
        /// What stands before the element as it is.
        let prefix: ArraySlice<UInt8>
        /// Nil at the layout's end.
        let element: Element?
    }

    static func pieces(_ layout: [UInt8]) -> [Piece] {
        var pieces: [Piece] = []
        var rest = layout[...]
        var index = rest.startIndex
        while index < rest.endIndex {
            guard let (element, skipped, length) = element(rest[index...]) else {
                index += 1
                continue
            }
            pieces.append(Piece(prefix: rest[..<(index + skipped)], element: element))
            rest = rest[(index + length)...]
            index = rest.startIndex
        }
        pieces.append(Piece(prefix: rest, element: nil))
        return pieces
    }

    /// The element that the text begins with, how many bytes before it are plain, and how many it takes with those.
    private static func element(_ text: ArraySlice<UInt8>) -> (Element, Int, Int)? {
        guard let first = text.first else { return nil }
        if first == UInt8(ascii: "_"), text.starts(with: "_2006".utf8) { return (.longYear, 1, 5) }
        if first == UInt8(ascii: ".") || first == UInt8(ascii: ",") { return fraction(text, first) }
        for (spelling, element) in spellings[first] ?? [] where text.starts(with: spelling.utf8) {
            let length = spelling.utf8.count
            // `Jan` and `Mon` are no words that go on.
            if element == .month || element == .weekday, let next = text.dropFirst(length).first, next &- 0x61 < 26 {
                continue
            }
            return (element, 0, length)
        }
        return nil
    }

    private static func fraction(_ text: ArraySlice<UInt8>, _ separator: UInt8) -> (Element, Int, Int)? {
        guard let digit = text.dropFirst().first, digit == 0x30 || digit == 0x39 else { return nil }
        let digits = text.dropFirst().prefix { $0 == digit }.count
        if let next = text.dropFirst(digits + 1).first, next.isDigit { return nil }
        return (.fraction(digits: digits, trims: digit == 0x39, separator: separator), 0, digits + 1)
    }

    /// By their first byte, of several that fit the first one counting.
    private static let spellings: [UInt8: [(String, Element)]] = {
        let all: [(String, Element)] = [
            ("January", .longMonth), ("Jan", .month), ("Monday", .longWeekday), ("Mon", .weekday), ("MST", .zoneName),
            ("01", .zeroMonth), ("02", .zeroDay), ("03", .zeroHour12), ("04", .zeroMinute), ("05", .zeroSecond),
            ("06", .year), ("002", .zeroYearDay), ("15", .hour), ("1", .plainMonth), ("2006", .longYear), ("2", .day),
            ("_2", .spacedDay), ("__2", .spacedYearDay), ("3", .hour12), ("4", .minute), ("5", .second),
            ("PM", .upperHalf), ("pm", .lowerHalf),
            ("-070000", .offset(.seconds, showsUTC: false)), ("-07:00:00", .offset(.colonSeconds, showsUTC: false)),
            ("-0700", .offset(.plain, showsUTC: false)), ("-07:00", .offset(.colon, showsUTC: false)),
            ("-07", .offset(.short, showsUTC: false)), ("Z070000", .offset(.seconds, showsUTC: true)),
            ("Z07:00:00", .offset(.colonSeconds, showsUTC: true)), ("Z0700", .offset(.plain, showsUTC: true)),
            ("Z07:00", .offset(.colon, showsUTC: true)), ("Z07", .offset(.short, showsUTC: true)),
        ]
        return Dictionary(grouping: all) { $0.0.utf8.first ?? 0 }
    }()
}
