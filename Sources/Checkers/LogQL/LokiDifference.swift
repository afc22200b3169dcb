import Foundation

/// Where two answers of Loki's HTTP interface to one query part ways.
enum LokiDifference {
    /// - Returns: both sides in words; nil where they agree. The order of series, which Loki leaves open, and the last
    ///   places of numbers don't count.
    static func between(
        engine: [UInt8], status engineStatus: Int, loki: [UInt8], status lokiStatus: Int
    ) -> (engine: String, loki: String)? {
        guard engineStatus == 200, lokiStatus == 200 else {
            // Both refuse: how they word it is no difference.
            if engineStatus == lokiStatus { return nil }
            return (said(engine, engineStatus), said(loki, lokiStatus))
        }
        guard let ours = answer(engine), let theirs = answer(loki) else {
            return (said(engine, engineStatus), said(loki, lokiStatus))
        }
        guard ours.type == theirs.type else { return ("a \(ours.type)", "a \(theirs.type)") }
        let all = Set(ours.rows.keys).union(theirs.rows.keys).sorted()
        for labels in all {
            guard let mine = ours.rows[labels] else { return ("no series \(labels)", "a series \(labels)") }
            guard let other = theirs.rows[labels] else { return ("a series \(labels)", "no series \(labels)") }
            if mine.count != other.count {
                return ("\(mine.count) entries of \(labels)", "\(other.count) entries of \(labels)")
            }
            for (first, second) in zip(mine, other) where !agree(first, second) {
                return ("\(first.joined(separator: " ")) in \(labels)", "\(second.joined(separator: " ")) in \(labels)")
            }
        }
        return nil
    }

    /// How many series an answer of `/loki/api/v1/series` lists.
    static func seriesCount(_ body: [UInt8]) -> Int? {
        guard let root = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] else { return nil }
        guard let data = root["data"] else { return nil }
        return data is NSNull ? 0 : (data as? [Any])?.count
    }

    private static func said(_ body: [UInt8], _ status: Int) -> String {
        "status \(status), \(String(decoding: body.prefix(200), as: UTF8.self))"
    }

    /// The entries of an answer by their labels: times and values, each as text.
    private static func answer(_ body: [UInt8]) -> (type: String, rows: [String: [[String]]])? {
        guard let root = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any],
            let data = root["data"] as? [String: Any], let type = data["resultType"] as? String
        else { return nil }
        var rows: [String: [[String]]] = [:]
        if let scalar = data["result"] as? [Any], type == "scalar" { return (type, ["": [scalar.map(text)]]) }
        for case let series as [String: Any] in data["result"] as? [Any] ?? [] {
            let labels = text(series["stream"] ?? series["metric"] ?? "")
            let entries = series["values"] as? [Any] ?? (series["value"] as? [Any]).map { [$0] } ?? []
            let sorted = entries.map { ($0 as? [Any] ?? []).map(text) }.sorted { $0.lexicographicallyPrecedes($1) }
            rows[labels, default: []] += sorted
        }
        return (type, rows)
    }

    private static func text(_ value: Any) -> String {
        if let text = value as? String { return text }
        let options: JSONSerialization.WritingOptions = [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? JSONSerialization.data(withJSONObject: value, options: options) else { return "" }
        return String(decoding: data, as: UTF8.self)
    }

    private static func agree(_ first: [String], _ second: [String]) -> Bool {
        first.count == second.count
            && zip(first, second).allSatisfy { first, second in
                if first == second { return true }
                guard let first = Double(first), let second = Double(second) else { return false }
                return abs(first - second) <= 1e-9 * max(abs(first), abs(second))
            }
    }
}
