import Testing

@testable import Proofs

/// Passwords, one-time codes and seals, by the vectors of their standards.
@Suite struct SecretsTests {
    @Test(arguments: [
        (
            "", "", 4, 1, 1,
            "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
        ),
        (
            "password", "NaCl", 10, 8, 16,
            "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
        ),
        (
            "pleaseletmein", "SodiumChloride", 14, 8, 1,
            "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
        ),
    ])
    func `scrypt makes what RFC 7914 says`(
        password: String, salt: String, logN: Int, blocks: Int, lanes: Int, derived: String
    ) {
        let cost = PasswordHash.Cost(logN: logN, blocks: blocks, lanes: lanes)
        let key = PasswordHash.scrypt(Array(password.utf8), salt: Array(salt.utf8), cost: cost, length: 64)
        #expect(Hex.encode(key) == derived)
    }

    @Test func `a password is its own and no other, and two of one password differ by their salts`() {
        let first = PasswordHash(of: "沙坡头的风与沙 2026", salt: [UInt8](repeating: 1, count: 16))
        let second = PasswordHash(of: "沙坡头的风与沙 2026", salt: [UInt8](repeating: 2, count: 16))
        #expect(first.isOf("沙坡头的风与沙 2026") && second.isOf("沙坡头的风与沙 2026"))
        #expect(!first.isOf("沙坡头的风与沙 2025") && !first.isOf(""))
        #expect(first.hash != second.hash && first.cost.isEnough)
        #expect(!PasswordHash.Cost(logN: 14, blocks: 8, lanes: 1).isEnough)
    }

    @Test func `codes are those of RFC 6238 and RFC 4226`() {
        let codes = OneTimeCode(secret: Array("12345678901234567890".utf8))
        let timed = [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ]
        for (seconds, code) in timed { #expect(codes.code(ofStep: seconds / 30, digits: 8) == code) }
        let counted = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
        ]
        #expect((0..<10).map { codes.code(ofStep: $0) } == counted)
    }

    @Test func `a code holds one period to either side, and once`() {
        let codes = OneTimeCode(secret: Array("12345678901234567890".utf8))
        let now = 3_000 * 30 + 12
        for step in 2_999...3_001 { #expect(codes.step(of: codes.code(ofStep: step), at: now, after: 0) == step) }
        #expect(codes.step(of: codes.code(ofStep: 2_998), at: now, after: 0) == nil)
        #expect(codes.step(of: codes.code(ofStep: 3_002), at: now, after: 0) == nil)
        #expect(codes.step(of: codes.code(ofStep: 3_000), at: now, after: 3_000) == nil)
        #expect(codes.step(of: codes.code(ofStep: 3_001), at: now, after: 3_000) == 3_001)
        #expect(codes.step(of: "", at: now, after: 0) == nil)
    }

    @Test func `the secret is written as telephones read it`() {
        #expect(OneTimeCode(secret: Array("foobar".utf8)).text == "MZXW6YTBOI")
        let address = OneTimeCode(secret: Array("foobar".utf8)).address(name: "ma.jun", issuer: "中卫信用")
        #expect(
            address == "otpauth://totp/%E4%B8%AD%E5%8D%AB%E4%BF%A1%E7%94%A8:ma.jun?secret=MZXW6YTBOI"
                + "&issuer=%E4%B8%AD%E5%8D%AB%E4%BF%A1%E7%94%A8&algorithm=SHA1&digits=6&period=30")
    }

    @Test func `recovery codes are known again however they are typed`() {
        let bytes = [UInt8](10..<25)
        let text = RecoveryCode.text(of: bytes)
        #expect(text.count == 29 && RecoveryCode.digest(of: text) == SHA256.digest(of: bytes))
        #expect(RecoveryCode.digest(of: " " + text.uppercased().split(separator: "-").joined()) != nil)
        for wrong in ["", "123456", String(text.dropLast()), text + "0"] {
            #expect(RecoveryCode.digest(of: wrong) == nil)
        }
    }

    @Test func `seals are those of AES-256-GCM`() throws {
        let key = try #require(SealingKey([UInt8](repeating: 0, count: 32)))
        let nonce = [UInt8](repeating: 0, count: 12)
        // Test cases 13 and 14 of McGrew and Viega, "The Galois/Counter Mode of Operation".
        #expect(Hex.encode(Array(key.seal([], for: "", nonce: nonce)[12...])) == "530f8afbc74536b9a963b4f1c4cb738b")
        let sealed = key.seal([UInt8](repeating: 0, count: 16), for: "", nonce: nonce)
        #expect(
            Hex.encode(Array(sealed[12...])) == "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919")
    }

    @Test func `a seal opens for what it was made for, whole, and with its own key only`() throws {
        let key = try #require(SealingKey([UInt8](0..<32)))
        let other = try #require(SealingKey([UInt8](1..<33)))
        let secret = Array("telephone".utf8)
        let sealed = key.seal(secret, for: "account-1", nonce: [UInt8](0..<12))
        #expect(key.open(sealed, for: "account-1") == secret)
        #expect(key.open(sealed, for: "account-2") == nil)
        #expect(other.open(sealed, for: "account-1") == nil)
        for index in sealed.indices {
            var altered = sealed
            altered[index] ^= 1
            #expect(key.open(altered, for: "account-1") == nil)
        }
        #expect(key.open(Array(sealed.prefix(20)), for: "account-1") == nil)
        #expect(SealingKey([UInt8](0..<31)) == nil)
    }

    @Test func `comparing takes every byte`() {
        #expect(ConstantTime.equal([1, 2, 3], [1, 2, 3]) && ConstantTime.equal([], []))
        #expect(!ConstantTime.equal([1, 2, 3], [1, 2, 4]) && !ConstantTime.equal([1, 2], [1, 2, 3]))
    }
}
