/// The form of `mailto:` (RFC 6068): nobody is written to.
enum MailAddress {
    /// What is wrong with an address, in words; nil where nothing is.
    static func fault(in address: String) -> String? {
        let rest = address.dropFirst("mailto:".count)
        let recipients = rest.prefix { $0 != "?" }
        // Without a recipient the reader chooses one.
        if recipients.isEmpty { return rest.contains("?") ? nil : "it names nobody" }
        for recipient in recipients.split(separator: ",", omittingEmptySubsequences: false) {
            if let fault = fault(inRecipient: recipient) { return "`\(recipient)` \(fault)" }
        }
        return nil
    }

    private static func fault(inRecipient recipient: Substring) -> String? {
        guard let at = recipient.lastIndex(of: "@") else { return "has no `@`" }
        let name = recipient[..<at]
        let host = recipient[at...].dropFirst()
        if name.isEmpty { return "has nothing before the `@`" }
        if name.utf8.count > 64 { return "has more than 64 bytes before the `@`" }
        if name.contains(where: { $0.isWhitespace || $0 == "@" || $0 == "<" || $0 == ">" }) {
            return "has a character before the `@` that may not stand there"
        }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let isHost =
            labels.count > 1
            && labels.allSatisfy { label in
                !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
                    && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
            }
        return isHost ? nil : "has no host's name behind the `@`"
    }
}
