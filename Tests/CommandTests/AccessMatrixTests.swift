import Credit
import Foundation
import Proofs
import RulePacks
import Store
import Testing

@testable import Command
@testable import Portal

/// Every address of the office against everybody who may come: each cell asked of the real office over HTTP.
///
/// - Source: OWASP ASVS 4.0.3, 4.1.1 to 4.1.3, 4.2.1
@Suite struct AccessMatrixTests {
    private static let document = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("docs/access-matrix.md")

    @Test func `the table of the document is the one of the code`() throws {
        let written = try String(contentsOf: Self.document, encoding: .utf8)
        let table = written.split(separator: "\n").filter { $0.hasPrefix("|") }.joined(separator: "\n") + "\n"
        let rules = try PackFolder.embedded.rules { SHA256.digest(of: $0).hex }
        let kinds = OfficeKinds.all(rules, evidence: EvidenceFolder(data: ""))
        let resources = kinds.map { OfficeResource(noun: $0.noun, prefix: $0.prefix, readers: $0.readers) }
        #expect(table == AccessMatrix().markdown + AccessMatrix.kinds(resources))
    }

    @Test func `the switches name each address once`() {
        let sample = AccessMatrix.Sample()
        for name in OfficeRoute.Name.allCases {
            #expect(name.routes(sample).allSatisfy { $0.name == name })
        }
        for name in InterfaceRoute.Name.allCases {
            #expect(name.routes(sample).allSatisfy { $0.name == name })
        }
    }

    /// What a door says to whoever does not come in.
    private static let doors = ["WEB-150", "WEB-158", "WEB-180", "WEB-181", "WEB-156", "WEB-105", "WEB-109"]

