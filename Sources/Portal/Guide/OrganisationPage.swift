import Credit

/// 机构职责页: the departments of the plan with their duties, their items and the names they had.
struct OrganisationPage: Page {
    static let template = "organisation"
    static let table: StaticString? = "departments"
    let text: GuideText
    let rules: Rules
    let reading: Reading?

    init(_ rules: Rules, text: GuideText, reading: Reading) {
        self.rules = rules
        self.text = text
        self.reading = reading
    }

    var title: Label { text.title }
    var canonicalPath: String? { "/guide/" + text.code }
    var section: PortalSection? { .guide }

    func show(on tape: inout Tape) {
        let day = reading?.day ?? .endless
        tape.put("title", text.title)
        tape.put("lead", text.lead)
        tape.put("sections", text.shownSections(in: rules, on: reading?.day))
        tape.put("departments", rules.departments.map { Line(department: $0, rules: rules, day: day) })
        tape.draw { tape in
            tape.put("pages", GuideIndexPage.lines(of: rules, here: text.code))
            tape.put("count", rules.departments.count)
        }
    }

    /// A department.
    struct Line: Shown {
        let department: Department
        let rules: Rules
        let day: Day

        func show(on tape: inout Tape) {
            let all = rules.planItems(of: department.code)
            let own = all.filter { $0.departments.count < rules.departments.count }
            let steps = department.names.steps
            tape.put("department", department.code)
            tape.put("name", department.title(on: day))
            tape.put("duty", department.duty)
            tape.put("level", department.level.rawValue)
            tape.put("levelTitle", department.level.title)
            tape.put("path", "/departments/" + department.code)
            tape.put("items", all.count)
            tape.put("ownItems", own.count)
            tape.put(
                "formerNames",
                steps.filter { $0.value.full != department.title(on: day) }.map {
                    "\($0.from) " + tape.language.words(of: $0.value.full)
                })
            tape.draw { tape in
                tape.put("itemsPath", "department=" + department.code)
                tape.put("isRenamed", steps.count > 1)
            }
        }
    }
}

extension Department.Level {
    /// 层级 in words.
    var title: Label {
        switch self {
        case .city: .both("市级部门", "city department")
        case .county: .both("县（区）政府", "county government")
        case .zone: .both("管委会", "zone committee")
        case .national: .both("中央垂直管理机构", "branch of a national body")
        case .court: .both("人民法院", "court")
        }
    }
}
