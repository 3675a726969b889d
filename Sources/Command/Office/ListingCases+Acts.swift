import Credit
import Store

extension ListingCases {
    func act(
        _ action: String, in id: String, _ values: FormValues, by officer: Officer, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard let listing = try reader.listing(id)?.listing else { throw ListingProblem.outOfOrder }
        let (list, procedure) = try law(of: listing, on: day)
        let bases = try bases(of: listing, on: day, in: reader)
        switch (listing.stage, action) {
        case (_, "drop"):
            return [.listing(try listing.drop(reason: values["reason"] ?? "", bases: bases, by: officer, on: day))]
        case (.candidate(let candidate), "notice"):
            return [.listing(try candidate.notify(notice(values, procedure, on: day), by: officer, on: day))]
        case (.candidate(let candidate), "weigh"):
            let weighing = try weighing(values, list, procedure, on: day)
            return [
                .listing(
                    try candidate.weighWithoutNotice(
                        weighing, under: list, procedure: procedure, by: officer, on: day))
            ]
        case (.drawn(let drawn), "serve-notice"):
            return [.listing(try drawn.serve(service(values), by: officer, on: day))]
        case (.notified(let notified), _): return [.listing(try act(action, notified, values, by: officer, on: day))]
        case (.weighed(let weighed), _) where action.hasPrefix("sign."):
            let signature = ListingSignature(
                step: String(action.dropFirst(5)), agrees: values["agrees"] == "yes", opinion: values["opinion"] ?? "")
            return [.listing(try weighed.sign(signature, by: officer, on: day))]
        case (.agreed(let agreed), "consent"):
            let consent = ListingConsent(organ: values["organ"] ?? "", paper: try paper(values))
            let names = rules.departments[officer.organ]?.name(on: day).map { [$0.full.chinese, $0.short] } ?? []
            return [.listing(try agreed.consent(consent, ownNames: names, by: officer, on: day))]
        case (.cleared(let cleared), "decide"):
            let decision = ListingDecision(
                paper: try paper(values), facts: values["facts"] ?? "", basis: values["basis"] ?? "",
                measures: chosenMeasures(values), end: try end(values), remedy: values["remedy"] ?? "")
            return [
                .listing(
                    try cleared.decide(
                        decision, under: list, measures: rules.measures, bases: bases,
                        isTrader: isTrader(listing.candidate.opening.subject, list, in: reader), by: officer, on: day))
            ]
        case (.decided(let decided), "serve-decision"):
            return [.listing(try decided.serve(service(values), bases: bases, by: officer, on: day))]
        case (.standing(let standing), _):
            return try act(action, standing, list, bases, values, by: officer, on: day, in: reader)
        default: throw ListingProblem.outOfOrder
        }
    }

    private func act(
        _ action: String, _ notified: ListingNotified, _ values: FormValues, by officer: Officer, on day: Day
    ) throws -> ListingEvent {
        switch action {
        case "answer":
            let answer = ListingAnswer(
                received: try self.day("received", values), text: values["text"] ?? "",
                wantsHearing: values["hearing"] != nil, file: values["file"])
            return try notified.receive(answer, by: officer, on: day)
        case "hearing":
            let hearing = ListingHearing(
                held: try self.day("held", values), record: values["record"] ?? "", file: values["file"])
            return try notified.hear(hearing, by: officer, on: day)
        case "weigh":
            let list = rules.lists[notified.candidate.opening.list]
            guard let list, let procedure = rules.procedure(of: list) else { throw ListingProblem.noProcedure }
            return try notified.weigh(
                weighing(values, list, procedure, on: day), in: calendar, hearing: procedure.hearing?.value(on: day),
                by: officer, on: day)
        default: throw ListingProblem.outOfOrder
        }
    }

    private func act(
        _ action: String, _ standing: ListingStanding, _ list: ListRule, _ bases: ListingBases, _ values: FormValues,
        by officer: Officer, on day: Day, in reader: Reader
    ) throws -> [Event] {
        switch action {
        case "publish": return try publish(standing, list, bases, by: officer, on: day, in: reader)
        case "bind":
            guard let measure = values["measure"].flatMap({ rules.measures.measures[$0] }) else {
                throw MeasureProblem.notListed
            }
            guard let footing = values["footing"].flatMap({ EffectEdge.Footing(rawValue: $0) }),
                let department = values["department"].flatMap({ rules.departments[$0]?.code })
            else { throw MeasureProblem.noDepartment }
            let number = try reader.resting(on: standing.id).count + 1
            return [
                .effect(
                    try Effect.apply(
                        measure, resting: footing, on: standing, basis: try article(values, of: measure),
                        by: department,
                        until: values.day("until"), in: rules.measures,
                        isPublished: try reader.isPublished(standing, on: day), bases: bases, officer: officer,
                        id: "\(MeasureCases.mark)-\(standing.id)-\(number)", day: day))
            ]
        case "review":
            let review = ListingReview(reason: values["reason"] ?? "", end: try end(values))
            let event = try standing.review(review, under: list, bases: bases, by: officer, on: day)
            let shown = try standing.record.flatMap { try reader.record($0, on: day)?.entry }
            guard let shown, shown.publication.isPublished(on: day) else { return [.listing(event)] }
            // The record says the new end too.
            let reviewed = try standing.after(event)
            return [.listing(event), .record(try record(reviewed, list, on: day, in: reader))]
        case "leave":
            guard let ground = values["ground"].flatMap({ ListExit(rawValue: $0) }) else {
                throw ListingProblem.missing(Label("退出情形", "the ground"))
            }
            let exit = ListingExitDecision(paper: try paper(values), ground: ground, reason: values["reason"] ?? "")
            let event = try standing.leave(exit, under: list, by: officer, on: day)
            // One act: the entry, its publication and all that rests on either end in the same transaction (R5).
            let ended = try standing.record.flatMap { try reader.endedEntry(of: $0, on: day) }
            return [.listing(event)] + (ended.map { [.record($0)] } ?? [])
        default: throw ListingProblem.outOfOrder
        }
    }

