import Credit

extension RowFiller {
    func fillPermit(_ row: inout SampleRow, _ draft: inout RowDraft, _ target: PreparedTarget) {
        let subject = population.draw(&draft.random, of: DemoKind.allCases, on: draft.decided)
        let organ = organ(target, region: subject.region, &draft.random)
        let matter = MatterWords.permits[draft.random.below(MatterWords.permits.count)]
        addConcerned(subject, &draft, to: &row)
        let missing = draft.fault == .missingField ? draft.random.below(3) : -1
        if missing != 0 { row.add(matter.document) }
        row.close()
        addDocumentNumber(organ, "许", draft, to: &row)
        if missing != 1 { row.add(matter.category) }
        row.close()
        row.cell(matter.certificate)
        if matter.certificate.utf8CodeUnitCount > 0 {
            row.add("演")
            row.add(matter.mark)
            row.add("字第")
            row.add(draft.ordinal + 1, digits: 8)
            row.add("号")
        }
        row.close()
        if missing != 2 {
            row.add(matter.content)
            row.add("（演示数据）")
        }
        row.close()
        draft.addDecided(to: &row)
        let from = draft.decided + (draft.random.below(4) == 0 ? draft.random.below(15) : 0)
        row.cell(from)
        if matter.years == 0 { row.add("2099-12-31") } else { row.add(from.adding(months: 12 * matter.years)) }
        row.close()
        addOrgan(organ, to: &row)
        row.cell(draft.random.happens(perMille: 20) ? "2" : "1")
        addOrgan(organ, to: &row)
        draft.addRemark(to: &row)
    }
}
