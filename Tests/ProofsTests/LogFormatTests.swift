import Foundation
import Proofs
import Testing

@Suite struct LogFormatTests {
    @Test(
        arguments: [
            ("tile/0/000", 0, 0, 256), ("tile/0/x001/x234/067", 0, 1_234_067, 256), ("tile/1/001.p/7", 1, 1, 7),
            ("tile/entries/x001/000", nil, 1_000, 256), ("tile/entries/255.p/255", nil, 255, 255),
            ("tile/63/999", 63, 999, 256),
        ] as [(String, Int?, Int, Int)])
    func `tile paths are read and written`(text: String, level: Int?, index: Int, width: Int) throws {
        let path = try TilePath(text)
        #expect(path.content == level.map { .hashes(level: $0) } ?? .entries)
        #expect(path.index == index && path.width == width)
        #expect(path.description == text)
    }

    @Test(arguments: [
        "", "tile", "tile/0", "tile/0/0", "tile/0/0000", "tile/0/x000/001", "tile/0/001/002", "tile/0/x001",
        "tile/00/001", "tile/64/001", "tile/-1/001", "tile/0/001.p/0", "tile/0/001.p/256", "tile/0/001.p/01",
        "tile/0/001.p", "tile/0/001.p/", "tile/x/001", "tile/0/x001/x234/067/", "/tile/0/001", "tile/0/٠٠١",
        "tile/0/x999/x999/x999/x999/x999/x999/x999/999", "tile/0/+01", "tile/0/x000/x001/234",
    ])
    func `what is no tile path is refused`(text: String) {
        #expect(throws: ProofProblem.badTilePath(text)) { try TilePath(text) }
    }

    @Test func `an entry bundle gives its entries back`() {
        let entries = [[], [1], [UInt8](repeating: 7, count: 300)]
        let bundle = EntryBundle.encode(entries)
        #expect(bundle?[..<5] == [0, 0, 0, 1, 1])
        #expect(bundle?[5..<7] == [1, 44])
        #expect(EntryBundle.decode(bundle!) == entries)
        #expect(EntryBundle.decode(Array(bundle!.dropLast())) == nil)
        #expect(EntryBundle.decode([0]) == nil)
        #expect(EntryBundle.encode([[UInt8](repeating: 0, count: 65_536)]) == nil)
        #expect(EntryBundle.decode([UInt8](repeating: 0, count: 2 * 257)) == nil)
    }

    /// RFC 8032 7.1, the first three tests.
    @Test(arguments: [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ])
    func `Ed25519 gives the signatures of RFC 8032`(seed: String, key: String, message: String, signature: String)
        throws
    {
        let signer = try Signer(name: "x", seed: Hex.decode(seed)!)
        #expect(Hex.encode(signer.verifier.publicKey) == key)
        #expect(Hex.encode(signer.signature(over: Hex.decode(message)!)) == signature)
        #expect(signer.verifier.isValid(Hex.decode(signature)!, over: Hex.decode(message)!))
        #expect(!signer.verifier.isValid(Hex.decode(signature)!, over: [1]))
        #expect(!signer.verifier.isValid([], over: []))
    }

    /// The note and keys that the Go package golang.org/x/mod/sumdb/note documents as its example.
    @Test func `a note of another implementation is read and made again`() throws {
        let key = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
        let signer = try #require(Signer(key))
        #expect(signer.secretText == key)
        #expect(signer.verifier.text == "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
        #expect(try Verifier(signer.verifier.text) == signer.verifier)
        let text =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
        let line =
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
        let note = try SignedNote(text + "\n" + line)
        #expect(note.text == text)
        #expect(signer.verifier.isValid(note.signatures[0].bytes, over: Array(text.utf8)))
        #expect(note.signatures[0].bytes == signer.signature(over: Array(text.utf8)))
        #expect(note.encoded == text + "\n" + line)
    }

