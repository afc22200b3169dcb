/// Memory for what one line makes: values without their escapes, new lines. All of it ends with the next line.
final class Arena {
    private struct State {
        var blocks: [UnsafeMutableBufferPointer<UInt8>] = []
        var block = 0
        var used = 0
    }

    // Behind a pointer, since the state of a class is watched for overlapping access at every touch, which costs more than the work.
    private let state: UnsafeMutablePointer<State>

    init() {
        state = .allocate(capacity: 1)
        state.initialize(to: State())
    }

    deinit {
        for block in state.pointee.blocks { block.deallocate() }
        state.deinitialize(count: 1)
        state.deallocate()
    }

    func reset() {
        state.pointee.block = 0
        state.pointee.used = 0
    }

    /// Room for so many bytes, with no content yet. What was given before stays where it is.
    func room(_ count: Int) -> UnsafeMutableBufferPointer<UInt8> { Self.room(count, &state.pointee) }

    private static func room(_ count: Int, _ state: inout State) -> UnsafeMutableBufferPointer<UInt8> {
        while state.block < state.blocks.count {
            if state.used + count <= state.blocks[state.block].count {
                defer { state.used += count }
                return UnsafeMutableBufferPointer(
                    rebasing: state.blocks[state.block][state.used..<state.used + count])
            }
            state.block += 1
            state.used = 0
        }
        let new = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(count, 16_384))
        state.blocks.append(new)
        state.used = count
        return UnsafeMutableBufferPointer(rebasing: new[..<count])
    }

    func copy(_ bytes: some Collection<UInt8>) -> Bytes {
        let target = room(bytes.count)
        _ = target.initialize(from: bytes)
        return Bytes(target)
    }

    func copy(_ text: String) -> Bytes { copy(text.utf8) }
}
