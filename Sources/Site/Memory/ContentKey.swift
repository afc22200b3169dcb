import CXXHash

/// Names a content, or all that something is made of, by 128 bits (XXH3).
///
/// It tells contents apart that meet by chance, at the speed of reading them. It is no protection against anyone who wants
/// two contents to share a key, so it is used for what this machine itself remembers, and for nothing that is published.
struct ContentKey: Sendable, Hashable {
    let high: UInt64
    let low: UInt64

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    init(of bytes: [UInt8]) {
        self = bytes.withUnsafeBytes { Self(of: $0) }
    }

    init(of bytes: UnsafeRawBufferPointer) {
        let hash = XXH3_128bits(bytes.baseAddress, bytes.count)
        (high, low) = (hash.high64, hash.low64)
    }
}

/// Puts a key together from parts. Each has its length or its kind before it, so that `ab`, `c` and `a`, `bc` differ.
struct KeyBuilder {
    private var bytes = ByteWriter()

    init(_ purpose: StaticString) { bytes.add(purpose.description) }

    mutating func add(_ text: String) { bytes.add(text) }
    mutating func add(_ text: String?) {
        bytes.add(text == nil ? 0 : 1)
        if let text { bytes.add(text) }
    }
    mutating func add(_ number: Int) { bytes.add(UInt64(bitPattern: Int64(number))) }
    mutating func add(_ flag: Bool) { bytes.add(flag ? 1 : 0) }
    mutating func add(_ key: ContentKey) { bytes.add(key) }
    mutating func add(_ content: [UInt8]) { bytes.add(ContentKey(of: content)) }
    mutating func add(_ path: SitePath) { bytes.add(path.text) }

    /// What a template is given, in the order of the names.
    mutating func add(_ context: TemplateContext) {
        add(context.count)
        for name in context.keys.sorted() {
            add(name)
            if let value = context[name] { add(value) }
        }
    }

    private mutating func add(_ value: TemplateValue) {
        switch value {
        case .text(let text):
            bytes.add(2)
            add(text)
        case .html(let html):
            bytes.add(3)
            add(html)
        case .flag(let flag):
            bytes.add(4)
            add(flag)
        case .record(let record):
            bytes.add(5)
            add(record)
        case .list(let records):
            bytes.add(6)
            add(records.count)
            for record in records { add(record) }
        }
    }

    func finish() -> ContentKey { ContentKey(of: bytes.bytes) }
}
