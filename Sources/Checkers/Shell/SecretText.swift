/// Tells a password that is written out from a placeholder or a variable.
enum SecretText {
    /// Where a literal password stands in `name:password`.
    static func password(in login: [ShellByte]) -> Range<Int>? {
        guard let colon = login.firstIndex(where: { $0.value == UInt8(ascii: ":") }) else { return nil }
        let password = Array(login[(colon + 1)...])
        return isLiteral(password) ? password.sourceRange : nil
    }

    static func isLiteral(_ value: [ShellByte]) -> Bool {
        guard !value.isEmpty, !value.hasExpansion else { return false }
        let text = value.text
        // A path names the file that holds it.
        if text.contains("/") || text.contains("<") || text.contains("{{") || text.contains("$") { return false }
        if text.contains("...") || text.contains("…") || text.contains("***") { return false }
        let letters = Set(text.lowercased())
        if letters.count == 1, let only = letters.first, "x*-_.".contains(only) { return false }
        // `YOUR_PASSWORD`, `PASSWORD`
        let isCapital = text.utf8.allSatisfy {
            $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || (65...90).contains($0)
        }
        if isCapital { return false }
        let lower = text.lowercased()
        return !lower.hasPrefix("your") && !lower.hasPrefix("my-") && !["true", "false", "yes", "no"].contains(lower)
    }

    /// Whether a variable or option of this name holds a password.
    static func isSecretName(_ name: String) -> Bool {
        let name = name.uppercased().replacing("-", with: "_")
        return name == "MYSQL_PWD" || name.hasSuffix("PASSWORD") || name.hasSuffix("PASSWD")
            || name.hasSuffix("_SECRET_KEY") || name.hasSuffix("SECRET_ACCESS_KEY") || name.hasSuffix("_API_KEY")
    }
}
