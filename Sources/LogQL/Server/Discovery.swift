/// What Loki adds to lines that come in: the name of their service, and their level.
enum Discovery {
    private static let serviceLabels = [
        "service", "app", "application", "app_name", "name", "app_kubernetes_io_name", "container", "container_name",
        "k8s_container_name", "component", "workload", "job", "k8s_job_name",
    ]
    private static let levelLabels = [
        "level", "LEVEL", "Level", "log.level", "severity", "SEVERITY", "Severity", "SeverityText", "lvl", "LVL", "Lvl",
        "severity_text", "Severity_Text", "SEVERITY_TEXT",
    ]

    static func withService(_ labels: LabelSet) -> LabelSet {
        if labels["service_name"] != nil { return labels }
        let service = serviceLabels.lazy.compactMap { labels[$0] }.first ?? "unknown_service"
        return LabelSet(labels.labels + [Label(name: "service_name", value: service)])
    }

    static func withLevel(_ entry: PushedEntry, _ labels: LabelSet) -> [Label] {
        let metadata = LabelSet(entry.metadata)
        if let level = metadata["detected_level"] {
            return entry.metadata.map {
                $0.name == "detected_level" ? Label(name: $0.name, value: normalized(level) ?? level) : $0
            }
        }
        let level: String
        if let found = levelLabels.lazy.compactMap({ labels[$0] ?? nil }).first {
            level = normalized(found) ?? found
        } else if let found = levelLabels.lazy.compactMap({ metadata[$0] ?? nil }).first {
            level = normalized(found) ?? found
        } else if let number = metadata["severity_number"] {
            level = byNumber(number)
        } else {
            level = entry.line.withUnsafeBufferPointer(ofLine(_:))
        }
        return level.isEmpty ? entry.metadata : entry.metadata + [Label(name: "detected_level", value: level)]
    }

    private static func normalized(_ level: String) -> String? {
        switch level.lowercased() {
        case "trace", "trc": "trace"
        case "debug", "dbg": "debug"
        case "info", "inf", "information": "info"
        case "warn", "wrn", "warning": "warn"
        case "error", "err": "error"
        case "critical": "critical"
        case "fatal": "fatal"
        default: nil
        }
    }

    /// The severities of OpenTelemetry, four to a level.
    private static func byNumber(_ text: String) -> String {
        guard let number = Int(text) else { return "info" }
        switch number {
        case 1...4: return "trace"
        case 5...8: return "debug"
        case 9...12: return "info"
        case 13...16: return "warn"
        case 17...20: return "error"
        case 21...24: return "fatal"
        default: return "unknown"
        }
    }

    private static func ofLine(_ line: Bytes) -> String {
        let arena = Arena()
        let first = line.first { $0 > 0x20 }
        let last = line.last { $0 > 0x20 }
        if first == UInt8(ascii: "{"), last == UInt8(ascii: "}") {
            if let level = ofJSON(line, depth: 0, arena).flatMap({ normalized($0) }) { return level }
        } else if line.contains(UInt8(ascii: "=")) {
            if let level = ofLogfmt(line, arena).flatMap({ normalized($0) }) { return level }
        }
        return byWord(line)
    }

    private static func ofJSON(_ line: Bytes, depth: Int, _ arena: Arena) -> String? {
        guard depth < 2 else { return nil }
        var level: String?
        _ = try? JSONScan.eachField(line, arena, fail: { $0 }) { (key, value) throws(JSONScan.Problem) in
            if value.kind == .string, levelLabels.contains(key.string) {
                level = value.content.string
            } else if value.kind == .object {
                level = ofJSON(value.content, depth: depth + 1, arena)
            }
            return level == nil
        }
        return level
    }

    private static func ofLogfmt(_ line: Bytes, _ arena: Arena) -> String? {
        var reader = LogfmtReader(line, arena)
        var best: (rank: Int, value: String)?
        while !reader.isAtEnd, reader.next() {
            let key = reader.key.string.lowercased()
            guard let rank = levelLabels.firstIndex(where: { $0.lowercased() == key }), rank < best?.rank ?? .max else {
                continue
            }
            best = (rank, reader.value.string)
            if rank == 0 { break }
        }
        return best?.value
    }

    private static let words = [
        ("trace", "trace"), ("debug", "debug"), ("fatal", "fatal"), ("critical", "critical"), ("error", "error"),
        ("err", "error"), ("warning", "warn"), ("warn", "warn"), ("info", "info"),
    ]
    private static let leftOfWord = Array(" \t\n[({\"=".utf8)
    private static let rightOfWord = Array(" \t\n[](){}:,!\"=".utf8)

    /// The first word that names a level.
    private static func byWord(_ line: Bytes) -> String {
        let lower = line.map(CaseFold.lower)
        return lower.withUnsafeBufferPointer { lower in
            var first = lower.count
            var level = "unknown"
            for (word, name) in words {
                var start = 0
                while let place = Array(word.utf8).withUnsafeBufferPointer({ lower.find($0, from: start) }),
                    place < first
                {
                    let end = place + word.utf8.count
                    if place == 0 || leftOfWord.contains(lower[place - 1]),
                        end == lower.count || rightOfWord.contains(lower[end])
                    {
                        (first, level) = (place, name)
                        break
                    }
                    start = place + 1
                }
            }
            return level
        }
    }
}
