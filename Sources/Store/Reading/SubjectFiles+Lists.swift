import Credit

extension SubjectFiles {
    /// 公示名单: the lines that a question asks for, as they stand on a day. Each is made from the record as its own page
    /// shows it.
    ///
    /// - Throws: `StoreProblem`, `CanonicalFault`.
    public func list(_ question: RecordQuestion, on day: Day, in reader: Reader) throws -> RecordList {
        var floors: [String: Day] = [:]
        for kind in rules.kinds { floors[kind.code] = kind.publication.earliestDecision(publishedOn: day) }
        let places = try reader.places(question, on: day, limit: question.limit + 1, floors: floors)
        var rows: [ListedRecord] = []
        for place in places.prefix(question.limit) {
            guard let stored = try reader.record(place.id, on: day),
                let subject = try reader.subject(stored.entry.subject), !subject.isWithdrawn
            else { continue }
            let view = try view(of: stored, subject: SubjectFiles.summary(of: subject), on: day, versions: [])
            if let row = ListedRecord(view, on: day) { rows.append(row) }
        }
        let last = places.count > question.limit ? places[question.limit - 1] : nil
        return RecordList(rows: rows, next: last, reading: try reading(on: day, in: reader))
    }

    /// The kinds that a list is made of, in the order of the pack, with how many lines each has.
    ///
    /// - Throws: `StoreProblem`.
    public func listedKinds(
        _ family: RecordQuestion.Family, counted: Bool, on day: Day, in reader: Reader
    ) throws -> [ListedKind] {
        try currency(in: reader).filter { rules.kinds[$0.kind]?.family == family.family }.map { currency in
            let isCounted = counted && currency.lastReceived != nil
            return ListedKind(
                currency: currency,
                published: isCounted ? try reader.listedCount(family, kind: currency.kind, on: day) : nil)
        }
    }
}
