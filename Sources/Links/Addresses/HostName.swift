/// What a host's name tells before anybody is asked.
enum HostName {
    /// Whether a name, or an address in the place of one, can be asked for at all (RFC 1035, section 2.3.4). What ends in a number
    /// is read as an address of IPv4, or not at all.
    static func isSound(_ host: String) -> Bool {
        if host.hasPrefix("[") || NetworkAddress(host) != nil { return true }
        let labels = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return host.utf8.count <= 253 && labels.allSatisfy { 1...63 ~= $0.count }
            && labels.last?.allSatisfy { $0 &- UInt8(ascii: "0") < 10 } == false
    }

    /// How addresses that were read name a host that the settings name, with or without a port: in Punycode.
    static func ascii(_ written: String) -> String {
        let name = written.prefix { $0 != ":" }
        guard name.utf8.contains(where: { $0 >= 0x80 }), let address = try? WebAddress("https://\(name)/") else {
            return written.lowercased()
        }
        return address.host + written.dropFirst(name.count)
    }

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
