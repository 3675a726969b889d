import Credit

/// 行填充: fills the cells of a row by its draft; one file for each family of tables adds the columns.
struct RowFiller {
    let population: Population
    let names: DemoNames
    let until: Day
    let cityName: [UInt8]
    let province: [UInt8]
    let counties: [[UInt8]]
    private let cityCode: [UInt8]
    private let regionCodes: [[UInt8]]

    init(order: SampleOrder) {
        population = Population(order: order)
        names = DemoNames(order: order)
        until = order.until
        cityName = Array(order.city.name.utf8)
        province = Array(order.city.province.utf8)
        counties = order.city.regions.map { Array($0.county.utf8) }
        cityCode = Array(order.city.code.utf8)
        regionCodes = order.city.regions.map { Array($0.code.utf8) }
    }

    /// Fills `row`; the draft's writing is changed where the subject drawn does not allow it.
    func fill(_ row: inout SampleRow, _ draft: inout RowDraft, _ target: PreparedTarget) {
        row.removeAll()
        switch draft.table {
        case .registryEntry: fillRegistryEntry(&row, &draft, target)
        case .permit: fillPermit(&row, &draft, target)
        case .penalty: fillPenalty(&row, &draft, target)
        case .taxGrade: fillTaxGrade(&row, &draft, target)
        case .contract: fillContract(&row, &draft, target)
        default: fillListing(&row, &draft, target)
        }
    }

    func code(of subject: DemoSubject) -> DemoCode {
        DemoCode(prefix: subject.kind.prefix, region: regionCodes[subject.region], number: subject.index)
    }

    func registration(of subject: DemoSubject) -> DemoRegistration {
        DemoRegistration(region: cityCode, number: subject.index, isSoleTrader: subject.kind == .soleTrader)
    }

    /// Ends a cell with the subject's code as the draft wants it: right, wrong, wide, or left out.
    func addCode(of subject: DemoSubject, _ draft: inout RowDraft, to row: inout SampleRow) {
        switch (draft.fault, draft.odd) {
        case (.nameWithoutCode, _): break
        case (.wrongCheckDigit, _): row.add(code(of: subject).withWrongCheckDigit(draft.random.below(30)))
        case (_, .fullWidthCode): row.addFullWidth(code(of: subject))
        default: row.add(code(of: subject))
        }
        row.close()
    }

    /// The name of a person who does not exist.
    func addPerson(_ number: Int, to row: inout SampleRow) {
        row.add("演示")
        row.add(NameWords.stems[number % 10])
        row.add(NameWords.branches[number / 10 % 12])
    }

    func organ(_ target: PreparedTarget, region: Int, _ random: inout SampleRandom) -> PreparedTarget.Organ {
        let organs = target.organs[region]
        return organs[random.below(organs.count)]
    }

    /// Ends the first thirteen cells of permits and penalties: who is concerned.
    func addConcerned(_ subject: DemoSubject, _ draft: inout RowDraft, to row: inout SampleRow) {
        guard draft.fault != .naturalPerson else {
            addPerson(draft.random.below(120), to: &row)
            row.close()
            row.cell("自然人")
            row.empty(9)
            row.cell("身份证")
            row.add("演示证件")
            row.add(draft.ordinal, digits: 8)
            row.close()
            return
        }
        if !subject.isCoded, draft.odd == .fullWidthCode { draft.odd = .slashDate }
        names.add(subject, to: &row)
        row.close()
        row.cell(subject.kind == .soleTrader ? "个体工商户" : "法人及非法人组织")
        if subject.isCoded || draft.fault == .wrongCheckDigit || draft.fault == .nameWithoutCode {
            addCode(of: subject, &draft, to: &row)
        } else {
            // What 424号 wants where a sole trader has no code yet; the registration number must then be there.
            row.cell("00000000000000000X")
        }
        if subject.hasRegistration, draft.fault != .nameWithoutCode, draft.fault != .wrongCheckDigit {
            row.add(registration(of: subject))
        }
        row.close()
        row.empty(4)
        addPerson(subject.index, to: &row)
        row.close()
        row.empty(4)
    }

    /// Ends a cell with a document number that names itself a demonstration: 卫市监演罚〔2026〕12号.
    func addDocumentNumber(
        _ organ: PreparedTarget.Organ, _ word: StaticString, _ draft: RowDraft, to row: inout SampleRow
    ) {
        row.add(organ.abbreviation)
        row.add("演")
        row.add(word)
        row.add(draft.brackets.open)
        row.add(draft.decided.year)
        row.add(draft.brackets.close)
        row.add(draft.ordinal + 1)
        row.add("号")
        row.close()
    }

    /// Ends two cells: an organ's name and code.
    func addOrgan(_ organ: PreparedTarget.Organ, to row: inout SampleRow) {
        row.cell(organ.name)
        row.cell(organ.code)
    }
}
