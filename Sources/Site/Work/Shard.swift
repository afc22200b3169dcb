import Glibc

/// A part of the work: of `count` machines, this one does that of number `index`.
///
/// Which part a piece of work belongs to depends on its name alone, so that another piece moves nothing.
public struct Shard: Sendable, Hashable {
    /// From 1.
    public let index: Int
    public let count: Int

    /// Reads `2/5`; nil where that is no part.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let index = parts[0], let count = parts[1], count > 0, (1...count).contains(index)
        else { return nil }
        self.index = index
        self.count = count
    }

    /// The part that a Kubernetes Indexed Job gives this pod: `JOB_COMPLETION_INDEX` counts from 0.
    /// - Parameter count: how many pods the Job has.
    public init?(ofJobWith count: Int, environment: (String) -> String? = Self.variable) {
        guard let text = environment("JOB_COMPLETION_INDEX"), let index = Int(text), count > 0,
            (0..<count).contains(index)
        else { return nil }
        self.index = index + 1
        self.count = count
    }

    /// A variable of the process's environment.
    public static let variable: @Sendable (String) -> String? = { name in getenv(name).map { String(cString: $0) } }

    /// Whether the work of this name is this machine's.
    public func contains(_ name: String) -> Bool {
        // FNV-1a with 64 bits spreads short names well, and is the same on each machine.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        // The low bits of FNV follow the last byte too closely for small counts.
        hash ^= hash >> 32
        return Int(hash % UInt64(count)) == index - 1
    }
}
