import Synchronization

/// What a running program has printed so far, within a limit, and why it was ended where it was.
final class ProcessOutput: Sendable {
    enum Stream: Sendable { case output, errors }

    /// What stays when more is printed than the limit.
    enum Keeping: Sendable {
        /// The first bytes; the program is to be ended.
        case first
        /// The last bytes, of both streams in one; the program goes on.
        case last
    }

    private struct State {
        var output: [UInt8] = []
        var errors: [UInt8] = []
        var end: ProcessOutcome.End?
    }

    private let limit: Int
    private let keeping: Keeping
    private let state = Mutex(State())

    /// - Parameter limit: in bytes, of each stream.
    init(limit: Int, keeping: Keeping = .first) {
        self.limit = max(0, limit)
        self.keeping = keeping
    }

    /// Takes bytes in.
    ///
    /// - Returns: false where that was more than the limit allows.
    func append(_ bytes: [UInt8], to stream: Stream) -> Bool {
        state.withLock { state in
            switch (keeping, stream) {
            case (.first, .output): return Self.fill(&state.output, with: bytes, limit: limit)
            case (.first, .errors): return Self.fill(&state.errors, with: bytes, limit: limit)
            case (.last, _):
                state.output += bytes.suffix(limit)
                // Twice the limit before cutting: else each small line would move all bytes.
                if state.output.count > 2 * limit { state.output.removeFirst(state.output.count - limit) }
                return true
            }
        }
    }

    private static func fill(_ kept: inout [UInt8], with bytes: [UInt8], limit: Int) -> Bool {
        let room = limit - kept.count
        kept += bytes.prefix(room)
        return bytes.count <= room
    }

    /// Says why the program is ended from outside. The first reason stays.
    func end(_ reason: ProcessOutcome.End) {
        state.withLock { state in
            if state.end == nil { state.end = reason }
        }
    }

    /// The last bytes that were printed.
    var tail: [UInt8] { state.withLock { Array($0.output.suffix(limit)) } }

    /// - Parameter status: how it ended by itself, unless it was ended.
    func outcome(_ status: ProcessOutcome.End) -> ProcessOutcome {
        state.withLock { ProcessOutcome(end: $0.end ?? status, output: $0.output, errors: $0.errors) }
    }
}
