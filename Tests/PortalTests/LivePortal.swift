import Credit
import Hummingbird
import Logging
import Portal
import Synchronization

/// A portal that listens on a port of its own while a test asks it.
struct LivePortal: Sendable {
    let port: Int
    let notes: Notes

    /// What the portal told the operator.
    final class Notes: Sendable {
        let answers = Mutex<[AnswerNote]>([])
        let failures = Mutex<[String]>([])
    }

    /// The time that answers given at once say: a morning in 2027, which no other answer can say.
    static let seconds = 1_800_000_000

    static var settings: PortalSettings {
        PortalSettings(
            siteName: Story.words("信用中国（示例市）", "Credit China (Sample City)"),
            organ: Story.words("示例市发展和改革委员会", "Sample City Development and Reform Commission"),
            packVersion: "sample 2026.1", baseAddress: "https://credit.example", requestsPerMinute: nil)
    }

    /// Runs a portal for as long as `body` lasts.
    static func run(
        _ reading: StoryReading = StoryReading(), settings: PortalSettings = settings,
        office: (any OfficeDesk)? = nil,
        _ body: @Sendable (LivePortal) async throws -> Void
    ) async throws {
        let notes = Notes()
        let surroundings = PortalSurroundings(
            milliseconds: { 0 }, seconds: { LivePortal.seconds }, failureNumber: { "F-0001" },
            answered: { note in notes.answers.withLock { $0.append(note) } },
            failed: { number, error in notes.failures.withLock { $0.append("\(number) \(error)") } })
        let portal = try Portal(
            reading: reading, rules: StoryRules.city, settings: settings, surroundings: surroundings,
            office: office)
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let application = portal.application(host: "127.0.0.1", port: 0, logger: logger) {
            listening.yield($0)
            listening.finish()
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                do { try await application.run() } catch is CancellationError {}
                listening.finish()
            }
            for await port in ports {
                try await body(LivePortal(port: port, notes: notes))
            }
            group.cancelAll()
            try? await group.waitForAll()
        }
    }

    func get(_ target: String, _ headers: [String: String] = [:]) async throws -> LoopbackClient.Reply {
        try await LoopbackClient.ask(target, headers: headers, port: port)
    }

    func json(_ target: String) async throws -> LoopbackClient.Reply {
        try await get(target, ["Accept": "application/json"])
    }
}
