/// A short name for a content, so that browsers may keep a file for ever: another content has another name.
///
/// FNV-1a with 64 bits (Fowler, Noll and Vo): enough to tell versions of one file apart, and no protection against
/// anyone who wants two contents to share a name.
enum Fingerprint {
    /// Ten hexadecimal digits of the hash.
    static func of(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes {
            hash ^= UInt64(byte)
            hash &*= 0x0000_0100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        return String((String(repeating: "0", count: 16 - digits.count) + digits).prefix(10))
    }
}
