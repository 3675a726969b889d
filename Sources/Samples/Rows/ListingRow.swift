import Credit

extension RowFiller {
    /// Rows of the lists: entries decided by the organ that the row names.
    func fillListing(_ row: inout SampleRow, _ draft: inout RowDraft, _ target: PreparedTarget) {
        let table = draft.table
        let kinds: [DemoKind] =
            table == .wageArrears || table == .taxViolation ? [.enterprise] : [.enterprise, .cooperative]
        let subject = population.draw(&draft.random, of: kinds, on: draft.decided)
        let organ = organ(target, region: subject.region, &draft.random)
        let listings = MatterWords.listings(of: table)
        let choice = draft.random.below(listings.count)
        names.add(subject, to: &row)
        row.close()
        addCode(of: subject, &draft, to: &row)
        row.add(listings[choice].reason)
        row.add("（演示数据，非真实信息）")
        row.close()
        let missing = draft.fault == .missingField ? draft.random.below(2) : -1
        if missing != 0 { row.add(listings[choice].basis) }
        row.close()
        addOrgan(organ, to: &row)
        if missing == 1 {
            row.close()
        } else if table == .judgmentDebtor {
            addCaseNumber(organ, draft, to: &row)
        } else {
            addDocumentNumber(organ, "列", draft, to: &row)
        }
        draft.addDecided(to: &row)
        switch table {
        case .abnormalOperation: addCure("履行公示义务或者恢复联系后申请移出", draft, to: &row)
        case .judgmentDebtor:
            // 法释〔2017〕7号: the first situation lasts until the duty is performed, the others two years.
            if choice == 0 {
                row.close()
                addCure("履行生效法律文书确定的义务", draft, to: &row)
            } else {
                row.cell(draft.decided.adding(months: 24))
                row.empty(2)
            }
        default: row.cell(draft.decided.adding(months: 36))
        }
        row.cell(organ.name)
        draft.addRemark(to: &row)
    }

    /// 终止条件 and 复核日期.
    private func addCure(_ condition: StaticString, _ draft: RowDraft, to row: inout SampleRow) {
        row.cell(condition)
        row.cell(draft.decided.adding(months: 36))
    }

    /// A court's case number: （2026）宁0502演执12号.
    private func addCaseNumber(_ organ: PreparedTarget.Organ, _ draft: RowDraft, to row: inout SampleRow) {
        row.add("（")
        row.add(draft.decided.year)
        row.add("）")
        row.add(organ.abbreviation)
        row.add("演执")
        row.add(draft.ordinal + 1)
        row.add("号")
        row.close()
    }
}
