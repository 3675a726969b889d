import Credit

extension RowFiller {
    /// No enterprise has two grades of one year: each pass through all of them is another year.
    func fillTaxGrade(_ row: inout SampleRow, _ draft: inout RowDraft, _ target: PreparedTarget) {
        let enterprises = population.establishedEnterprises
        let subject = population.establishedEnterprise(draft.ordinal % enterprises)
        let year = until.year - 1 - draft.ordinal / enterprises
        addCode(of: subject, &draft, to: &row)
        names.add(subject, to: &row)
        row.close()
        if draft.fault != .missingField { row.add(year, digits: 4) }
        row.close()
        row.cell("A")
        row.cell(organ(target, region: subject.region, &draft.random).name)
    }
}
