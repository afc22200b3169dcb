import CMark
import Glibc

/// The memory that cmark-gfm builds a tree in: bytes are handed out one after the other, and all of them are given back at
/// once when the tree was read.
///
/// A tree is made of thousands of small pieces that live as long as the tree. The system's allocator looks for a place
/// for each of them, and takes each of them back; that cost as much as parsing. Each thread has memory of its own, since
/// a text is parsed by one thread from beginning to end.
struct ParserMemory {
    /// Pieces begin at multiples of this; the size of each stands before it.
    private static let alignment = 16
    private static let smallest = 1 << 18
    /// What a thread keeps between two parses.
    private static let mostKept = 1 << 24

    private var block: UnsafeMutableRawPointer?
    private var size = 0
    private var used = 0
    /// Where the last piece begins, which alone can grow in its place.
    private var last: UnsafeMutableRawPointer?
    /// Blocks that are full.
    private var full: [UnsafeMutableRawPointer] = []

    /// Hands out memory while a text is parsed and its tree is read. cmark-gfm may be called from inside, but not to parse
    /// another text by the same allocator.
    static func use(_ body: (UnsafeMutablePointer<cmark_mem>) -> Void) {
        let memory = ofThread()
        body(allocator)
        memory.pointee.giveBack()
    }

    // MARK: - Pieces

    private mutating func piece(_ count: Int) -> UnsafeMutableRawPointer {
        let room = (count + 2 * Self.alignment - 1) & ~(Self.alignment - 1)
        if size - used < room { addBlock(room) }
        // Without memory cmark-gfm ends the program as well: it can't tell of it.
        guard let block else { abort() }
        let piece = block + used + Self.alignment
        piece.storeBytes(of: count, toByteOffset: -Self.alignment, as: Int.self)
        used += room
        last = piece
        return piece
    }

    private mutating func addBlock(_ room: Int) {
        if let block { full.append(block) }
        size = max(room, size * 2, Self.smallest)
        used = 0
        block = malloc(size)
    }

    private mutating func grow(_ piece: UnsafeMutableRawPointer, to count: Int) -> UnsafeMutableRawPointer {
        let before = piece.load(fromByteOffset: -Self.alignment, as: Int.self)
        if count <= before { return piece }
        if piece == last, let block {
            let room = (count + Self.alignment - 1) & ~(Self.alignment - 1)
            let start = piece - block
            if start + room <= size {
                piece.storeBytes(of: count, toByteOffset: -Self.alignment, as: Int.self)
                used = start + room
                return piece
            }
        }
        let larger = self.piece(count)
        larger.copyMemory(from: piece, byteCount: before)
        return larger
    }

    private mutating func giveBack() {
        for block in full { free(block) }
        full.removeAll(keepingCapacity: true)
        used = 0
        last = nil
        if size > Self.mostKept {
            free(block)
            block = nil
            size = 0
        }
    }

    // MARK: - What cmark-gfm calls

    // Written once, and only read afterwards.
    private nonisolated(unsafe) static let allocator: UnsafeMutablePointer<cmark_mem> = {
        let allocator = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
        allocator.initialize(
            to: cmark_mem(
                calloc: { count, size in
                    let piece = ParserMemory.ofThread().pointee.piece(count * size)
                    memset(piece, 0, count * size)
                    return piece
                },
                realloc: { piece, size in
                    let memory = ParserMemory.ofThread()
                    guard let piece else { return memory.pointee.piece(size) }
                    return memory.pointee.grow(piece, to: size)
                },
                free: { _ in }))
        return allocator
    }()

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key) { memory in
            guard let memory = memory?.assumingMemoryBound(to: ParserMemory.self) else { return }
            memory.pointee.giveBack()
            free(memory.pointee.block)
            memory.deinitialize(count: 1)
            memory.deallocate()
        }
        return key
    }()

    private static func ofThread() -> UnsafeMutablePointer<ParserMemory> {
        if let known = pthread_getspecific(key) { return known.assumingMemoryBound(to: ParserMemory.self) }
        let memory = UnsafeMutablePointer<ParserMemory>.allocate(capacity: 1)
        memory.initialize(to: ParserMemory())
        pthread_setspecific(key, memory)
        return memory
    }
}
