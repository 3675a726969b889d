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
            let view = try view(
                of: stored, subject: SubjectFiles.summary(of: subject), on: day, versions: [], in: reader)
            if let row = ListedRecord(view, on: day) { rows.append(row) }
        }
        let last = places.count > question.limit ? places[question.limit - 1] : nil
        return RecordList(rows: rows, next: last, reading: try reading(on: day, in: reader))
    }

    /// The kinds that a list is made of, in the order of the pack, with how many lines each has where that was counted.
    ///
    /// - Throws: `StoreProblem`.
    public func listedKinds(
        _ family: RecordQuestion.Family, published: [String: Int]?, in reader: Reader
    ) throws -> [ListedKind] {
        try currency(in: reader).filter { rules.kinds[$0.kind]?.family == family.family }.map { currency in
            ListedKind(
                currency: currency,
                published: currency.lastReceived == nil ? nil : published.map { $0[currency.kind] ?? 0 })
        }
    }

    /// 公示条数: how many records of each kind of a family are published on a day; a kind of which nothing was ever
    /// handed in is not counted.
    ///
    /// - Throws: `StoreProblem`.
    public func published(_ family: RecordFamily, on day: Day, in reader: Reader) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for kind in try currency(in: reader) where kind.lastReceived != nil && rules.kinds[kind.kind]?.family == family
        {
            counts[kind.kind] = try reader.publishedCount(family, kind: kind.kind, on: day)
        }
        return counts
    }
}
