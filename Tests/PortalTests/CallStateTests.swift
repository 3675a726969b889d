import Credit
import Synchronization
import Testing

@testable import Portal

/// Which state of a case a call is about, and by whose right it is done when its body has come.
@Suite struct CallStateTests {
    private let calls = CallTests()

    @Test func `a call says which state of the case it is about, and does nothing in another`() async throws {
        try await calls.run { portal, office in
            let place = "/api/v1/objections/OBJ-1"
            let file = try await portal.get(place, CallTests.zhang)
            #expect(file["etag"] == CallTests.read && file.text.contains("\"position\":\(OfficePages.sheet.position)"))
            for code in ["accept", "nothing"] {
                let late = try await calls.post(
                    "\(place)/\(code)", "{}", CallTests.zhang.merging(["If-Match": "\"4001\""]) { $1 }, to: portal)
                #expect(late.status == 409 && late.text.contains("\"code\":\"WEB-190\""), "\(code) \(late.text)")
            }
            for blind in ["", "*", "4007", "\"x\"", "W/" + CallTests.read] {
                let reply = try await calls.post(
                    place + "/accept", "{}", CallTests.zhang.merging(["If-Match": blind]) { $1 }, to: portal)
                #expect(reply.status == 428 && reply.text.contains("WEB-186"), "\(blind) \(reply.status)")
            }
            #expect(office.done.withLock { $0.isEmpty })
            let done = try await calls.post(place + "/accept", "{}", to: portal)
            #expect(done.status == 201 && done["etag"] == CallTests.read)
            let description = try await portal.get("/api/v1/openapi.json").text
            #expect(description.contains("If-Match") && description.contains("\"428\""))
        }
    }

    @Test func `a token that is revoked while a body is on its way does nothing`() async throws {
        let office = StoryOffice()
        office.bearersLeft.withLock { $0 = 1 }
        try await calls.run(office) { portal, office in
            let late = try await calls.post("/api/v1/objections/OBJ-1/accept", "{}", to: portal)
            #expect(late.status == 401 && late.text.contains("WEB-181"))
            #expect(office.done.withLock { $0.isEmpty })
        }
    }

    @Test func `no text of a call holds a person's number`() async throws {
        try await calls.run { portal, office in
            let reply = try await calls.post(
                "/api/v1/objections", #"{"document":"11010519491231002X"}"#, to: portal)
            #expect(reply.status == 422 && reply.text.contains("WEB-191") && !reply.text.contains("11010519491231002X"))
            #expect(office.done.withLock { $0.isEmpty })
        }
    }
}
