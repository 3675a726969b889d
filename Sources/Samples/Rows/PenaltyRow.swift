import Credit

extension RowFiller {
    func fillPenalty(_ row: inout SampleRow, _ draft: inout RowDraft, _ target: PreparedTarget) {
        let subject = population.draw(&draft.random, of: DemoKind.allCases, on: draft.decided)
        let organ = organ(target, region: subject.region, &draft.random)
        let offence = MatterWords.offences[draft.random.below(MatterWords.offences.count)]
        let mustFine = draft.fault == .fineMissing || draft.fault == .badAmount
        let sanction = Sanction(&draft.random, fined: mustFine)
        addConcerned(subject, &draft, to: &row)
        addDocumentNumber(organ, "罚", draft, to: &row)
        let missing = draft.fault == .missingField ? draft.random.below(3) : -1
        if missing != 0 { row.add(offence.type) }
        row.close()
        addFact(offence, draft, to: &row)
        if missing != 1 { row.add(offence.basis) }
        row.close()
        if draft.fault == .unknownPenaltyKind {
            row.add(MatterWords.unknownKinds[draft.random.below(MatterWords.unknownKinds.count)])
        } else {
            sanction.addKinds(on: draft.decided, to: &row)
        }
        row.close()
        if missing != 2 { sanction.addContent(to: &row) }
        row.close()
        addAmounts(sanction, &draft, to: &row)
        if sanction.revokes {
            row.add(offence.certificate)
            row.add("（演字第")
            row.add(draft.ordinal + 1)
            row.add("号）")
        }
        row.close()
        draft.addDecided(to: &row)
        addEnds(sanction, &draft, to: &row)
        addOrgan(organ, to: &row)
        addOrgan(organ, to: &row)
        draft.addRemark(to: &row)
        let procedure = draft.random.below(100)
        row.cell(procedure < 85 ? "普通" : procedure < 90 || sanction.revokes ? "听证" : "")
        row.cell(draft.random.below(100) < 60 ? sanction.grade.word : "")
    }

    /// Some facts have line breaks, quotes and commas in them, as what is pasted into a table has.
    private func addFact(_ offence: MatterWords.Offence, _ draft: RowDraft, to row: inout SampleRow) {
        row.add(offence.fact)
        switch draft.ordinal % 64 {
        case 7: row.add("，标称\"演示牌\"，数量12件")
        case 23: row.add("，共3批, 每批4件")
        case 39: row.add("。\n以上事实有现场笔录、照片为证")
        case 55: row.add("，标称\"演示牌\", 数量 12 件\n以上事实有现场笔录、照片为证")
        default: break
        }
        row.add("（演示数据，非真实案件）。")
        row.close()
    }

    private func addAmounts(_ sanction: Sanction, _ draft: inout RowDraft, to row: inout SampleRow) {
        if draft.fault == .badAmount {
            row.add(MatterWords.badAmounts[draft.random.below(MatterWords.badAmounts.count)])
        } else if sanction.fine > 0, draft.fault != .fineMissing {
            row.addWan(yuan: sanction.fine)
        }
        row.close()
        if sanction.confiscated > 0 { row.addWan(yuan: sanction.confiscated) }
        row.close()
    }

    /// 处罚有效期, and in some rows 公示截止期.
    private func addEnds(_ sanction: Sanction, _ draft: inout RowDraft, to row: inout SampleRow) {
        if draft.random.below(20) == 0 {
            row.add("2099-12-31")
        } else {
            row.add(draft.decided.adding(months: sanction.revokes || sanction.suspends ? 36 : 12))
        }
        row.close()
        if draft.random.below(100) < 15 { row.add(draft.decided.adding(months: sanction.grade.months)) }
        row.close()
    }
}
