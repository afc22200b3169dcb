/// A request to the stand-in, whatever brought it.
public struct LokiRequest: Sendable {
    public var method: String
    /// Without the query.
    public var path: String
    /// In the order in which they were sent; a name may come several times.
    public var parameters: [(name: String, value: String)]
    /// By their names in lower case.
    public var headers: [String: String]
    public var body: [UInt8]

    /// - Parameter query: what stands behind `?`, encoded.
    public init(method: String, path: String, query: String = "", headers: [String: String] = [:], body: [UInt8] = []) {
        self.method = method
        self.path = path
        self.headers = Dictionary(headers.map { ($0.lowercased(), $1) }, uniquingKeysWith: { first, _ in first })
        self.body = body
        parameters = FormEncoding.pairs(Array(query.utf8))
        urlParameters = parameters
        if method == "POST", self.headers["content-type"]?.hasPrefix("application/x-www-form-urlencoded") ?? false {
            // What is in the body goes first, as in Go's forms.
            parameters = FormEncoding.pairs(body) + parameters
        }
    }

    /// Those of the address alone.
    let urlParameters: [(name: String, value: String)]

    /// Empty where there is none.
    func parameter(_ name: String) -> String { parameters.first { $0.name == name }?.value ?? "" }
    func urlParameter(_ name: String) -> String { urlParameters.first { $0.name == name }?.value ?? "" }
    func all(_ name: String) -> [String] { parameters.filter { $0.name == name }.map(\.value) }
}

public struct LokiResponse: Sendable, Equatable {
    public var status: Int
    public var contentType: String
    public var body: [UInt8]

    init(_ status: Int, contentType: String, _ body: String) {
        self.status = status
        self.contentType = contentType
        self.body = Array(body.utf8)
    }

    static func json(_ body: String) -> LokiResponse {
        LokiResponse(200, contentType: "application/json; charset=UTF-8", body)
    }

    static func text(_ status: Int, _ body: String) -> LokiResponse {
        LokiResponse(status, contentType: "text/plain; charset=utf-8", body)
    }

    static let done = LokiResponse(204, contentType: "", "")
    static let notFound = text(404, "404 page not found\n")
}

/// Names and values as addresses and forms carry them: `a=b+c&d=%7B`.
enum FormEncoding {
    static func pairs(_ bytes: [UInt8]) -> [(name: String, value: String)] {
        bytes.split(separator: UInt8(ascii: "&")).map { part in
            let sides = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return (decoded(sides[0], plusIsSpace: true), sides.count > 1 ? decoded(sides[1], plusIsSpace: true) : "")
        }
    }

    /// A `%` that begins no escape stands for itself.
    static func decoded(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool) -> String {
        var output: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
                let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                output.append(value)
                index += 3
            } else {
                output.append(byte == UInt8(ascii: "+") && plusIsSpace ? 0x20 : byte)
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
