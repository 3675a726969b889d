import Portal
import Testing

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
            #expect(reply6.status == 404)
            let reply7 = try await portal.get("/records/r7penalty0aaaa/evidence")
            #expect(reply7.status == 404)
        }
    }
}
