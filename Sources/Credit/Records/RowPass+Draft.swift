// 归集入库: a checked row as canonical bytes, with the key that makes it the same row again.
extension RowPass {
    /// The draft of a row without problems.
    mutating func draft(_ publication: Publication) -> Draft {
        let roles = plan.roles
        let subject = appendSubject()
        let name = appendText(roles.subjectName)
        let key = appendKey(subject)
        let former = appendFormerNames()
        let fields = appendFields()
        let decided = day(roles.decided)
        let timeliness = decided.flatMap { day in
            context.term.map { $0.timeliness(decided: day, received: context.received) }
        }
        return Draft(
            subject: subject, subjectName: name, key: key, fields: fields, formerNames: former, decided: decided,
            timeliness: timeliness, publication: publication, status: status(),
            trade: trade())
    }

    private func status() -> Vocabulary.Sense? {
        guard let field = plan.statusField, values[field].state == .good else { return nil }
        return plan.tables[Int(fields[field].table)].words[values[field].number.trailingZeroBitCount].sense
    }

    /// 个体工商户, 个人独资企业: by the row's category of the subject, else by the registry's words for its kind.
    private func trade() -> PersonInTrade? {
        let (category, entityKind) = (plan.roles.subjectCategory, plan.roles.entityKind)
        if category >= 0, values[category].state == .good {
            let words = plan.tables[Int(fields[category].table)]
            if UInt64(bitPattern: values[category].number) & words.soleTrader != 0 { return .soleTrader }
        }
        guard entityKind >= 0, values[entityKind].state == .good else { return nil }
        return PersonInTrade(registeredType: valueText(entityKind))
    }