    @Test func `every cell is refused or allowed as it is written`() async throws {
        let world = try MatrixWorld()
        try await world.serve { visit in
            let sample = try await world.sample(visit)
            var asked = 0
            for row in AccessMatrix(sample).rows {
                func ask(_ who: String?) async throws -> (status: Int, code: String?) {
                    let reply = try await visit.send(row, who)
                    asked += 1
                    return (reply.status, Self.doors.first { reply.text.contains($0) })
                }
                let name = "\(row.isPost ? "POST" : "GET") \(row.path)"
                let out = try await ask(nil)
                if row.access == .anyone {
                    #expect(out.code == nil, "\(name) signed out: \(out)")
                } else {
                    #expect(out.status == 401, "\(name) signed out: \(out)")
                }
                // What is taken in or changed comes last.
                let visitors = MatrixWorld.visitors.sorted { left, right in
                    !row.allows(left.duties, action: .handle) && row.allows(right.duties, action: .handle)
                }
                for visitor in visitors {
                    let isIn = row.allows(visitor.duties, action: .handle)
                    if isIn, row.isPost, row.path.hasSuffix("submission") || row.path.contains("/upload/") { continue }
                    let got = try await ask(visitor.name)
                    if isIn {
                        let mayBeEmpty = row.path.contains("errors.csv") || row.path.contains("marked.xlsx")
                        #expect(
                            got.code == nil || (mayBeEmpty && got.code == "WEB-156"), "\(name) \(visitor.name): \(got)")
                    } else if row.access == .action, row.access.allows(visitor.duties) {
                        // Not offered to this post, or offered and not its own: either way nothing is done.
                        #expect([403, 409].contains(got.status), "\(name) \(visitor.name): \(got)")
                    } else {
                        #expect(got.status == 403 && got.code == "WEB-158", "\(name) \(visitor.name): \(got)")
                    }
                }
                let other = try await ask(MatrixWorld.stranger)
                if row.isOfOneOrgan {
                    #expect(other.status == 404 && other.code == "WEB-156", "\(name) stranger: \(other)")
                }
                if row.asksPurpose {
                    #expect([200, 303, 422].contains(other.status), "\(name) stranger: \(other)")
                    let clerk = try await ask(MatrixWorld.clerk)
                    #expect(clerk.status == (row.path.hasSuffix("inspect") ? 403 : 404), "\(name) clerk: \(clerk)")
                }
            }
            #expect(asked > 400)
        }
    }

    @Test func `an action of a case is refused to every other post`() async throws {
        let world = try MatrixWorld()
        try await world.serve { visit in
            var asked = 0
            for (kind, id) in world.cases {
                let all = try world.office.sheet(id, for: MatrixWorld.session("all")!)?.actions ?? []
                for action in all {
                    for visitor in MatrixWorld.visitors where !visitor.duties.contains(action.duty) {
                        let page = AccessMatrix.Row(
                            pattern: "", path: OfficeRoute.act(action.code, in: id).path, isPost: true, access: .action,
                            isOfOneOrgan: true, asksPurpose: false, isCall: false)
                        let call = AccessMatrix.Row(
                            pattern: "", path: "/api/v1/\(kind.noun)/\(id)/\(PercentEncoding.encode(action.code.utf8))",
                            isPost: true, access: .action, isOfOneOrgan: true, asksPurpose: false, isCall: true)
                        for row in [page, call] {
                            let reply = try await visit.send(row, visitor.name)
                            #expect([403, 409].contains(reply.status), "\(row.path) \(visitor.name) \(reply.status)")
                            asked += 1
                        }
                    }
                }
                let after = try world.office.sheet(id, for: MatrixWorld.session("all")!)
                #expect(after?.actions == all, "nothing was done in \(id)")
            }
            #expect(asked >= 40)
        }
    }

    @Test func `every kind of case has its noun, its line and its calls, and each call its door`() async throws {
        let world = try MatrixWorld()
        let kinds = world.office.kinds
        let noun = /[a-z]+(-[a-z]+)*s/
        for kind in kinds {
            #expect(kind.noun.wholeMatch(of: noun) != nil, "\(kind.prefix) is known by no plural noun")
            #expect(kinds.filter { $0.noun == kind.noun || $0.prefix == kind.prefix }.count == 1, "\(kind.prefix)")
            #expect(!["cases", "batches"].contains(kind.noun))
        }
        let document = try String(contentsOf: Self.document, encoding: .utf8)
        try await world.serve { visit in
            let description = try await visit.send(.call("/api/v1/openapi.json"), nil).text
            for kind in kinds {
                let resource = OfficeResource(noun: kind.noun, prefix: kind.prefix, readers: kind.readers)
                #expect(
                    document.contains("| `\(kind.prefix)-…` | `/api/v1/\(kind.noun)` |"), "no line for \(kind.prefix)")
                #expect(description.contains("\"/\(kind.noun)/"), "\(kind.noun) is not described")
                let id = kind.prefix + "-none"
                let calls: [(route: InterfaceRoute, isPost: Bool)] = [
                    (.list(resource), true), (.sheet(id, of: resource), false), (.step(0, in: id, of: resource), false),
                    (.act("x", in: id, of: resource), true), (.inspect(id, of: resource), true),
                ]
                for (route, isPost) in calls {
                    let row = AccessMatrix.Row.call(route.path, isPost: isPost)
                    #expect(try await visit.send(row, nil).status == 401, "\(route.path)")
                    #expect(try await visit.send(row, "none").status == 403, "\(route.path)")
                    for duty in Duty.allCases where !route.access(isPost: isPost).allows([duty]) {
                        #expect(try await visit.send(row, duty.rawValue).status == 403, "\(route.path) \(duty)")
                    }
                    let page = AccessMatrix.Row.page(OfficeRoute.sheet(id).path)
                    for duty in Duty.allCases where !kind.readers.contains(duty) {
                        #expect(try await visit.send(page, duty.rawValue).status == 403, "\(page.path) \(duty)")
                    }
                    let all = try await visit.send(row, "all").status
                    #expect(
                        (route == .list(resource) ? [409, 422] : [404, 422]).contains(all), "\(route.path) \(all)")
                }
            }
        }
    }

    @Test func `a formal notice is told to nobody but the organ that drew it up, whatever the purpose`() async throws {
        let world = try MatrixWorld()
        let notice = try #require(world.cases.first { $0.kind.prefix == "NTC" }?.id)
        try await world.serve { visit in
            let place = "/api/v1/notices/" + notice
            #expect(try await visit.send(.call(place), "all").text.contains(MatrixWorld.noticed))
            let told = #"{"purpose":"巡察","matter":"2026-1"}"#
            for who in [MatrixWorld.stranger, MatrixWorld.clerk] {
                let queue = try await visit.send(.call("/api/v1/cases"), who).text
                #expect(!queue.contains(notice))
                #expect(try await visit.send(.call(place), who).status == 404)
                let inspected = try await visit.send(.call(place + "/inspect", isPost: true), who, told)
                #expect(inspected.status == (who == MatrixWorld.clerk ? 403 : 404))
            }
            for path in ["/api/v1/notices", place, "/subjects/" + RightsStory.company] {
                #expect(!(try await visit.send(.call(path), nil).text.contains(MatrixWorld.noticed)), "\(path)")
            }
        }
    }

    @Test func `no page and no answer tells another organisation what is not public`() async throws {
        let world = try MatrixWorld()
        try await world.serve { visit in
            let sample = try await world.sample(visit)
            let secrets = world.cases.map(\.id) + [MatrixWorld.handedIn, "自办", sample.handIn]
            var seen: [String] = []
            for row in AccessMatrix(sample).rows where !row.isPost {
                let reply = try await visit.send(row, MatrixWorld.stranger)
                for secret in secrets where !row.path.contains(secret) {
                    #expect(!reply.text.contains(secret), "\(row.path) tells \(secret)")
                }
                let own = try await visit.send(row, "all")
                seen += secrets.filter { own.text.contains($0) }
            }
            // What must not be told to others is there for the organisation itself, so that looking for it means something.
            let shown = world.cases.filter { $0.kind.prefix != "ZERO" }.map(\.id)
            #expect(Set(seen).isSuperset(of: [MatrixWorld.handedIn, "自办"] + shown))
        }
    }
}
