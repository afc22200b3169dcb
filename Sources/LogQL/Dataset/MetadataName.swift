/// Names of structured metadata as Loki shows them when it reads them back.
enum MetadataName {
    /// `http.method` becomes `http_method`, `1st` `key_1st`; of several characters in a row that can't stand in a name one `_` is left.
    static func normalized(_ name: String) -> String {
        var inside = Array(name.unicodeScalars)[...]
        let isReserved = name.utf8.count >= 4 && name.hasPrefix("__") && name.hasSuffix("__")
        if isReserved { inside = inside.dropFirst(2).dropLast(2) }
        var output = isReserved ? "__" : ""
        var isGap = false
        for scalar in inside {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9":
                output.unicodeScalars.append(scalar)
                isGap = false
            default:
                if !isGap { output += "_" }
                isGap = true
            }
        }
        if isReserved { output += "__" }
        if let first = output.utf8.first, first.isDigit { output = "key_" + output }
        return output
    }
}
