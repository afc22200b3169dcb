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
