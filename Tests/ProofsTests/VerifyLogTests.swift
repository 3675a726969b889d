import Foundation
import Proofs
import Testing

/// The verifier in Python was written from docs/log.md alone; what we write, it must read, and what is altered, it must
/// say.
@Suite struct VerifyLogTests {
    static let script: URL? = {
        var place = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        while place.path != "/" {
            let script = place.appendingPathComponent("docs/verify_log.py")
            if FileManager.default.fileExists(atPath: script.path) { return script }
            place = place.deletingLastPathComponent()
        }
        return nil
    }()

    /// A log of 70,000 entries, laid out as files.
    struct Folder {
        let url: URL
        let signer: Signer

        init(size: Int) throws {
            url = FileManager.default.temporaryDirectory.appendingPathComponent("log-\(UUID().uuidString)")
            signer = try Signer(name: "credit.zhongwei.example/log", seed: [UInt8](0..<32))
            var appender = TileAppender()
            var entries: [[UInt8]] = []
            for index in 0..<size {
                let envelope = try LeafEnvelope(
                    instant: "2026-11-22T09:00:00+08:00", eventClass: index % 3 == 0 ? "record" : "decision",
                    commitment: Commitment.digest(salt: Folder.salt(index), body: Folder.body(index)))
                appender.append(envelope.leafHash)
                entries.append(envelope.bytes)
            }
            var tiles = MemoryTiles()
            for tile in appender.takeTiles() {
                tiles.store([tile])
                let path = try #require(TilePath(.hashes(level: tile.level), index: tile.index, width: tile.width))
                try write(tile.hashes, to: path.description)
            }
            for index in 0..<(size + 255) / 256 {
                let part = entries[index * 256..<min(size, index * 256 + 256)]
                let path = try #require(TilePath(.entries, index: index, width: part.count))
                try write(try #require(EntryBundle.encode(part)), to: path.description)
            }
            let note = signer.sign(Checkpoint(origin: signer.verifier.name, size: size, root: appender.root()))
            try write(Array(note.utf8), to: "checkpoint")
            try write(Array((signer.verifier.text + "\n").utf8), to: "key")
            var prover = Prover(tiles: tiles)
            let position = size / 3
            let evidence = Evidence(
                position: position, envelope: try #require(LeafEnvelope(bytes: entries[position])),
                salt: Folder.salt(position), body: Folder.body(position),
                inclusion: try prover.inclusion(of: position, size: size), note: note)
            try write(evidence.json, to: "evidence.json")
            let old = Checkpoint(origin: signer.verifier.name, size: size / 2, root: try prover.root(size: size / 2))
            try write(Array(signer.sign(old).utf8), to: "old")
        }

        static func salt(_ index: Int) -> Salt { Salt(UInt64(index), 42) }
        static func body(_ index: Int) -> [UInt8] { Array(#"{"名称":"乾丰建材\#(index)"}"#.utf8) }

        func write(_ bytes: [UInt8], to path: String) throws {
            let file = url.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }

        /// Flips one bit of a file, runs `body`, and mends the file.
        func altering<Result>(_ path: String, byte: Int, _ body: () throws -> Result) throws -> Result {
            let file = url.appendingPathComponent(path)
            let right = try Data(contentsOf: file)
            var wrong = right
            wrong[byte < 0 ? wrong.count + byte : byte] ^= 1
            try wrong.write(to: file)
            defer { try? right.write(to: file) }
            return try body()
        }

        /// Exit code and what was said on standard error.
        func verify(_ more: [String] = [], python: [String] = ["python3"]) throws -> (Int32, String) {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = python + [try #require(VerifyLogTests.script).path, url.path] + more
            let (errors, output) = (Pipe(), Pipe())
            process.standardError = errors
            process.standardOutput = output
            try process.run()
            let said = errors.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return (process.terminationStatus, String(decoding: said, as: UTF8.self))
        }
    }

    @Test(.enabled(if: script != nil)) func `a verifier that is not ours accepts the log and names what was altered`()
        throws
    {
        let folder = try Folder(size: 66_000)
        defer { try? FileManager.default.removeItem(at: folder.url) }
        let evidence = folder.url.appendingPathComponent("evidence.json").path
        let old = folder.url.appendingPathComponent("old").path
        let (code, said) = try folder.verify(["--evidence", evidence, "--since", old])
        #expect(code == 0, "\(said)")
        let alterations: [(path: String, byte: Int, says: String)] = [
            ("checkpoint", 30, "WRONG"), ("checkpoint", -6, "WRONG"), ("key", -4, "WRONG"),
            ("tile/0/007", 33, "tile 1/0: hash 7 "), ("tile/1/000", 32 * 9, "tile 1/0: hash 9 "),
            ("tile/2/000.p/1", 3, "tile 2/0: hash 0 "), ("tile/0/257.p/208", 0, "root in the checkpoint"),
            ("evidence.json", 12, "evidence.json: body or salt"), ("old", 0, "old: the signature by credit"),
        ]
        for (path, byte, says) in alterations {
            let (code, said) = try folder.altering(path, byte: byte) {
                try folder.verify(["--no-entries", "--evidence", evidence, "--since", old])
            }
            #expect(code == 3 && said.contains(says), "\(path): \(said)")
        }
        let (altered, entrySaid) = try folder.altering("tile/entries/003", byte: 60) { try folder.verify() }
        #expect(altered == 3 && entrySaid.contains("tile 0/3: hash 0"), "\(entrySaid)")
        let another = try Signer(name: "credit.zhongwei.example/log", seed: [UInt8](1..<33)).verifier.text
        // Without any installed package the signature is checked by the script's own Ed25519.
        let bare = ["python3", "-S"]
        #expect(try folder.verify(["--no-entries"], python: bare).0 == 0)
        #expect(
            try folder.altering("checkpoint", byte: -6) { try folder.verify(["--no-entries"], python: bare) }.0 == 3)
        let (foreign, _) = try folder.verify(["--no-entries", "--key", another])
        #expect(foreign == 3)
    }
}
