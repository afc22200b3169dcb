/// Memory for what one line makes: values without their escapes, new lines. All of it ends with the next line.
final class Arena {
    private var blocks: [UnsafeMutableBufferPointer<UInt8>] = []
    private var block = 0
    private var used = 0

    deinit { for block in blocks { block.deallocate() } }

    func reset() {
        block = 0
        used = 0
    }

    /// Room for so many bytes, with no content yet. What was given before stays where it is.
    func room(_ count: Int) -> UnsafeMutableBufferPointer<UInt8> {
        while block < blocks.count {
            if used + count <= blocks[block].count {
                defer { used += count }
                return UnsafeMutableBufferPointer(rebasing: blocks[block][used..<used + count])
            }
            block += 1
            used = 0
        }
        let new = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(count, 16_384))
        blocks.append(new)
        used = count
        return UnsafeMutableBufferPointer(rebasing: new[..<count])
    }

    func copy(_ bytes: some Collection<UInt8>) -> Bytes {
        let target = room(bytes.count)
        _ = target.initialize(from: bytes)
        return Bytes(target)
    }

    func copy(_ text: String) -> Bytes { copy(text.utf8) }
}