    private func valueText(_ field: Int) -> String {
        let range = Int(values[field].start)..<Int(values[field].end)
        return values[field].inArena
            ? String(decoding: result.arena[range], as: UTF8.self)
            : String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    private static let registrationPrefix = Array("reg:".utf8)
    private static let wordyRegistrationPrefix = Array("obj:registration:".utf8)
    private static let organisationPrefix = Array("obj:organisation-code:".utf8)

    /// The subject's key text: its code, else its registration number, else its organisation code.
    private mutating func appendSubject() -> ArenaRange {
        let roles = plan.roles
        let start = result.arena.count
        if roles.subjectCode >= 0, values[roles.subjectCode].state == .good {
            if values[roles.subjectCode].number == 1 { result.arena.append(contentsOf: RowPass.registrationPrefix) }
            appendValue(roles.subjectCode)
        } else if roles.subjectRegistration >= 0, values[roles.subjectRegistration].state == .good {
            // Old registers number with words too: such a number names an object, not a registration.
            let value = values[roles.subjectRegistration]
            let isNumber = isRegistration(Int(value.start), Int(value.end))
            result.arena.append(contentsOf: isNumber ? RowPass.registrationPrefix : RowPass.wordyRegistrationPrefix)
            appendValue(roles.subjectRegistration)
        } else if roles.subjectOrganisationCode >= 0, values[roles.subjectOrganisationCode].state == .good {
            result.arena.append(contentsOf: RowPass.organisationPrefix)
            appendValue(roles.subjectOrganisationCode)
        }
        return ArenaRange(start, result.arena.count)
    }

    private mutating func appendText(_ field: Int) -> ArenaRange {
        let start = result.arena.count
        if field >= 0, values[field].state == .good { appendValue(field) }
        return ArenaRange(start, result.arena.count)
    }

    /// Appends the bytes of a value as they are.
    private mutating func appendValue(_ field: Int) {
        let (start, end) = (Int(values[field].start), Int(values[field].end))
        if values[field].inArena {
            result.arena.append(contentsOf: Array(result.arena[start..<end]))
        } else {
            result.arena.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        }
    }

    /// Appends the bytes of a value as keys compare them.
    private mutating func appendFolded(_ field: Int) {
        guard field >= 0, values[field].state == .good else { return }
        let (start, end) = (Int(values[field].start), Int(values[field].end))
        if values[field].inArena {
            result.arena.append(contentsOf: Array(result.arena[start..<end]))
        } else {
            ByteFolding.appendKey(bytes, start, end, to: &result.arena)
        }
    }

    private mutating func appendKey(_ subject: ArenaRange) -> ArenaRange {
        let roles = plan.roles
        let start = result.arena.count
        result.arena.append(contentsOf: plan.kindBytes)
        for part in plan.key {
            result.arena.append(0x1F)
            switch part {
            case .documentNumber: appendFolded(roles.documentNumber)
            case .organ:
                let hasCode = roles.organCode >= 0 && values[roles.organCode].state == .good
                appendFolded(hasCode ? roles.organCode : roles.organName)
            case .subject: result.arena.append(contentsOf: Array(result.arena[subject.start..<subject.end]))
            case .part: for field in roles.parts { appendFolded(field) }
            }
        }
        return ArenaRange(start, result.arena.count)
    }

    /// Former names, one a line; people separate them by `;` `、` `,` `|` or a line break.
    private mutating func appendFormerNames() -> ArenaRange {
        let start = result.arena.count
        guard let field = plan.formerNamesField, values[field].state == .good else { return ArenaRange(start, start) }
        let (first, last) = (Int(values[field].start), Int(values[field].end))
        let text = String(decoding: bytes[first..<last], as: UTF8.self)
        let names = text.split { ";；、,，|\n\r".contains($0) }
        for name in names {
            if result.arena.count > start { result.arena.append(0x0A) }
            result.arena.append(contentsOf: name.utf8)
        }
        return ArenaRange(start, result.arena.count)
    }

    /// The kept fields as a canonical JSON object: keys sorted, absent ones left out.
    private mutating func appendFields() -> ArenaRange {
        let start = result.arena.count
        result.arena.append(0x7B)
        for field in plan.canonicalOrder where values[field].state == .good || values[field].state == .sentinel {
            if result.arena.count > start + 1 { result.arena.append(0x2C) }
            result.arena.append(contentsOf: plan.canonicalNames[field])
            appendCanonical(field)
        }
        result.arena.append(0x7D)
        return ArenaRange(start, result.arena.count)
    }

    private mutating func appendCanonical(_ field: Int) {
        let value = values[field]
        switch fields[field].shape {
        case .day:
            CanonicalWriter.append(Day(number: Int32(truncatingIfNeeded: value.number)), to: &result.arena)
        case .year, .count, .wan, .yuan: CanonicalWriter.append(value.number, to: &result.arena)
        case .choice: appendWord(field, value)
        case .choices: appendWords(field, value)
        case .text, .documentNumber, .capital, .creditCode, .creditCodeOrSentinel, .codeOrRegistration,
            .registrationNumber, .organisationCode, .identity:
            let (start, end) = (Int(value.start), Int(value.end))
            if value.inArena {
                let text = Array(result.arena[start..<end])
                text.withUnsafeBytes { CanonicalWriter.append(text: $0, 0, $0.count, to: &result.arena) }
            } else {
                CanonicalWriter.append(text: bytes, start, end, to: &result.arena)
            }
        }
    }

    /// A word by its code; what stands behind an open word (其他-…) is kept with it.
    private mutating func appendWord(_ field: Int, _ value: CheckedValue) {
        let word = plan.tables[Int(fields[field].table)].words[value.number.trailingZeroBitCount]
        guard word.open else { return CanonicalWriter.append(text: word.code, to: &result.arena) }
        CanonicalWriter.append(text: word.code + "|" + written(value), to: &result.arena)
    }

    private mutating func appendWords(_ field: Int, _ value: CheckedValue) {
        let words = plan.tables[Int(fields[field].table)].words
        var mask = UInt64(bitPattern: value.number)
        result.arena.append(0x5B)
        var isFirst = true
        while mask != 0 {
            let word = words[mask.trailingZeroBitCount]
            if !isFirst { result.arena.append(0x2C) }
            isFirst = false
            let text = word.open ? word.code + "|" + written(value) : word.code
            CanonicalWriter.append(text: text, to: &result.arena)
            mask &= mask - 1
        }
        result.arena.append(0x5D)
    }

    private func written(_ value: CheckedValue) -> String {
        String(decoding: bytes[Int(value.start)..<Int(value.end)], as: UTF8.self)
    }
}
