import Credit

extension RowFiller {
    func fillContract(_ row: inout SampleRow, _ draft: inout RowDraft, _ target: PreparedTarget) {
        let subject = population.draw(&draft.random, of: [.enterprise, .cooperative], on: draft.decided)
        let organ = organ(target, region: subject.region, &draft.random)
        let contract = MatterWords.contracts[draft.random.below(MatterWords.contracts.count)]
        if draft.fault != .missingField {
            row.add(organ.abbreviation)
            row.add("演合")
            row.add(draft.decided.year)
            row.add("-")
            row.add(draft.ordinal + 1)
        }
        row.close()
        row.add(contract.name)
        row.add("（演示）")
        row.close()
        row.cell(contract.type)
        addOrgan(organ, to: &row)
        names.add(subject, to: &row)
        row.close()
        addCode(of: subject, &draft, to: &row)
        row.cell(contract.object)
        if draft.fault == .badAmount {
            row.add(MatterWords.badAmounts[draft.random.below(MatterWords.badAmounts.count)])
        } else {
            row.addWan(yuan: (1 + draft.random.below(400)) * 5000)
        }
        row.close()
        draft.addDecided(to: &row)
        let due = draft.decided.adding(months: 3 + draft.random.below(22))
        row.cell(due)
        switch draft.random.below(100) {
        case ..<4: row.cell("违约")
        case ..<6: row.cell("已终止")
        default: row.cell(due <= until ? "已履行" : "履行中")
        }
    }
}
