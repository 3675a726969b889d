// 主体与公示: who a row is about, and until when it is published.
extension RowPass {
    /// Checks that the row names its subject by something better than a name, and that the code fits its category.
    mutating func checkSubject() {
        let roles = plan.roles
        if roles.subjectCategory < 0, isUnnamedPerson() { sawPerson = true }
        guard !sawPerson else { return }
        let code = roles.subjectCode
        if code >= 0, values[code].state == .good {
            let condition = Int(fields[code].soleTraderCondition)
            if condition >= 0, values[code].number == 0 {
                let start = Int(values[code].start)
                let isTrader =
                    values[code].inArena
                    ? result.arena[start] == 0x39 && result.arena[start + 1] == 0x32
                    : bytes[start] == 0x39 && bytes[start + 1] == 0x32
                if isTrader != holds(condition), categoryIsKnown() { note(.codeAgainstCategory, field: code) }
            }
            return
        }
        let identified = [roles.subjectRegistration, roles.subjectOrganisationCode].contains {
            $0 >= 0 && values[$0].state == .good
        }
        let alreadyWrong = [code, roles.subjectRegistration, roles.subjectOrganisationCode].contains {
            $0 >= 0 && values[$0].state == .bad
        }
        if !identified, !alreadyWrong, !alreadyNoted(code), roles.subjectName >= 0 {
            note(.subjectUnidentified, field: roles.subjectName)
        }
    }

    private func categoryIsKnown() -> Bool {
        let category = plan.roles.subjectCategory
        return category < 0 || values[category].state == .good
    }

    private func alreadyNoted(_ field: Int) -> Bool {
        result.problems.reversed().prefix { $0.row == Int32(row) }.contains {
            Int($0.field) == field && ($0.rule == .required || $0.rule == .requiredHere || $0.rule == .oneOfRequired)
        }
    }

    /// A row of a template without a category is about a person when it has a person's number and no code at all.
    private func isUnnamedPerson() -> Bool {
        let roles = plan.roles
        guard roles.personNumber >= 0, values[roles.personNumber].state != .absent else { return false }
        return [roles.subjectCode, roles.subjectRegistration, roles.subjectOrganisationCode].allSatisfy {
            $0 < 0 || values[$0].state == .absent
        }
    }

    /// Whether the person a row is about was younger than eighteen on the day the file came in (R16).
    func isMinor() -> Bool {
        let roles = plan.roles
        for index in [roles.personNumber, roles.subjectCode] where index >= 0 && values[index].state != .absent {
            let value = values[index]
            let cell = UnsafeRawBufferPointer(rebasing: bytes[Int(value.start)..<Int(value.end)])
            if !value.inArena, let number = ResidentNumber(cell) { return number.isMinor(on: context.received) }
        }
        guard roles.birthDate >= 0, values[roles.birthDate].state == .good else { return false }
        // 周岁 is reached on the day after the birthday.
        return context.received <= Day(number: Int32(values[roles.birthDate].number)).adding(months: 18 * 12)
    }

    /// The publication of the row; nil where a rule in force forbids collecting it.
    func publication() -> Publication? {
        let roles = plan.roles
        return plan.kind.publication.publication(
            of: PublicationFacts(
                decided: day(roles.decided), received: context.received, validUntil: day(roles.validUntil),
                isUntilCured: roles.untilCured >= 0 && values[roles.untilCured].state == .good,
                reviewBy: day(roles.reviewBy), wishedUntil: day(roles.publishedUntil), givenGrade: givenGrade(),
                derivedGrade: derivedGrade(), summaryProcedure: isSummary()))
    }

    /// The day in a field.
    func day(_ field: Int) -> Day? {
        guard field >= 0, values[field].state == .good else { return nil }
        return Day(number: Int32(truncatingIfNeeded: values[field].number))
    }

    private func givenGrade() -> OffenceGrade? {
        let field = plan.roles.grade
        guard field >= 0, values[field].state == .good else { return nil }
        return plan.tables[Int(fields[field].table)].words[values[field].number.trailingZeroBitCount].grade
    }

    /// The gravest grade of the kinds of penalty; nil where no kind has one.
    private func derivedGrade() -> OffenceGrade? {
        var grade: OffenceGrade?
        for field in plan.roles.penaltyKinds where values[field].state == .good {
            let words = plan.tables[Int(fields[field].table)].words
            var mask = UInt64(bitPattern: values[field].number)
            while mask != 0 {
                if let found = words[mask.trailingZeroBitCount].grade { grade = max(grade ?? found, found) }
                mask &= mask - 1
            }
        }
        return grade
    }

    private func isSummary() -> Bool {
        let field = plan.roles.procedure
        guard field >= 0, values[field].state == .good else { return false }
        return plan.tables[Int(fields[field].table)].summary & UInt64(bitPattern: values[field].number) != 0
    }
}
