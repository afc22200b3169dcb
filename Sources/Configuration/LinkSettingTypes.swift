import Diagnostics
import YAML

extension YAMLType where Value == ClosedRange<Int> {
    /// Status codes of HTTP: one, or a range such as `200-299`. LinkedIn answers with 999.
    static var statusCodes: Self {
        Self("a status code such as `404`, or a range such as `200-299`") { scalar in
            let parts = scalar.value.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard let lower = parts.first ?? nil, let upper = parts.last ?? nil, parts.count <= 2, lower <= upper,
                (100...999).contains(lower), (100...999).contains(upper)
            else { return nil }
            return lower...upper
        }
    }
}

extension YAMLType where Value == Duration {
    /// A length of time: `500ms`, `10s`, `5m`, `12h`, `7d`.
    static var duration: Self { duration(from: 0) }

    /// One that is not nothing: to libcurl a limit of nothing is none at all.
    static var timeLimit: Self { duration(from: 1) }

    private static func duration(from least: Int) -> Self {
        Self("a length of time such as `500ms`, `10s`, `5m`, `12h` or `7d`") { scalar in
            let digits = scalar.value.prefix { $0.isASCII && $0.isNumber }
            let milliseconds = ["ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000]
            guard let number = Int(digits), (least...100_000).contains(number),
                let unit = milliseconds[String(scalar.value.dropFirst(digits.count))]
            else { return nil }
            return .milliseconds(number * unit)
        }
    }
}

extension YAMLType where Value == Double {
    /// How many requests a second.
    static var rate: Self {
        Self("a number of requests a second, such as `5` or `0.5`") { scalar in
            Double(scalar.value).flatMap { $0 >= 0.001 && $0 <= 100_000 ? $0 : nil }
        }
    }
}

extension YAMLType where Value == CalendarDate {
    static var date: Self { Self("a day such as `2027-01-31`") { CalendarDate($0.value) } }
}

extension LinkSettings {
    /// Whether a text may be the value of a header: a line break in it would begin another header.
    public static func isHeaderValue(_ text: String) -> Bool { !text.utf8.contains { $0 < 0x20 || $0 == 0x7F } }
}

extension YAMLType where Value == String {
    /// The name of a variable, not what it holds: a token written here would be everybody's.
    static var environmentVariable: Self {
        Self(
            "the name of a variable of the environment, such as `GITHUB_TOKEN`",
            help: "put the token itself into the environment, and its variable's name here"
        ) { scalar in
            let isName = scalar.value.utf8.allSatisfy { byte in
                byte &- UInt8(ascii: "A") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_")
            }
            return isName && !scalar.value.isEmpty ? scalar.value : nil
        }
    }

    /// The value of a header.
    static var headerValue: Self {
        Self("a text of one line") { LinkSettings.isHeaderValue($0.value) ? $0.value : nil }
    }

    /// The host of an address, alone or with a port.
    static var host: Self {
        Self("a host's name such as `example.com`, or `localhost:3000` for one port") { scalar in
            let isHost = scalar.value.utf8.allSatisfy { byte in
                byte > 0x20 && byte != 0x7F && !"/*@?#%\\".utf8.contains(byte)
            }
            return isHost && !scalar.value.isEmpty ? scalar.value : nil
        }
    }

    /// An address of the web or its beginning.
    static var addressBeginning: Self {
        Self("the beginning of an address, such as `https://example.com/`") { scalar in
            ["https://", "http://", "//"].contains { scalar.value.hasPrefix($0) } ? scalar.value : nil
        }
    }

    /// RFC 9110, section 5.6.2.
    static func isHeaderName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
                    || "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
    }
}
