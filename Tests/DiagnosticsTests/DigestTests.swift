import Diagnostics
import Testing

/// SHA-256 against the examples of FIPS 180-4 and of RFC 6234.
@Suite struct DigestTests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "01234567", count: 80),
            "594847328451bdfa85056225462cc1d867d877fb388df0ce35f25ab5562bfbb5"
        ),
    ])
    func examples(text: String, digest: String) {
        #expect(Digest.of(text.utf8) == digest)
    }

    /// Blocks have 64 bytes and end with 8 that count: lengths around their edges, cut in two at each place.
    @Test(arguments: [1, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 129])
    func cutsChangeNothing(length: Int) {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        let whole = Digest.of(bytes)
        for cut in 0...length {
            var digest = Digest()
            digest.add(bytes[..<cut])
            digest.add(bytes[cut...].lazy.map { $0 })
            #expect(digest.finish() == whole)
        }
    }

    /// By `sha256sum` of coreutils 9.1.
    @Test(arguments: [
        (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
        (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
        (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
        (119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"),
        (120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"),
    ])
    func edgesOfBlocks(length: Int, digest: String) {
        #expect(Digest.of([UInt8](repeating: UInt8(ascii: "a"), count: length)) == digest)
    }

    @Test func partsAreToldApart() {
        var first = Digest()
        first.add(part: "ab")
        first.add(part: "c")
        var second = Digest()
        second.add(part: "a")
        second.add(part: "bc")
        #expect(first.finish() != second.finish())
    }
}
