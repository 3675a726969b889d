import Credit

extension Applier {
    /// A step of a listing: the case with this step in it is made from its events, so that a step out of order cannot be
    /// applied, not even from a log.
    func apply(_ event: ListingEvent, at position: Int, on day: Day) throws {
        let listing: Listing
        do {
            var events = try listingEvents(event.listing)
            events.append(event)
            listing = try Listing(events)
        } catch let problem as ListingProblem {
            throw StoreProblem.impossibleEvent(detail: "listing \(event.listing): \(problem.code)")
        }
        if case .opened(let opening) = event.step {
            try transaction.run(
                """
                INSERT INTO listing (id, list, organ, subject, name, target, stage, is_open, opened, first_position, \
                last_position)
                VALUES (\(listing.id), \(opening.list), \(event.by.organ), \(opening.subject.text), \
                \(opening.name), \(opening.target.rawValue), \(listing.stage.word), 1, \(event.day.description), \(position), \
                \(position))
                """)
            for record in Set(opening.records).sorted() {
                try add(EffectEdge(node: listing.id, base: record, footing: .validity), at: position)
            }
        } else {
            let row = ListingRow(listing)
            try transaction.run(
                """
                UPDATE listing SET stage = \(listing.stage.word), turn = \(row.turn), is_open = \(.truth(row.isOpen)), \
                notice_served = \(row.noticeServed?.description), answer_count = \(row.answerCount), \
                answer_unit = \(row.answerUnit), listed_from = \(row.listedFrom?.description), \
                last_day = \(row.lastDay?.description), review_by = \(row.reviewBy?.description), \
                record = \(row.record), left_day = \(row.left?.description), ground = \(row.ground), \
                last_position = \(position)
                WHERE id = \(listing.id)
                """)
        }
        if case .left(let standing, _) = listing.stage {
            // 移出即终止公示, and no row handed in again publishes it anew.
            if let record = standing.record {
                try endPublication(of: record, ground: listing.id, on: day + -1, at: position)
            }
            try endDead(among: try resting(on: listing.id), on: day)
        }
        try transaction.run(
            """
            INSERT INTO listing_step (listing, position, day, step, account)
            VALUES (\(listing.id), \(position), \(event.day.description), \(event.word), \(event.by.account))
            """)
    }

    private func listingEvents(_ id: String) throws -> [ListingEvent] {
        let steps = try transaction.rows(
            "SELECT position FROM listing_step WHERE listing = \(id) ORDER BY position"
        ) { $0.integer(0) }
        let content = try entries.statement("SELECT body FROM entry WHERE position = ?")
        return try steps.map { position in
            guard
                case .listing(let event)?? = try content.first([.integer(position)], { try? Event(body: $0.bytes(0)) })
            else { throw StoreProblem.unknownEvent(position: position) }
            return event
        }
    }

    /// A measure bound to an entry, told of, or lifted.
    func apply(_ event: EffectEvent, at position: Int, on day: Day) throws {
        switch event.step {
        case .applied(let effect):
            try transaction.run(
                """
                INSERT INTO effect (id, measure, nature, subject, department, from_day, until_day, first_position, \
                last_position)
                VALUES (\(effect.id), \(effect.measure), \(effect.nature.rawValue), \(effect.subject.text), \
                \(effect.department), \(effect.from.description), \(effect.until?.description), \(position), \
                \(position))
                """)
            try add(effect.edge, at: position)
        case .reported(let report):
            let outcome = if case .executed = report.outcome { "executed" } else { "not-executed" }
            let changed = try transaction.run(
                "UPDATE effect SET outcome = \(outcome), last_position = \(position) WHERE id = \(event.effect)")
            guard changed == 1 else { throw StoreProblem.impossibleEvent(detail: "effect \(event.effect)") }
        case .lifted:
            let changed = try transaction.run(
                """
                UPDATE effect SET lifted_day = \(event.day.description), last_position = \(position)
                WHERE id = \(event.effect) AND lifted_day IS NULL
                """)
            guard changed == 1 else { throw StoreProblem.impossibleEvent(detail: "effect \(event.effect)") }
        }
        try transaction.run(
            """
            INSERT INTO effect_step (effect, position, day, step, account)
            VALUES (\(event.effect), \(position), \(event.day.description), \(event.word), \(event.by.account))
            """)
    }

    func add(_ edge: EffectEdge, at position: Int) throws {
        try transaction.run(
            """
            INSERT INTO edge (node, base, footing, position)
            VALUES (\(edge.node), \(edge.base), \(edge.footing.rawValue), \(position))
            """)
    }
}

/// 案件行: what the tables keep of a listing beside its events.
private struct ListingRow {
    var isOpen = true
    var turn: String?
    var noticeServed: Day?
    var answerCount: Int?
    var answerUnit: String?
    var listedFrom: Day?
    var lastDay: Day?
    var reviewBy: Day?
    var record: String?
    var left: Day?
    var ground: String?

    init(_ listing: Listing) {
        for event in listing.events {
            switch event.step {
            case .noticeDrawn(let notice):
                switch notice.answer.term {
                case .days(let count): (answerCount, answerUnit) = (count, "days")
                case .workingDays(let count): (answerCount, answerUnit) = (count, "working-days")
                case .months(let count): (answerCount, answerUnit) = (count, "months")
                }
            case .noticeServed(let service): noticeServed = service.served
            case .left: left = event.day
            case .dropped: isOpen = false
            default: break
            }
        }
        switch listing.stage {
        case .weighed(let weighed): turn = weighed.next?.code
        case .standing(let standing): take(standing)
        case .left(let standing, let exit):
            take(standing)
            ground = exit.ground.rawValue
            isOpen = false
        default: break
        }
    }

    private mutating func take(_ standing: ListingStanding) {
        listedFrom = standing.service.served
        record = standing.record
        switch standing.end {
        case .lastDay(let day): lastDay = day
        case .untilCured(_, let day), .byArticle(_, let day): reviewBy = day
        }
    }
}
