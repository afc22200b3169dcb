import LogQL

/// Lines that parsers stumble over.
enum NastyLines {
    static let dataset: Dataset = {
        var dataset = Dataset()
        for (number, line) in lines.enumerated() {
            let labels = LabelSet(["app": number.isMultiple(of: 3) ? "a" : "x", "env": "prod"])
            dataset.append(
                labels, time: Int64(number % 60) * 1_000_000_000, line: line,
                metadata: number.isMultiple(of: 5)
                    ? [Label(name: "trace", value: "t"), Label(name: "a", value: "m")] : [])
        }
        dataset.finish()
        return dataset
    }()

    private static let texts = [
        "", " ", "\n", "\u{0}", "{", "}", "{}", "[]", "[", "{\"", "{\"a\"", "{\"a\":", "{\"a\":}", "{\"a\":1",
        "{\"a\":1,}", "{\"a\":\"\\", "{\"a\":\"\\u",
        "{\"a\":\"\\u12\"}", "{\"a\":\"\\ud83d\"}", "{\"a\":\"\\ude00\\ud83d\"}", "{\"a\":1e999999999}", "{\"a\":-}",
        "{\"a\":--1}", "{\"a\":nul}",
        "{\"a\":99999999999999999999999999999999999999999999}", "{\"a\":{\"b\":{\"c\":[1,{\"d\":null}]}}}",
        "{\"\":\"\"}", "{\"a\":\"x\",\"a\":\"y\"}",
        "{\"__error__\":\"x\",\"app\":5}", "{\"_entry\":\"{\\\"a\\\":1}\",\"b\":\"c\"}", "{\"_entry\":null}", "a=", "=",
        "==", "a==b", "a=\"", "a=\"\\\"",
        "a=b c", "\"a\"=b", "a=\"b\"c", "a=1e308 b=-1e308 c=NaN d=Inf", "v=9223372036854775808",
        "v=-9223372036854775808", "v=1e-400", "v=0x1p1023",
        "d=9999999h", "d=-1ns", "d=1y", "d=5", "s=99999999999EB", "s=-1B", "s=1e5KB", "ip=999.1.1.1",
        "10.0.0.1 ::1 fe80::1%eth0 1.2.3.4.5", "::::",
        "<_> <a> <>", "{{.a}}", "%!s(MISSING)", "\u{1b}[", "\u{1b}[31m", "\u{1b}[31;1;4;;mx\u{1b}[0", "é漢😀", "e\u{301}",
        "\u{202e}abc", "\u{feff}{\"a\":1}",
        "level=error status=500 a=5 b=2s c=10MB app=inner",
        "{\"level\":\"error\",\"status\":500,\"a\":\"5\",\"b\":\"2s\",\"c\":\"10MB\"}",
    ]

    private static let lines: [[UInt8]] =
        texts.map { Array($0.utf8) } + [
            // What is no UTF-8.
            [0xFF], [0xC3], [0xED, 0xA0, 0x80], Array("{\"a\":\"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8),
            Array("a=".utf8) + [0x80, 0xBF], Array("a=\"".utf8) + [0xF0, 0x9F], [0xF0, 0x9F, 0x98] + Array("=x".utf8),
            // What is long, or deep.
            Array(repeating: UInt8(ascii: "{"), count: 5000), Array(repeating: UInt8(ascii: "["), count: 5000),
            Array(String(repeating: "{\"a\":", count: 2000).utf8), Array(String(repeating: "a=b ", count: 2000).utf8),
            Array(repeating: UInt8(ascii: "\""), count: 5001), Array(repeating: UInt8(ascii: "\\"), count: 5001),
            Array("{\"a\":\"".utf8) + Array(repeating: UInt8(ascii: "x"), count: 20_000),
        ]
}
