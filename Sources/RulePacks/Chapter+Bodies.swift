import Credit

extension Chapter {
    /// 行政区划: a file holds a region and those that lie in it.
    static var regions: Chapter {
        Chapter(folder: "regions") { files, rules in
            rules.regions = Register(files.flatMap { $0.run(regions) ?? [] })
        }
    }

    private static func regions(_ strict: Strict) -> [Region]? {
        let code = strict.fileCode(.region, form: .digits)
        let name = strict.label()
        let level = strict.word("level", of: Region.Level.self)
        let parent = strict.reference("parent", to: .region, required: false)
        let within = strict.items("within") { inner -> Region? in
            let innerCode = inner.code(.region, form: .digits)
            let (innerName, innerLevel) = (inner.label(), inner.word("level", of: Region.Level.self))
            // Townships name their county; the file's own region is the parent of the others.
            let innerParent = inner.reference("parent", to: .region, required: false) ?? code
            guard let innerCode, let innerName, let innerLevel, let innerParent else { return nil }
            return Region(code: innerCode, name: innerName, level: innerLevel, parent: innerParent)
        }
        guard let code, let name, let level, let within else { return nil }
        return [Region(code: code, name: name, level: level, parent: parent)] + within
    }

    /// 部门: a file is a department; their order is the plan's.
    static var departments: Chapter {
        Chapter(folder: "departments") { files, rules in
            let read = files.compactMap { $0.run(department) }
            rules.departments = Register(
                read.sorted { ($0.order, $0.entry.code) < ($1.order, $1.entry.code) }.map(\.entry))
        }
    }

    private static func department(_ strict: Strict) -> (order: Int, entry: Department)? {
        let code = strict.fileCode(.department)
        let section = strict.reference("section", to: .planSection)
        let order = strict.number("order", in: 1...999)
        let level = strict.word("level", of: Department.Level.self)
        let parent = strict.reference("parent", to: .department, required: false)
        let region = strict.reference("region", to: .region)
        let duty = strict.part("duty") { $0.label("chinese", "english") }
        let names = strict.dated("names") { step -> Department.Name? in
            let (full, short) = (step.label(), step.text("short", atMost: 40))
            guard let full, let short else { return nil }
            return Department.Name(full: full, short: short)
        }
        guard let code, let section, let order, let level, let region, let duty, let names else { return nil }
        let entry = Department(
            code: code, section: section, level: level, parent: parent, region: region, names: names, duty: duty)
        return (order, entry)
    }

    /// 用语: a file is a term.
    static var terms: Chapter {
        .of("terms", into: \.terms) { strict in
            let (code, labels) = (strict.fileCode(.term), strict.dated("labels") { $0.label() })
            guard let code, let labels else { return nil }
            return Term(code: code, labels: labels)
        }
    }

    /// 目录: a file is an edition.
    static var catalogue: Chapter {
        .of("catalogue", into: \.catalogue, sortedBy: { $0.from < $1.from }) { strict in
            let code = strict.fileCode(.catalogueEdition, form: .digits)
            let (title, from, source) = (strict.label("title"), strict.day("from"), strict.source())
            let classes = strict.items("classes", catalogueClass)
            guard let code, let title, let from, let source, let classes else { return nil }
            for (position, entry) in classes.enumerated()
            where classes[..<position].contains(where: { $0.code == entry.code }) {
                strict.refuse("classes", .duplicateCode(entry.code, first: strict.place("classes")))
            }
            return CatalogueEdition(code: code, title: title, from: from, source: source, classes: classes)
        }
    }

    private static func catalogueClass(_ strict: Strict) -> CatalogueEdition.Class? {
        let code = strict.code(.catalogueClass, again: true)
        let (number, name) = (strict.number("number", in: 1...99), strict.label())
        let note = strict.has("note") ? strict.label("note", "note-english") : nil
        guard let code, let number, let name else { return nil }
        strict.mayBeCollected("name", name.chinese, ofPersons: true)
        strict.mayBeCollected("english", name.english, ofPersons: true)
        return CatalogueEdition.Class(code: code, number: number, name: name, note: note)
    }
}
