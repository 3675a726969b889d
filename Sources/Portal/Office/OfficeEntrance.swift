import Credit
import HTTPTypes
import Hummingbird
import NIOPosix

/// 工作台入口: the signed-in part of the site: one place for method, session, origin, token, form and answer.
struct OfficeEntrance: Sendable {
    let desk: any OfficeDesk
    private let signIns: RateLimit?
    private let threads: NIOThreadPool

    /// How many attempts to sign in a minute one address may make, beside the lock-out of accounts.
    private static let signInsPerMinute = 20
    /// Hashing a password blocks for long, and so does a decision that waits for the database.
    private static let threads = 4

    init(_ desk: any OfficeDesk, isLimited: Bool) {
        self.desk = desk
        signIns = isLimited ? RateLimit(perMinute: Self.signInsPerMinute) : nil
        threads = NIOThreadPool(numberOfThreads: Self.threads)
        threads.start()
    }

    /// Runs what may block on a thread for it.
    func run<Value: Sendable>(
        _ body: @escaping @Sendable (any OfficeDesk) throws -> Value
    ) async throws -> Value {
        let desk = desk
        return try await threads.runIfActive { try body(desk) }
    }

    /// Refuses an attempt to sign in that comes too soon after many others from the same address.
    func countSignIn(from address: String, at now: Int) throws {
        if let wait = signIns?.take(address, at: now) { throw OfficeRefusal.tooMany(wait) }
    }

    /// The answer to a request under `/office`.
    func answer(
        _ request: Request, _ visit: OfficeVisit, of portal: Portal, place: inout String
    ) async -> Answer {
        let route = OfficeRoute(visit.target.parts)
        place = route?.pattern ?? "/office"
        var turn = OfficeTurn(entrance: self, portal: portal, request: request, visit: visit)
        var answer: Answer
        do {
            guard let route else { throw OfficeRefusal.noSuchPage }
            answer = try await turn.answer(route)
            try await turn.record(route, outcome: answer.status < 400 ? "done" : "refused \(answer.status)")
        } catch let refusal as OfficeRefusal {
            answer = await turn.problem(refusal, at: route)
            if let route { try? await turn.record(route, outcome: refusal.code) }
        } catch let problem as any CaseProblem {
            answer = await turn.problem(
                OfficeRefusal(code: problem.code, status: 409, words: problem.words), at: route)
            if let route { try? await turn.record(route, outcome: problem.code) }
        } catch {
            let number = portal.surroundings.failureNumber()
            portal.surroundings.failed(number, error)
            answer = await turn.problem(.failed(number), at: route)
            if let route { try? await turn.record(route, outcome: OfficeRefusal.failed(number).code) }
        }
        OfficeEntrance.close(&answer)
        if let route, answer.status == 405 {
            let methods = route.methods
            answer.more.append(
                (
                    .allow,
                    (methods.get ? ["GET", "HEAD"] : []).joined(separator: ", ")
                        + (methods.post ? (methods.get ? ", " : "") + "POST" : "")
                ))
        }
        return answer
    }

    /// What holds for every page behind a session.
    static func close(_ answer: inout Answer) {
        answer.caching = .never
        answer.isIndexed = false
        answer.isNegotiated = false
        // A page that holds a secret and what somebody sent is not packed: its length would tell of the secret (BREACH).
        answer.isText = false
        // With “no-referrer” browsers would not say where a form was posted from.
        answer.more.append((.referrerPolicy, "same-origin"))
    }
}

/// 来访: what the portal knows of a request before the office sees it.
struct OfficeVisit {
    let target: RequestTarget
    let language: AskedLanguage
    /// Whether the visitor came over TLS, as our own proxy says.
    let isSecure: Bool
    /// The visitor's network address.
    let address: String
    /// - Unit: milliseconds
    let now: Int
}
