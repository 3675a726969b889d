extension Rules {
    /// 公示期上限: the last day on which a record may be published by what is in force on a day: the rule of its kind, and
    /// the longest period of its class in the version of the rules of repair (R6); nil where neither names one.
    ///
    /// Whoever makes a record public again takes it into account, since nothing looked through what was not published
    /// when a shorter rule came into use.
    public func publicationLimit(of record: RepairedRecord, on day: Day) -> Day? {
        let byKind = kinds[record.kind]?.publication
            .limit(decided: record.decided, received: record.received, grade: record.publication.grade, on: day)?.last
        return [byKind, classLimit(of: record, on: day)].compactMap(\.self).min()
    }

    /// By the class that holds without further facts; entries of lists have the terms of their list.
    private func classLimit(of record: RepairedRecord, on day: Day) -> Day? {
        guard repairRoutes[record.kind]?.isByClass == true,
            let months = repairRule(on: day)?.classes(of: record.publication.grade).first(where: { $0.when == nil })?
                .maximum
        else { return nil }
        return (record.decided ?? record.received).adding(months: months)
    }
}
