import Proofs
import Testing

@testable import Portal

@Suite struct LogTests {
    @Test func `tiles, bundles, checkpoint and key have the addresses and types of tlog-tiles`() async throws {
        try await LivePortal.run { portal in
            let checkpoint = try await portal.get("/log/checkpoint")
            #expect(checkpoint.status == 200 && checkpoint["content-type"] == "text/plain; charset=utf-8")
            #expect(
                checkpoint["cache-control"] == "no-cache" && checkpoint.text.hasPrefix("credit.example/log\n123456\n"))
            let reply1 = try await portal.get("/log/key")
            #expect(reply1.text.hasSuffix("IQ==\n"))
            let full = try await portal.get("/log/tile/0/481")
            #expect(full.status == 200 && full["content-type"] == "application/octet-stream")
            #expect(full.body == [UInt8](repeating: 225, count: 8_192))
            #expect(full["cache-control"] == "public, max-age=31536000, immutable")
            let partial = try await portal.get("/log/tile/0/482.p/64")
            #expect(partial.status == 200 && partial.body.count == 2_048 && partial["cache-control"] == "no-cache")
            let reply2 = try await portal.get("/log/tile/entries/000")
            #expect(reply2.body.count == 768)
            let reply3 = try await portal.get("/log/tile/entries/482.p/10")
            #expect(reply3.body.count == 30)
            let reply4 = try await portal.get("/log/tile/0/482")
            #expect(reply4.status == 404)
            let reply5 = try await portal.get("/log/tile/0/x001/234")
            #expect(reply5.status == 404)
        }
    }

    @Test func `evidence is given for what is shown only`() async throws {
        try await LivePortal.run { portal in
            let evidence = try await portal.get("/api/v1/records/r7penalty0aaaa/evidence")
            #expect(evidence.status == 200 && evidence.text == #"{"body":{},"salt":"00"}"#)
            let reply6 = try await portal.get("/api/v1/records/r7ended000ffff/evidence")
            #expect(reply6.status == 410)
            let reply7 = try await portal.get("/records/r7penalty0aaaa/evidence")
            #expect(reply7.status == 404)
        }
    }

    /// A proof that somebody put another entry into.
    static let altered: LogProof? = {
        guard let right = try? StoryReading().proof(at: 1), let other = try? StoryReading().proof(at: 2) else {
            return nil
        }
        return LogProof(
            position: 1, envelope: other.envelope, inclusion: right.inclusion, checkpoint: right.checkpoint)
    }()

    @Test func `an entry is proved step by step, and another in its place is not`() throws {
        for position in 0..<3 {
            let proof = try #require(try StoryReading().proof(at: position))
            let steps = ProofPage.Step.steps(of: proof)
            #expect(steps.last?.result == proof.checkpoint.root, "\(position)")
            #expect(steps.map(\.isLeft) == [[false, false], [true, false], [true]][position])
        }
        let altered = try #require(Self.altered)
        #expect(ProofPage.Step.steps(of: altered).last?.result != altered.checkpoint.root)
    }

    @Test func `an entry is proved by its position or by the id of a record that is public`() async throws {
        try await LivePortal.run { portal in
            let page = try await portal.get("/log/proof?of=1")
            #expect(page.status == 200 && page.text.contains("相符") && page.text.contains("位置 1"))
            let beyond = try await portal.get("/log/proof?of=3")
            #expect(beyond.status == 404 && beyond.text.contains("WEB-108"))
            for (id, status) in [("r7ended000ffff", 410), ("nothing", 404), ("-1", 404)] {
                let reply = try await portal.get("/log/proof?of=" + id)
                #expect(reply.status == status, "\(id)")
            }
            let form = try await portal.get("/log/proof")
            #expect(form.status == 200 && form.text.contains("name=\"of\""))
        }
    }
}
