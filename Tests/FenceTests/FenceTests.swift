import Foundation
import RulePacks
import Testing

/// The fences of the house: what may be imported where, how long a file is, what no name may end in.
struct FenceTests {
    private let checkout = Checkout()

    /// Who may import whom; system libraries of the toolchain are named with the rest.
    private static let allowed: [String: Set<String>] = [
        "Credit": [],
        "Search": [],
        "Samples": ["Credit"],
        "RulePacks": ["Credit", "Yams", "Glibc"],
        "Proofs": ["COpenSSL", "Glibc", "Synchronization"],
        "Sheets": ["CZip", "CExpat", "CFreeXL", "CXlsxWriter", "Glibc"],
        "Intake": ["Credit", "Sheets", "CZlib", "CZip", "Glibc"],
        "Store": ["Credit", "Proofs", "Dispatch", "Synchronization"],
        "StoreSQLite": ["Store", "GRDB", "GRDBSQLite", "Synchronization"],
        "Desk": ["Credit", "Intake", "Sheets", "Store", "Proofs", "Glibc", "Synchronization"],
        "Portal": [
            "Credit", "Store", "Proofs", "Search", "CZlib", "Hummingbird", "Logging", "NIOCore", "NIOPosix",
            "HTTPTypes", "HummingbirdCore", "NIOHTTP1", "Synchronization",
        ],
    ]

    @Test func `every import is one the target's border allows`() {
        var seen = 0
        for (target, allowed) in FenceTests.allowed {
            for (path, text) in checkout.files(in: "Sources/\(target)", ending: ".swift") {
                for line in text.split(separator: "\n")
                where line.hasPrefix("import ") || line.hasPrefix("@testable import ") {
                    let module = line.split(separator: " ").last.map(String.init) ?? ""
                    seen += 1
                    #expect(allowed.contains(module), "\(path) imports \(module)")
                }
            }
        }
        #expect(seen > 100)
    }

    @Test func `no file is longer than three hundred lines`() {
        var seen = 0
        for folder in ["Sources", "Tests", "Plugins"] {
            for (path, text) in checkout.files(in: folder, ending: ".swift") {
                seen += 1
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
                #expect(lines <= 300, "\(path) has \(lines) lines")
            }
        }
        #expect(seen > 200)
    }

    @Test func `no type is a Manager, Service, Helper, Util, DTO or Factory`() throws {
        let banned = try Regex(
            #"\b(class|struct|enum|protocol|actor)\s+\w*(Manager|Service|Helper|Util|Utils|DTO|Factory)\b"#)
        for (path, text) in checkout.files(in: "Sources", ending: ".swift") {
            #expect(text.firstMatch(of: banned) == nil, "\(path)")
        }
    }

    @Test func `no code of the pack stands in the program`() throws {
        var codes: Set<String> = []
        for folder in ["departments", "records", "lists", "measures", "memoranda", "commitments", "policies"] {
            for (path, _) in checkout.files(in: "packs/zhongwei/\(folder)", ending: ".yaml") {
                let name = path.split(separator: "/").last.map { String($0.dropLast(5)) } ?? ""
                if name.contains("-") { codes.insert(name) }
            }
        }
        #expect(codes.count > 20)
        for (path, text) in checkout.files(in: "Sources", ending: ".swift") {
            for code in codes where text.contains("\"\(code)\"") { Issue.record("\(path) names \(code)") }
        }
    }

    @Test func `clock, chance and environment enter in Command only`() throws {
        let reading = try Regex(
            #"clock_gettime|gettimeofday|\bDate\(\)|SystemRandomNumberGenerator|\.random\((?![^\n]*using)|getenv|ProcessInfo|arc4random|getrandom"#
        )
        for (path, text) in checkout.files(in: "Sources", ending: ".swift")
        where !path.hasPrefix("Sources/Command/") && !path.hasPrefix("Sources/EmbedPackTool/") {
            let code = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(
                separator: "\n")
            #expect(code.firstMatch(of: reading) == nil, "\(path)")
        }
    }

    @Test func `no template prints a value unescaped`() {
        for (path, text) in checkout.files(in: "Sources/Portal/Templates", ending: ".mustache") {
            #expect(!text.contains("{{{"), "\(path)")
            #expect(!text.contains("{{&"), "\(path)")
        }
    }

    @Test func `every code of a problem stands in docs problems md and means one thing`() throws {
        let documented = try String(
            contentsOf: checkout.root.appendingPathComponent("docs/problems.md"), encoding: .utf8)
        let groups =
            "REC|PACK|FILE|STORE|LOG|DESK|SAMPLE|SHEET|WEB|CLK|ACC|OBJ|RPR|LIST|MEAS|ZERO"
            + "|COM|RCT|NTC|REV|SMP|AGT|LET"
        let pattern = try Regex("\"((?:\(groups))-\\d{3})\"", as: (Substring, Substring).self)
        var codes: Set<String> = []
        for (_, text) in checkout.files(in: "Sources", ending: ".swift") {
            for match in text.matches(of: pattern) { codes.insert(String(match.output.1)) }
        }
        #expect(codes.count > 30)
        for code in codes.sorted() where !documented.contains(code) {
            Issue.record("\(code) is not in docs/problems.md")
        }
    }

    @Test func `every test that the table of ASVS names is there`() throws {
        let table = try String(contentsOf: checkout.root.appendingPathComponent("docs/asvs.md"), encoding: .utf8)
        let tests = checkout.files(in: "Tests", ending: ".swift").map(\.1).joined(separator: "\n")
        let stories = checkout.files(in: "Tests", ending: ".py").map(\.1).joined(separator: "\n")
        var named = 0
        for row in table.split(separator: "\n") where row.hasPrefix("| ") {
            let cells = row.split(separator: "|")
            let parts = (cells.count > 2 ? cells[2] : "").split(separator: "`", omittingEmptySubsequences: false)
            for (index, name) in parts.enumerated() where index % 2 == 1 {
                named += 1
                let parts = name.split(separator: ".")
                let isStory = parts.count == 2 && !name.contains(" ")
                let isThere =
                    isStory
                    ? stories.contains("def test_" + parts[1].filter { $0 != "…" })
                    : tests.contains("func `\(name)`") || tests.contains("struct \(name) ")
                #expect(isThere, "\(name)")
            }
        }
        #expect(named > 40)
    }

    @Test func `the pack built into the program is the one in the folder`() {
        let files = checkout.files(in: "packs/zhongwei", ending: ".yaml")
        let embedded = Dictionary(uniqueKeysWithValues: PackFolder.embedded.files.map { ($0.path, $0.bytes) })
        #expect(embedded.count == files.count)
        for (path, text) in files {
            #expect(embedded[String(path.dropFirst("packs/zhongwei/".count))] == Array(text.utf8), "\(path)")
        }
    }

    @Test func `nothing in the project names a path of the machine it was built on`() {
        for folder in ["Sources", "Tests", "docs", "packs", "bench", "scripts"] {
            for ending in [".swift", ".md", ".yaml", ".py", ".sh"] {
                for (path, text) in checkout.files(in: folder, ending: ending) {
                    let place = "/wo" + "rk/"
                    #expect(!text.contains(place), "\(path)")
                }
            }
        }
    }
}
