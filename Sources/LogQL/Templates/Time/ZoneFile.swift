import Glibc
import Synchronization

/// Time zones from the machine's database, in the form TZif.
enum ZoneFile {
    private static let known = Mutex<[String: GoZone?]>([:])
    private static let folders = [
        "/usr/share/zoneinfo/", "/usr/share/lib/zoneinfo/", "/usr/lib/locale/TZ/", "/etc/zoneinfo/",
    ]
    /// No file of the database comes near it.
    private static let largest = 1 << 20
    /// Names come from templates and labels: what's kept of them is bounded.
    private static let mostKnown = 1_000

    /// The zone of a name as Go's time.LoadLocation finds it; nil if there's none.
    static func zone(_ name: String) -> GoZone? {
        if name.isEmpty || name == "UTC" { return .utc }
        if name == "Local" { return .local }
        guard !name.utf8.contains(0), name.utf8.first != UInt8(ascii: "/"), name.utf8.first != UInt8(ascii: "\\"),
            !name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).contains("..")
        else { return nil }
        return known.withLock { known in
            if let zone = known[name] { return zone }
            let zone = folders.lazy.compactMap { read($0 + name).flatMap { parse($0, name) } }.first
            if known.count < mostKnown { known[name] = .some(zone) }
            return zone
        }
    }

    private static func read(_ path: String) -> [UInt8]? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, let file = fopen(path, "r") else {
            return nil
        }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: min(largest, max(0, Int(status.st_size))))
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes.prefix(count))
    }

    /// Numbers and names one after the other; nil where the data end.
    private struct Reader {
        var rest: ArraySlice<UInt8>

        mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
            guard count >= 0, count <= rest.count else { return nil }
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }

        mutating func number(_ size: Int) -> Int64? {
            guard let bytes = bytes(size) else { return nil }
            let value = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return size == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
        }

        mutating func counts() -> [Int]? {
            var counts: [Int] = []
            for _ in 0..<6 {
                guard let count = number(4), count >= 0, count < 1 << 20 else { return nil }
                counts.append(Int(count))
            }
            return counts
        }
    }

    private static func parse(_ data: [UInt8], _ name: String) -> GoZone? {
        var reader = Reader(rest: data[...])
        guard let head = reader.bytes(20), head.starts(with: "TZif".utf8), let version = head.dropFirst(4).first,
            version == 0 || version == UInt8(ascii: "2") || version == UInt8(ascii: "3"), var counts = reader.counts()
        else { return nil }
        let isLong = version != 0
        if isLong {
            // The part in 32 bits goes before the one in 64, with a head of its own.
            let (utc, wall, leap, times, zones, names) = (
                counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]
            )
            guard reader.bytes(times * 5 + zones * 6 + names + leap * 8 + wall + utc + 20) != nil,
                let next = reader.counts()
            else { return nil }
            counts = next
        }
        let size = isLong ? 8 : 4
        guard var times = reader.bytes(counts[3] * size).map({ Reader(rest: $0) }),
            let places = reader.bytes(counts[3]),
            var zones = reader.bytes(counts[4] * 6).map({ Reader(rest: $0) }), let names = reader.bytes(counts[5]),
            reader.bytes(counts[2] * (size + 4) + counts[1] + counts[0]) != nil, counts[4] > 0
        else { return nil }
        var rules: [GoZone.Rule] = []
        for _ in 0..<counts[4] {
            guard let offset = zones.number(4), let flags = zones.bytes(2), let index = flags.last,
                Int(index) < names.count
            else { return nil }
            let text = names.dropFirst(Int(index)).prefix { $0 != 0 }
            rules.append(
                GoZone.Rule(name: String(decoding: text, as: UTF8.self), offset: offset, isSummer: flags.first != 0))
        }
        var transitions: [(when: Int64, rule: Int)] = []
        for place in places {
            guard let when = times.number(size), Int(place) < rules.count else { return nil }
            transitions.append((when, Int(place)))
        }
        if transitions.isEmpty { transitions = [(Int64.min, 0)] }
        let rest = isLong && reader.rest.count > 2 ? PosixZone(reader.rest.dropFirst().dropLast()) : nil
        return GoZone(name: name, rules: rules, transitions: transitions, rest: rest)
    }
}
