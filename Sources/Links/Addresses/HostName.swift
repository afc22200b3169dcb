/// What a host's name tells before anybody is asked.
enum HostName {
    /// Names that are reserved for examples and tests (RFC 2606, RFC 6761): no page of them means anything.
    static func isReserved(_ host: String) -> Bool {
        let parts = host.split(separator: ".")
        guard let last = parts.last else { return false }
        if ["example", "test", "invalid"].contains(last) { return true }
        return parts.count >= 2 && parts[parts.count - 2] == "example" && ["com", "org", "net"].contains(last)
    }

    /// What kind of network a host is in by its name alone, in words; nil where only its resolution tells.
    static func privacy(_ host: String) -> String? {
        if let address = NetworkAddress(host) { return address.privacy }
        let parts = host.split(separator: ".")
        switch parts.last {
        case "localhost": return "this machine"
        // Of multicast DNS, of home networks, and of private ones (RFC 6762, RFC 8375, and ICANN's choice).
        case "local", "internal", "lan": return "a private network"
        case "arpa" where parts.suffix(2).first == "home": return "a private network"
        default: return nil
        }
    }
}
