import Credit

extension ExampleKind {
    /// The kinds that need nothing but the rules.
    public static let standard: [ExampleKind] =
        catalogues + repairs + [
            workdays, year, department, region, term, edition, section, indicator, letter, guide, progress, layout,
            clock, notice,
        ]

    /// `workdays: { event: 2020-01-20, add: 7, expect: 2020-02-06 }`; `known` leaves later notices aside.
    private static let workdays = ExampleKind(key: "workdays") { strict in
        let (event, count) = (strict.day("event"), strict.number("add", in: 0...2_000))
        let (known, expect) = (strict.day("known", required: false), strict.text("expect", atMost: 20))
        guard let event, let count, let expect else { return nil }
        return Example(covers: ["calendar/\(event.year).yaml"], expect: expect) { rules in
            let deadline = WorkingCalendar(rules.calendar, known: known).adding(count, to: event)
            return deadline.day?.description ?? "unknown"
        }
    }

    /// `year: { year: 2020, expect: 249 }`: how many working days the year has.
    private static let year = ExampleKind(key: "year") { strict in
        let (year, count) = (strict.number("year", in: 1900...2999), strict.number("expect", in: 0...366))
        guard let year, let count else { return nil }
        return Example(covers: ["calendar/\(year).yaml"], expect: String(count)) { rules in
            WorkingCalendar(rules.calendar).days(of: year).map { String($0.count) } ?? "unknown"
        }
    }

    /// `department: { code: big-data, on: 2020-05-01, name: … }`; a day before the first name expects `unknown`.
    private static let department = ExampleKind(key: "department") { strict in
        let (code, day) = (strict.reference("code", to: .department), strict.day("on"))
        let name = strict.text("name")
        guard let code, let day, let name else { return nil }
        return Example(covers: ["departments/\(code).yaml"], expect: name) { rules in
            rules.departments[code]?.name(on: day)?.full.chinese ?? "unknown"
        }
    }

    /// `region: { code: "640502", name: 沙坡头区, within: "640500" }`: covers the file of the region it lies in.
    private static let region = ExampleKind(key: "region") { strict in
        let (code, name) = (strict.reference("code", to: .region), strict.text("name"))
        let (within, file) = (strict.reference("within", to: .region), strict.reference("file", to: .region))
        guard let code, let name, let within, let file else { return nil }
        return Example(covers: ["regions/\(file).yaml"], expect: "\(name) \(within)") { rules in
            rules.regions[code].map { "\($0.name.chinese) \($0.parent ?? "")" } ?? "unknown"
        }
    }

    /// `term: { code: blacklist, on: 2020-05-01, label: … }`.
    private static let term = ExampleKind(key: "term") { strict in
        let (code, day) = (strict.reference("code", to: .term), strict.day("on"))
        let label = strict.text("label")
        guard let code, let day, let label else { return nil }
        return Example(covers: ["terms/\(code).yaml"], expect: label) { rules in
            rules.label(ofTerm: code, on: day)?.chinese ?? "unknown"
        }
    }

    /// `edition: { on: 2023-05-01, code: "2022", classes: 12 }`; before the first edition `code: none`.
    private static let edition = ExampleKind(key: "edition") { strict in
        let (day, code) = (strict.day("on"), strict.text("code"))
        let classes = strict.number("classes", in: 0...99)
        guard let day, let code, let classes else { return nil }
        return Example(covers: ["catalogue/\(code).yaml"], expect: "\(code) \(classes)") { rules in
            rules.catalogue(on: day).map { "\($0.code) \($0.classes.count)" } ?? "none 0"
        }
    }

    /// `section: { code: D10, items: 5, departments: [finance] }`: its items and who has to do them.
    private static let section = ExampleKind(key: "section") { strict in
        let (code, items) = (strict.reference("code", to: .planSection), strict.number("items", in: 1...200))
        let departments = strict.references("departments", to: .department, required: false)
        guard let code, let items else { return nil }
        let expect = ([String(items)] + (departments ?? [])).joined(separator: " ")
        return Example(covers: ["plan/\(code).yaml", "plan/capabilities.yaml"], expect: expect) { rules in
            guard let section = rules.plan[code] else { return "unknown" }
            let found = departments == nil ? [] : section.items.first?.departments ?? []
            return ([String(section.items.count)] + found).joined(separator: " ")
        }
    }
}