    private func publish(
        _ standing: ListingStanding, _ list: ListRule, _ bases: ListingBases, by officer: Officer, on day: Day,
        in reader: Reader
    ) throws -> [Event] {
        let entry = try record(standing, list, on: day, in: reader)
        return [.listing(try standing.publish(as: entry.id, bases: bases, by: officer, on: day)), .record(entry)]
    }

    private func record(
        _ standing: ListingStanding, _ list: ListRule, on day: Day, in reader: Reader
    ) throws -> RecordEntry {
        guard let kind = list.record.flatMap({ rules.kinds[$0] }) else { throw ListingProblem.noRecordKind }
        let organ = rules.departments[standing.candidate.by.organ]?.name(on: day)?.full.chinese
        guard let record = ListingRecord(standing, kind: kind, organ: organ ?? standing.candidate.by.organ, on: day)
        else { throw ListingProblem.noRecordKind }
        return try reader.entry(of: record, newID: "r-" + standing.id)
    }

    // MARK: - What a form brings

    /// The article that a measure is to rest on: one that the pack has for this measure, or another as it is written.
    private func article(_ values: FormValues, of measure: Measure) throws -> String {
        guard let chosen = values["basis"], chosen != "other" else { return values["article"] ?? "" }
        guard let place = measure.bases.indices.first(where: { chosen == "\(measure.code).\($0)" }) else {
            throw MeasureProblem.noBasis
        }
        return measure.bases[place].article
    }

    private func notice(
        _ values: FormValues, _ procedure: ListingProcedure, on day: Day
    ) throws -> ListingNotice {
        var answer = ListingNotice.AnswerTerm(procedure, on: day)
        if answer == nil, let article = values["article"], let count = values["days"].flatMap({ Int($0) }) {
            answer = ListingNotice.AnswerTerm(
                named: article, term: values["unit"] == "days" ? .days(count) : .workingDays(count))
        }
        return try ListingNotice(
            paper: try paper(values), facts: values["facts"] ?? "", grounds: values["grounds"] ?? "",
            basis: values["basis"] ?? "", measures: chosenMeasures(values), remedy: values["remedy"] ?? "",
            answer: answer)
    }

    private func weighing(
        _ values: FormValues, _ list: ListRule, _ procedure: ListingProcedure, on day: Day
    ) throws -> ListingWeighing {
        try ListingWeighing(
            opinion: values["opinion"] ?? "", noHearing: values["noHearing"], list: list, procedure: procedure, on: day)
    }

    private func service(_ values: FormValues) -> Delivery? {
        guard let way = values["way"].flatMap({ Delivery.Way(rawValue: $0) }), let begun = values.day("begun"),
            let served = values.day("served")
        else { return nil }
        return Delivery(way: way, begun: begun, served: served, proof: values["proof"])
    }

    private func paper(_ values: FormValues) throws -> ListingPaper {
        ListingPaper(number: values["number"] ?? "", day: try day("paperDay", values))
    }

    private func day(_ name: String, _ values: FormValues) throws -> Day {
        guard let day = values.day(name) else { throw ListingProblem.missing(Label("日期", "the day")) }
        return day
    }

    private func end(_ values: FormValues) throws -> ListingEnd {
        let (words, day) = (values["endWords"] ?? "", try self.day("endDay", values))
        switch values["end"] {
        case "last-day": return .lastDay(day)
        case "until-cured": return .untilCured(condition: words, reviewBy: day)
        case "by-article": return .byArticle(article: words, reviewBy: day)
        default: throw ListingProblem.missing(Label("终止方式", "how it ends"))
        }
    }

    private func chosenMeasures(_ values: FormValues) -> [String] {
        rules.measures.measures.map(\.code).filter { values["measure." + $0] != nil }
    }
}
