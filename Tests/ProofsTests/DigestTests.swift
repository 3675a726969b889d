import Proofs
import Testing

@Suite struct DigestTests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `SHA-256 gives the digests of FIPS 180`(text: String, hex: String) {
        #expect(SHA256.digest(of: text).hex == hex)
        var hash = SHA256()
        for byte in text.utf8 { hash.update([byte]) }
        #expect(hash.digest() == Digest(hex: hex))
    }

    @Test func `a digest in the middle does not end the hash`() {
        var hash = SHA256()
        hash.update("ab")
        _ = hash.digest()
        hash.update("c")
        #expect(hash.digest() == SHA256.digest(of: "abc"))
    }

    @Test(arguments: [
        // RFC 4231, cases 1, 2, 3 and 6.
        (
            [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        (
            [UInt8](repeating: 0xAA, count: 131),
            Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ])
    func `HMAC gives the digests of RFC 4231`(key: [UInt8], message: [UInt8], hex: String) {
        #expect(HMAC.sha256(key: key, message).hex == hex)
    }

    @Test func `base64 and base32 read back what they wrote, and nothing else`() {
        var random = Seeded(state: 1)
        for count in 0..<70 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(Base64.decode(Base64.encode(bytes)) == bytes)
            #expect(Base32.decode(Base32.encode(bytes)) == bytes)
            #expect(Hex.decode(Hex.encode(bytes)) == bytes)
        }
        #expect(Base64.encode(Array("foobar".utf8)) == "Zm9vYmFy")
        #expect(Base64.encode(Array("foob".utf8)) == "Zm9vYg==")
        for text in ["Zm9vYg=", "Zm9vYh==", "Zm 9vYg==", "Zm9v=g==", "====", "Zg==Zg==", "Zm9vYm-y", "Zm9vYmF="] {
            #expect(Base64.decode(text) == nil, "\(text)")
        }
        for text in ["0l", "i0", "A0", "01", "000"] where text != "00" {
            #expect(Base32.decode(text) == nil, "\(text)")
        }
    }

    @Test func `base32 sorts as its bytes do`() {
        var random = Seeded(state: 2)
        let all = (0..<500).map { _ in (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) } }
        let byBytes = all.sorted { $0.lexicographicallyPrecedes($1) }
        #expect(byBytes.map { Base32.encode($0) } == all.map { Base32.encode($0) }.sorted())
        #expect(Base32.encode(all[0]).utf8.count == 26)
    }

    @Test func `a commitment is the digest of salt and body, and a field has a key of its own`() throws {
        let salt = try #require(Salt([UInt8](0..<16)))
        let body = Array(#"{"a":1}"#.utf8)
        #expect(Commitment.digest(salt: salt, body: body) == SHA256.digest(of: [UInt8](0..<16) + body))
        let key = HMAC.sha256(key: [UInt8](0..<16), Array("phone".utf8))
        let field = Commitment.digest(salt: salt, field: "phone", value: [1, 2, 3])
        #expect(field == HMAC.sha256(key: key.bytes, [1, 2, 3]))
        #expect(Salt([1, 2, 3]) == nil)
    }

    @Test func `an envelope has fixed bytes and reads them back`() throws {
        let commitment = SHA256.digest(of: "abc")
        let envelope = try LeafEnvelope(
            instant: "2026-11-22T09:00:00+08:00", eventClass: "record", commitment: commitment)
        let text =
            #"{"algorithm":"sha-256","class":"record","commitment":"\#(commitment.base64)","#
            + #""instant":"2026-11-22T09:00:00+08:00","version":1}"#
        #expect(String(decoding: envelope.bytes, as: UTF8.self) == text)
        #expect(LeafEnvelope(bytes: envelope.bytes) == envelope)
        #expect(envelope.leafHash == SHA256.digest(of: [0] + envelope.bytes))
        for index in envelope.bytes.indices {
            var bytes = envelope.bytes
            bytes[index] ^= 1
            let read = LeafEnvelope(bytes: bytes)
            #expect(read != envelope)
            #expect(read == nil || read?.bytes == bytes)
        }
        #expect(LeafEnvelope(bytes: envelope.bytes + [0x20]) == nil)
        for bad in ["", "re\"cord", "re cord", "a\\b", "记录", String(repeating: "x", count: 65)] {
            #expect(throws: ProofProblem.badEnvelope(bad)) {
                try LeafEnvelope(instant: "2026", eventClass: bad, commitment: commitment)
            }
        }
    }
}
