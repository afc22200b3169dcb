/// Texts, and the words that search parts them into. The build and the scripts of the theme are both held to them: what
/// one parts otherwise than the other, no reader finds.
public enum SearchSamples {
    public struct Sample: Sendable, CustomStringConvertible {
        public let text: String
        public let wholes: [String]
        /// In the order of the wholes that they are parts of.
        public let parts: [String]
        public var description: String { text }

        init(_ text: String, _ wholes: [String], parts: [String] = []) {
            self.text = text
            self.wholes = wholes
            self.parts = parts
        }
    }

    public static let words = [
        Sample("The harbour is closed.", ["the", "harbour", "is", "closed"]),
        Sample("max_query_length", ["max_query_length"], parts: ["max", "query", "length"]),
        Sample(
            "loki -config.file=/etc/loki.yaml", ["loki", "config.file", "etc/loki.yaml"],
            parts: ["config", "file", "etc", "loki.yaml", "loki", "yaml"]),
        Sample("'X-Scope-OrgID: acme'", ["x-scope-orgid", "acme"], parts: ["scope", "orgid", "org", "id"]),
        Sample(
            "maxQueryLength HTTPServer getURL", ["maxquerylength", "httpserver", "geturl"],
            parts: ["max", "query", "length", "http", "server", "get", "url"]),
        Sample("loki:3100", ["loki:3100"], parts: ["loki", "3100"]),
        Sample(
            "http://127.0.0.1:3100/loki/api/v1/query_range?x",
            ["http", "127.0.0.1:3100/loki/api/v1/query_range"],
            parts: ["127.0.0.1", "127", "3100", "loki", "api", "v1", "query_range", "query", "range"]),
        Sample("__name__ a__b 5m x 42", ["name", "5m", "42"]),
        Sample("1.5 a.b e-mail and/or", ["1.5", "a.b", "e-mail", "and/or"], parts: ["mail", "and", "or"]),
        Sample("sum by (level) (rate({app=\"x1\"}[5m]))", ["sum", "by", "level", "rate", "app", "x1", "5m"]),
        Sample("Œuvre ÉCOLE naïve Straße", ["œuvre", "ecole", "naive", "straße"]),
        Sample("ΣΑΣ über_maß", ["σασ", "uber_maß"], parts: ["uber", "maß"]),
        Sample("日志查询 Loki查", ["日", "志", "查", "询", "loki", "查"]),
        Sample("кошка-мышь", ["кошка-мышь"], parts: ["кошка", "мышь"]),
        Sample("|= != =~ - _ . : /", []),
        Sample("", []),
        Sample("trailing- -leading end.", ["trailing", "leading", "end"]),
        Sample(String(repeating: "a", count: 65) + "_tail", [], parts: ["tail"]),
        Sample(String(repeating: "b", count: 64), [String(repeating: "b", count: 64)]),
    ]
}
