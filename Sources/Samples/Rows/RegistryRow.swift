import Credit

extension RowFiller {
    func fillRegistryEntry(_ row: inout SampleRow, _ draft: inout RowDraft, _ target: PreparedTarget) {
        let subject = population[draft.ordinal]
        if !subject.isCoded, draft.odd == .fullWidthCode { draft.odd = .slashDate }
        if draft.fault != .missingField { names.add(subject, to: &row) }
        row.close()
        if subject.isCoded || draft.fault == .wrongCheckDigit {
            addCode(of: subject, &draft, to: &row)
        } else {
            row.close()
        }
        if subject.hasRegistration, draft.fault != .nameWithoutCode, draft.fault != .wrongCheckDigit {
            row.add(registration(of: subject))
        }
        row.close()
        if subject.isRenamed { names.addFormer(subject, to: &row) }
        row.close()
        names.addForm(subject, to: &row)
        row.close()
        row.cell(subject.status.word)
        draft.addDay(subject.founded, to: &row)
        // Half of them were entered anew later on.
        let approved =
            draft.random.below(2) == 0
            ? subject.founded : subject.founded + draft.random.below((subject.ended ?? until) - subject.founded + 1)
        row.cell(approved)
        if subject.status == .cancelled, let ended = subject.ended { row.add(ended) }
        row.close()
        addCapital(of: subject, &draft, to: &row)
        row.cell(names.industry(of: subject))
        row.add("一般项目：")
        row.add(names.business(of: subject))
        row.add("相关经营活动（依法须经批准的项目，经相关部门批准后方可开展经营活动）（演示数据，非真实信息）")
        row.close()
        row.cell(organ(target, region: subject.region, &draft.random).name)
        row.cell(province)
        row.cell(cityName)
        row.cell(counties[subject.region])
        addAddress(of: subject, &draft, to: &row)
    }

    private func addCapital(of subject: DemoSubject, _ draft: inout RowDraft, to row: inout SampleRow) {
        let draw = draft.random.below(1000)
        switch subject.kind {
        case .association, .institution: break
        case .soleTrader where draw < 500: break
        case .soleTrader, .cooperative:
            row.add(1 + draft.random.below(50))
            row.add("万元人民币")
        case .enterprise:
            let amounts: InlineArray<10, Int> = [10, 30, 50, 100, 200, 300, 500, 1000, 2000, 5000]
            row.add(amounts[draft.random.below(10)])
            row.add(draw < 10 ? "万美元" : "万元人民币")
        }
        row.close()
    }

    private func addAddress(of subject: DemoSubject, _ draft: inout RowDraft, to row: inout SampleRow) {
        row.add(province)
        row.add(cityName)
        row.add(counties[subject.region])
        row.add(NameWords.streets[draft.random.below(NameWords.streets.count)])
        row.add(1 + draft.random.below(998))
        row.add("号")
        if draft.random.below(3) == 0 {
            row.add(1 + draft.random.below(30))
            row.add("号楼")
            row.add(101 + draft.random.below(20) * 100 + draft.random.below(8))
            row.add("室")
        }
        row.close()
    }
}
