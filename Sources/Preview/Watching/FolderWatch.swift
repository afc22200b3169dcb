import Dispatch
import Glibc
import Synchronization

/// Tells of files that change in some folders of a project, by the kernel's inotify.
///
/// Editors save in many ways: they write in place, or beside and rename, leave backups and lock files, or save a dozen
/// files at once. So what is told is only that something became of a path, once for each burst, and whoever hears of it
/// looks what is there now.
public final class FolderWatch: Sendable {
    /// What became of the folders in one burst.
    public struct Changes: Sendable, Equatable {
        /// Paths of files below the root.
        public var paths: Set<String> = []
        /// Whether folders came or went, or the kernel lost count: anything may have changed.
        public var isUnbounded = false

        var isEmpty: Bool { paths.isEmpty && !isUnbounded }
    }

    /// Why there is no watching.
    public struct Unavailable: Error, Sendable {
        public let reason: String
    }

    private struct State {
        /// The folder of each watch, as a path below the root.
        var folders: [Int32: String] = [:]
        var watches: [String: Int32] = [:]
        /// Folders of which all is watched.
        var roots: Set<String> = []
        var pending = Changes()
        /// When the first of the pending changes came.
        var since: DispatchTime?
        var refused: String?
    }

    /// A burst is over when nothing came for so long; one that does not end is told of all the same.
    static let quietTime = DispatchTimeInterval.milliseconds(12)
    private static let longestBurst: UInt64 = 100_000_000

    private let root: String
    private let descriptor: Int32
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "galley.watch")
    // Sources of Dispatch may be used from any thread; their types do not say so.
    private nonisolated(unsafe) let source: any DispatchSourceRead
    private nonisolated(unsafe) let timer: any DispatchSourceTimer
    private let stream: AsyncStream<Changes>
    private let continuation: AsyncStream<Changes>.Continuation

    private static let events = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB
    )

    /// - Parameter root: the project's folder, as an absolute path.
    public init(root: String) throws(Unavailable) {
        let descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        guard descriptor >= 0 else { throw Unavailable(reason: String(cString: strerror(errno))) }
        self.root = root
        self.descriptor = descriptor
        (stream, continuation) = AsyncStream.makeStream()
        source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        timer = DispatchSource.makeTimerSource(queue: queue)
        source.setEventHandler { [weak self] in self?.read() }
        source.setCancelHandler { close(descriptor) }
        timer.setEventHandler { [weak self] in self?.tell() }
        timer.activate()
        source.activate()
    }

    deinit {
        timer.cancel()
        source.cancel()
        continuation.finish()
    }

    /// What happens from now on, burst by burst. There is one listener.
    public var changes: AsyncStream<Changes> { stream }

    /// Watches folders besides those that are watched already.
    /// - Parameters:
    ///   - folders: watched with all that is below them.
    ///   - parents: watched alone.
    /// - Returns: why some folder can't be watched.
    @discardableResult
    public func watch(folders: some Sequence<String>, parents: some Sequence<String>) -> String? {
        state.withLock { state in
            state.refused = nil
            for folder in parents { add(folder, to: &state) }
            for folder in folders where state.roots.insert(folder).inserted { addAll(folder, to: &state) }
            return state.refused
        }
    }

    private func add(_ folder: String, to state: inout State) {
        guard state.watches[folder] == nil else { return }
        let watch = inotify_add_watch(
            descriptor, folder.isEmpty ? root : "\(root)/\(folder)", Self.events | UInt32(IN_ONLYDIR))
        guard watch >= 0 else {
            // What is not there now is told of by the folder above it when it comes.
            if errno == ENOSPC { state.refused = "the system watches no more folders (fs.inotify.max_user_watches)" }
            return
        }
        state.folders[watch] = folder
        state.watches[folder] = watch
    }

    private func addAll(_ folder: String, to state: inout State) {
        add(folder, to: &state)
        guard let stream = opendir("\(root)/\(folder)") else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            guard entry.pointee.d_type == DT_DIR || entry.pointee.d_type == DT_UNKNOWN else { continue }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != "..", name != ".git" { addAll("\(folder)/\(name)", to: &state) }
        }
    }

    // MARK: - What the kernel tells

    private func read() {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count > 0 else { break }
            state.withLock { state in take(buffer[..<count], into: &state) }
        }
        let delay = state.withLock { state -> DispatchTime? in
            guard !state.pending.isEmpty else { return nil }
            let now = DispatchTime.now()
            let since = state.since ?? now
            state.since = since
            return min(
                now + Self.quietTime, DispatchTime(uptimeNanoseconds: since.uptimeNanoseconds + Self.longestBurst))
        }
        if let delay { timer.schedule(deadline: delay) }
    }

    private func take(_ bytes: ArraySlice<UInt8>, into state: inout State) {
        bytes.withUnsafeBytes { bytes in
            var offset = 0
            let head = MemoryLayout<inotify_event>.size
            while offset + head <= bytes.count {
                let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                let name = bytes[(offset + head)..<min(offset + head + Int(event.len), bytes.count)].prefix { $0 != 0 }
                offset += head + Int(event.len)
                note(event, String(decoding: name, as: UTF8.self), &state)
            }
        }
    }

    private func note(_ event: inotify_event, _ name: String, _ state: inout State) {
        let kinds = event.mask
        func has(_ kind: Int32) -> Bool { kinds & UInt32(bitPattern: kind) != 0 }
        if has(Int32(IN_Q_OVERFLOW)) {
            state.pending.isUnbounded = true
            return
        }
        guard let folder = state.folders[event.wd] else { return }
        if has(Int32(IN_IGNORED)) || has(Int32(IN_DELETE_SELF)) || has(Int32(IN_MOVE_SELF)) {
            forget(folder, &state)
            state.pending.isUnbounded = true
            return
        }
        guard !name.isEmpty else { return }
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        guard has(Int32(IN_ISDIR)) else {
            // A file that was only created is still being written; the end of that is told too.
            state.pending.paths.insert(path)
            return
        }
        let isWatched = state.roots.contains { path == $0 || path.hasPrefix($0 + "/") }
        guard isWatched else { return }
        if has(Int32(IN_DELETE)) || has(Int32(IN_MOVED_FROM)) { forget(path, &state) }
        if has(Int32(IN_CREATE)) || has(Int32(IN_MOVED_TO)) { addAll(path, to: &state) }
        if !has(Int32(IN_ATTRIB)) { state.pending.isUnbounded = true }
    }

    /// Ends the watches of a folder that is gone, and of those below it.
    private func forget(_ folder: String, _ state: inout State) {
        for (path, watch) in state.watches where path == folder || path.hasPrefix(folder + "/") {
            inotify_rm_watch(descriptor, watch)
            state.watches[path] = nil
            state.folders[watch] = nil
        }
        // One that comes back is looked for anew.
        state.roots.remove(folder)
    }

    private func tell() {
        let changes = state.withLock { state -> Changes in
            defer {
                state.pending = Changes()
                state.since = nil
            }
            return state.pending
        }
        if !changes.isEmpty { continuation.yield(changes) }
    }
}