    @Test func `a checkpoint is signed and read back, and any changed byte is refused`() throws {
        let signer = try Signer(name: "credit.zhongwei.example/log", seed: [UInt8](0..<32))
        let checkpoint = Checkpoint(origin: "credit.zhongwei.example/log", size: 12_345, root: SHA256.digest(of: "x"))
        let note = signer.sign(checkpoint)
        #expect(note.hasPrefix("credit.zhongwei.example/log\n12345\n\(checkpoint.root.base64)\n\n— credit"))
        #expect(try signer.verifier.checkpoint(in: note) == checkpoint)
        let bytes = Array(note.utf8)
        for index in bytes.indices {
            var altered = bytes
            altered[index] ^= 1
            let read = try? signer.verifier.checkpoint(in: String(decoding: altered, as: UTF8.self))
            #expect(read == nil, "byte \(index)")
        }
        let other = try Signer(name: "credit.zhongwei.example/log", seed: [UInt8](1..<33))
        #expect(throws: ProofProblem.badSignature(name: "credit.zhongwei.example/log")) {
            try other.verifier.checkpoint(in: note)
        }
        // A second signature by somebody else does not disturb, a wrong one under our name does.
        let witnessed = try SignedNote(note)
        let strange = SignedNote.Signature(name: "witness.example", keyID: 1, bytes: [1, 2, 3])
        let wrong = SignedNote.Signature(
            name: signer.verifier.name, keyID: signer.verifier.keyID, bytes: [UInt8](repeating: 0, count: 64))
        let first = witnessed.signatures[0]
        let two = SignedNote(text: witnessed.text, signatures: [strange, first]).encoded
        #expect(try signer.verifier.checkpoint(in: two) == checkpoint)
        let three = SignedNote(text: witnessed.text, signatures: [first, wrong]).encoded
        #expect(throws: ProofProblem.self) { try signer.verifier.checkpoint(in: three) }
    }

    @Test(arguments: [
        "a\n1\n", "a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "a\n-1\nx\n", "\n1\nx\n", "a\n1\nx\n",
    ])
    func `what is no checkpoint is refused`(text: String) {
        #expect(throws: ProofProblem.self) { try Checkpoint(text: text) }
    }

    @Test(arguments: ["", "a b", "a+b", "a\nb", "a\u{3000}b"])
    func `a name that cannot stand in a note is refused`(name: String) {
        #expect(throws: ProofProblem.badKeyName(name)) { try Signer(name: name, seed: [UInt8](0..<32)) }
    }

    @Test func `the key file is made once, kept to its owner, and refused when open or altered`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("key-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("log.key").path
        let file = KeyFile(path: path)
        #expect(try file.read() == nil)
        let signer = try file.readOrMake(name: "a.example/log") { [UInt8](0..<32) }
        let again = try file.readOrMake(name: "a.example/log") { [UInt8](1..<33) }
        #expect(again.verifier == signer.verifier)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["log.key"])
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        #expect(throws: ProofProblem.keyOpenToOthers(path: path, mode: 0o640)) { try file.read() }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        try SmallFile.replace(path, with: "PRIVATE+KEY+a.example/log+00000000+AAAA\n", mode: 0o600)
        #expect(throws: ProofProblem.badPrivateKey(path: path)) { try file.read() }
        #expect(throws: ProofProblem.self) { try SmallFile.replace("/nonexistent/x", with: "") }
    }

    @Test func `evidence convinces a stranger, and an altered one does not`() throws {
        let signer = try Signer(name: "a.example/log", seed: [UInt8](0..<32))
        let salt = Salt(1, 2)
        let body = Array(#"{"name":"乾丰建材","note":"a\"b\\c\n"}"#.utf8)
        let envelope = try LeafEnvelope(
            instant: "2026-11-22T09:00:00+08:00", eventClass: "record",
            commitment: Commitment.digest(salt: salt, body: body))
        var appender = TileAppender()
        appender.append(TreeTests.leaves(400))
        appender.append(envelope.leafHash)
        appender.append(TreeTests.leaves(17))
        var tiles = MemoryTiles()
        tiles.store(appender.takeTiles())
        var prover = Prover(tiles: tiles)
        let note = signer.sign(Checkpoint(origin: "a.example/log", size: 418, root: appender.root()))
        func evidence(position: Int = 400, body: [UInt8] = body, salt: Salt = salt) throws -> Evidence {
            Evidence(
                position: position, envelope: envelope, salt: salt, body: body,
                inclusion: try prover.inclusion(of: 400, size: 418), note: note)
        }
        try evidence().check(by: signer.verifier)
        #expect(throws: ProofProblem.commitmentDiffers(position: 400)) {
            try evidence(body: body + [0x20]).check(by: signer.verifier)
        }
        #expect(throws: ProofProblem.commitmentDiffers(position: 400)) {
            try evidence(salt: Salt(1, 3)).check(by: signer.verifier)
        }
        #expect(throws: ProofProblem.notIncluded(position: 401, size: 418)) {
            try evidence(position: 401).check(by: signer.verifier)
        }
        let json = try JSONSerialization.jsonObject(with: Data(try evidence().json)) as? [String: Any]
        #expect(json?["body"] as? String == String(decoding: body, as: UTF8.self))
        #expect(json?["checkpoint"] as? String == note)
        #expect((json?["inclusion"] as? [String])?.count == 8)
    }
}
