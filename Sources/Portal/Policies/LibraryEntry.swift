import Credit

/// 制度库文件: one document of the library, whether the policy chapter or the plan brought it in.
struct LibraryEntry: Sendable {
    let document: String
    let english: String
    let kinds: [PolicyKind]
    let level: Policy.Level
    /// Codes of the departments it stands for; nil where it is common to all.
    let departments: [String]?
    let from: RoughDay
    let until: RoughDay?
    let state: State
    let isVerified: Bool
    let note: Label?

    /// What it is on the day asked about.
    enum State: String, CaseIterable {
        case inForce = "in-force"
        case ended
        case notYet = "not-yet"

        /// What it is called.
        var title: Label {
            switch self {
            case .inForce: .both("有效", "In force")
            case .ended: .both("已失效或者被替代", "Ended or replaced")
            case .notYet: .both("尚未施行（或者日期待核）", "Not in force yet, or the day is to be checked")
            }
        }
    }

    /// Whether it stands for a department, as one of its own or as one of all.
    func concerns(_ department: String) -> Bool { departments?.contains(department) ?? true }

    /// All documents of the library on a day: the policies, then what only the plan names.
    static func all(_ rules: Rules, on day: Day) -> [LibraryEntry] {
        let own = Set(rules.policies.map(\.document))
        return rules.policies.map { LibraryEntry($0, on: day) }
            + rules.memoranda.filter { !own.contains($0.document) }.map { LibraryEntry($0, rules, on: day) }
    }

    private init(_ policy: Policy, on day: Day) {
        document = policy.document
        english = policy.english
        kinds = policy.kinds
        level = policy.level
        departments = policy.department.map { [$0] }
        from = policy.from
        until = policy.until
        state = policy.holds(on: day) ? .inForce : day < policy.from.last ? .notYet : .ended
        isVerified = policy.mark == .verified
        note = policy.note
    }

    private init(_ entry: Memorandum, _ rules: Rules, on day: Day) {
        document = entry.document
        english = entry.english
        kinds =
            switch entry.kind {
            case .punish: [.punishment]
            case .reward: [.incentive]
            case .both: [.incentive, .punishment]
            case .listRule: [.listing]
            case .policy, .campaign: []
            }
        level = entry.level
        let named = DocumentLine.departments(of: entry, rules)
        departments = named.isEmpty ? nil : named
        from = entry.known
        until = nil
        state =
            switch entry.state(on: day) {
            case .inForce: .inForce
            case .superseded, .history: .ended
            case .notYet, .unknown: .notYet
            }
        isVerified = entry.known.isExact
        note = entry.note
    }
}

/// A document of the library as a line.
struct LibraryLine: Shown {
    let entry: LibraryEntry
    let day: Day
    let rules: Rules

    func show(on tape: inout Tape) {
        tape.put("document", entry.document)
        tape.put("title", rules.documents[entry.document]?.title ?? entry.document)
        tape.put("english", entry.english)
        tape.put("kinds", entry.kinds.map(\.rawValue))
        tape.put("kindTitles", entry.kinds.map(\.title))
        tape.put("level", entry.level.rawValue)
        tape.put("levelTitle", entry.level.title)
        tape.put("departments", entry.departments ?? [])
        tape.put("common", entry.departments == nil)
        tape.put("from", entry.from.text)
        tape.put("until", entry.until?.text)
        tape.put("state", entry.state.rawValue)
        tape.put("stateTitle", entry.state.title)
        tape.put("verified", entry.isVerified)
        tape.put(words: "note", entry.note)
        tape.draw { tape in
            tape.put("bodies", (entry.departments ?? []).compactMap { rules.bodyTitle($0, on: day) })
            tape.put("fromWords", entry.from.words)
            tape.put("hasKinds", !entry.kinds.isEmpty)
        }
    }
}

extension PolicyKind {
    /// What it is called.
    var title: Label {
        switch self {
        case .sharing: .both("归集共享", "Collecting and sharing")
        case .verification: .both("核查与报告应用", "Checks and reports")
        case .gradedSupervision: .both("分级分类监管", "Graded supervision")
        case .listing: .both("红黑名单认定", "Listing")
        case .incentive: .both("联合激励", "Joint incentives")
        case .punishment: .both("联合惩戒", "Joint punishment")
        case .rights: .both("权益保护", "Protection of rights")
        case .standard: .both("业务标准", "Standards")
        }
    }
}

extension Policy.Level {
    /// What it is called.
    var title: Label {
        switch self {
        case .nation: .both("国家", "Nation")
        case .region: .both("自治区", "Region")
        case .city: .both("市", "City")
        case .county: .both("县（区）", "County")
        }
    }
}
