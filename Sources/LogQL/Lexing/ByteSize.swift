/// Sizes with units, as Loki reads them: `20KB`, `1.5MiB` (go-humanize's ParseBytes).
enum ByteSize {
    static func parse(_ text: Substring) -> Int64? {
        let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        let digits = number.filter { $0 != "," }
        guard digits.contains(where: \.isNumber), digits.filter({ $0 == "." }).count < 2,
            let value = Double(plain(digits))
        else { return nil }
        let unit = text.dropFirst(number.count).drop { $0 == " " }.lowercased()
        guard let size = units[unit] else { return nil }
        let bytes = value * size
        guard bytes < 9.2e18 else { return nil }
        return Int64(bytes)
    }

    private static func plain(_ digits: String) -> String {
        let text = digits.hasPrefix(".") ? "0" + digits : digits
        return text.hasSuffix(".") ? text + "0" : text
    }

    private static let units: [String: Double] = [
        "": 1, "b": 1, "kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12, "pb": 1e15, "k": 1e3, "m": 1e6, "g": 1e9, "t": 1e12,
        "p": 1e15, "kib": 1024, "mib": 1_048_576, "gib": 1_073_741_824, "tib": 1_099_511_627_776,
        "pib": 1_125_899_906_842_624, "ki": 1024, "mi": 1_048_576, "gi": 1_073_741_824, "ti": 1_099_511_627_776,
        "pi": 1_125_899_906_842_624,
    ]

    /// The form in which Loki prints sizes: three significant digits at most, units of 1000 (go-humanize's Bytes).
    static func text(_ bytes: Int64) -> String {
        if bytes < 10 { return "\(bytes)B" }
        let names = ["B", "kB", "MB", "GB", "TB", "PB", "EB"]
        var exponent = 0
        var size = 1.0
        while exponent + 1 < names.count, Double(bytes) / size >= 1000 {
            size *= 1000
            exponent += 1
        }
        let value = (Double(bytes) / size * 10 + 0.5).rounded(.down) / 10
        let shown = value < 10 ? String(Int(value)) + tenth(value) : String(Int(value.rounded(.toNearestOrEven)))
        return shown + names[exponent]
    }

    private static func tenth(_ value: Double) -> String { ".\(Int((value * 10).rounded()) % 10)" }
}
