extension RecordEntry {
    /// 更正、撤回、终止公示: the record as a further version that a decision makes of it.
    ///
    /// A correction goes the way of every row: the corrected row is checked as if it had been handed in, and identity,
    /// dates, grade and publication follow from it. No objection ever lengthens a publication (R6).
    ///
    /// - Parameters:
    ///   - version: number of the new version.
    ///   - kind: the kind of the record, by the rules in force.
    ///   - ground: of the objection; nil where the record or what it tells of is taken back by whoever answers for it.
    ///   - today: the day of the decision.
    public func corrected(
        _ correction: ObjectionDecision.Correction, version: Int, kind: RecordKind, term: WorkingTerm?,
        ground: ObjectionGround? = nil, on today: Day
    ) throws(ObjectionProblem) -> RecordEntry {
        switch correction {
        case .withdrawal:
            let next = asVersion(version, of: id)
            return ground?.isOfHandling ?? false ? next.withheld : next.withdrawn
        case .end(let lastDay):
            guard lastDay < today, publication.isPublished(on: lastDay + 1) else { throw .badLastDay }
            return asVersion(version, of: id).published(publication.ended(on: lastDay))
        case .fields(let claims):
            return try rewritten(claims, version: version, kind: kind, term: term)
        }
    }

    private func rewritten(
        _ claims: [ObjectionFiling.Claim], version: Int, kind: RecordKind, term: WorkingTerm?
    ) throws(ObjectionProblem) -> RecordEntry {
        guard let texts = try? RowText(self), let template = kind.template(having: texts.names)?.asStored else {
            throw .noField(claims.first?.field ?? "")
        }
        for claim in claims {
            guard let field = template.fields.first(where: { $0.name == claim.field }), field.visibility == .open else {
                throw .noField(claim.field)
            }
        }
        let present = template.fields.map { texts.text(of: $0) ?? "" }
        let wanted = zip(template.fields, present).map { field, text in
            claims.last { $0.field == field.name }?.says ?? text
        }
        let checked = RowChecker(
            plan: CheckPlan(
                kind: kind, template: template, columns: Array(template.fields.indices), width: template.fields.count),
            context: CheckContext(received: received, term: term)
        ).check(RowBlock(rows: [present, wanted]), rows: 0..<2)
        func draft(_ row: Int) -> Draft? {
            if case .draft(let draft)? = checked.rows.first(where: { $0.row == row })?.outcome { draft } else { nil }
        }
        guard let new = draft(1) else {
            let problems = checked.problems.filter { $0.row == 1 }
            let field = problems.compactMap { $0.field >= 0 ? template.fields[Int($0.field)].title : nil }.first
            throw .valueRefused(field: field ?? claims.first?.field ?? "", rules: problems.map(\.rule.code))
        }
        // What makes the record the same record stays: its subject and its key.
        guard let old = draft(0), checked.text(old.key) == checked.text(new.key),
            checked.text(new.subject) == subject
        else { throw .keyField(template.fields.first { $0.name == claims.first?.field }?.title ?? "") }
        return RecordEntry(
            id: id, version: version, kind: self.kind, family: family, batch: batch, line: line,
            department: department, key: key, subject: subject,
            subjectName: new.subjectName.isEmpty ? nil : checked.text(new.subjectName),
            formerNames: new.formerNames.isEmpty
                ? [] : checked.text(new.formerNames).split(separator: "\n").map(String.init),
            status: new.status, decided: new.decided, received: received, timeliness: new.timeliness,
            publication: new.publication.neverLonger(than: publication),
            fields: Array(checked.arena[new.fields.start..<new.fields.end]), trade: new.trade ?? trade)
    }
}

extension Publication {
    /// The shorter of two publications: what has ended or was shortened stays so, with what ended it.
    fileprivate func neverLonger(than old: Publication) -> Publication {
        switch (old.period, period) {
        case (.none, _): ending(as: old)
        case (.until, .none): self
        case (.until(let before), .until(let now)): now > before ? ending(as: old) : self
        }
    }

    private func ending(as old: Publication) -> Publication {
        Publication(
            period: old.period, end: old.end, grade: grade, gradeDerived: gradeDerived, rule: rule,
            lastDayByRule: lastDayByRule)
    }
}

extension RecordKind {
    /// The first template that has all these fields.
    fileprivate func template(having names: [String]) -> RecordTemplate? {
        templates.first { template in names.allSatisfy { template.index(ofField: $0) != nil } }
    }
}

extension RecordTemplate {
    /// The template as what is stored can fill it: a field that intake checks and drops is not asked for again.
    fileprivate var asStored: RecordTemplate {
        let fields = fields.map { field in
            guard field.visibility == .dropped else { return field }
            return Field(
                name: field.name, title: field.title, english: field.english, column: field.column,
                aliases: field.aliases, type: field.type, maximumLength: field.maximumLength, need: .optional,
                emptyWhen: nil, rules: [], visibility: field.visibility, remedy: field.remedy)
        }
        return RecordTemplate(
            code: code, title: title, source: source, fields: fields, roles: roles, key: key, marks: marks)
    }
}

extension RowBlock {
    /// A block of rows of texts.
    fileprivate init(rows texts: [[String]]) {
        self.init()
        for (line, row) in texts.enumerated() {
            let first = cells.count
            for text in row {
                let value = Array(text.utf8)
                cells.append(Cell(offset: bytes.count, length: value.count))
                bytes += value
            }
            rows.append(Row(firstCell: first, cellCount: row.count, line: line + 1))
        }
    }
}
