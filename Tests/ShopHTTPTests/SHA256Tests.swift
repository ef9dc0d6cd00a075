import Testing

@testable import ShopHTTP

@Suite("SHA-256 and HMAC")
struct SHA256Tests {
    /// FIPS 180-4 and NIST's examples.
    @Test(
        "the published hashes come out",
        arguments: [
            ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            ("a", 100_000, "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee"),
        ])
    func hashes(text: String, times: Int, hash: String) {
        let bytes = Array(repeating: Array(text.utf8), count: times).flatMap { $0 }
        #expect(SHA256.hexadecimal(SHA256.hash(bytes)) == hash)
    }

    /// RFC 4231, cases 2 and 6.
    @Test("the published authentication codes come out")
    func codes() {
        let short = SHA256.authentication(
            of: Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
        #expect(
            SHA256.hexadecimal(short)
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        let long = SHA256.authentication(
            of: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            key: [UInt8](repeating: 0xAA, count: 131))
        #expect(
            SHA256.hexadecimal(long)
                == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    }
}
