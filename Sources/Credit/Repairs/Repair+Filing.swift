/// 申请材料: what an application brings.
public struct RepairApplication: Sendable, Equatable {
    /// Code of the class it is made for.
    public let repairClass: String
    /// 材料.
    public let files: [RepairFile]
    /// 破产重整裁定; nil for an ordinary application.
    public let ruling: RepairPaper?

    /// What an application brings.
    public init(repairClass: String, files: [RepairFile], ruling: RepairPaper? = nil) {
        self.repairClass = repairClass
        self.files = files
        self.ruling = ruling
    }
}

/// 不再受理: after a repair in bad faith no application of the subject is taken until a day.
public struct RepairBan: Hashable, Sendable {
    /// The last day.
    public let until: Day
    /// Whether it refuses, or only warns because its figure was not read in the document.
    public let isFirm: Bool

    /// No application until a day.
    public init(until: Day, isFirm: Bool) {
        self.until = until
        self.isFirm = isFirm
    }
}

extension Repair {
    /// 提交申请: files an application under the version of its day, at the window of the version's office or by page by an
    /// account of the record's own subject.
    ///
    /// A period that was not read in its document never refuses one; the officer sees it and decides.
    /// - Parameters:
    ///   - open: id of a case about the record that is open.
    ///   - ban: what an earlier repair in bad faith left.
    public static func filing(
        _ id: String, of record: RepairedRecord, _ application: RepairApplication, under rules: Rules,
        open: String?, ban: RepairBan?, by way: FilingWay, on day: Day
    ) throws(RepairProblem) -> RepairEvent {
        guard let rule = rules.repairRule(on: day) else { throw .noRule(day) }
        guard record.family.isAdverse, let route = rules.repairRoutes[record.kind], route.isReceivedHere,
            rule.covers.contains(record.family)
        else {
            throw .notHere
        }
        guard record.publication.isPublished(on: day) else { throw .notPublished }
        guard record.publishedUntil != nil else { throw .byExit }
        guard rule.admits(record) else { throw .notForTraders(rule.name.chinese) }
        if let open { throw .openAlready(open) }
        if let ban, ban.isFirm, day <= ban.until { throw .banned(ban.until) }
        if let officer = way.officer, !officer.acts(for: rule.office) { throw .otherOrgan }
        guard way.mayFile(for: record.subject) else { throw .notOwn }
        if let ruling = application.ruling, ruling.date > day { throw .badDay }
        if application.ruling != nil, rule.bankruptcy == nil { throw .notDemanded("破产重整裁定") }
        try check(application, of: record, route, rule, RepairOutlook(record, under: rules, on: day), on: day)
        let demanded = rule.materials(of: application.repairClass).map(\.code)
        for file in application.files where !demanded.contains(file.material) { throw .notDemanded(file.material) }
        // An entry of a list is left by the decision of whoever decided it, under every version.
        let decider = route.isByClass ? rule.decider : .recogniser
        return .filed(
            RepairFiling(
                repair: id, record: record.id, subject: record.subject, rule: rule.code,
                repairClass: application.repairClass, day: day, office: rule.office,
                decider: decider,
                recogniser: decider == .recogniser ? record.department : rule.office,
                files: application.files, ruling: application.ruling, way: way))
    }

    private static func check(
        _ application: RepairApplication, of record: RepairedRecord, _ route: RepairRoute, _ rule: RepairRule,
        _ outlook: RepairOutlook?, on day: Day
    ) throws(RepairProblem) {
        guard route.isByClass else {
            // A list has a term of its own; what it demands of papers is the version's.
            guard rule.repairClass(application.repairClass) != nil else { throw .badClass }
            if let opening = outlook?.openings.first, let earliest = opening.earliest, day < earliest,
                opening.source.mark == .verified, application.ruling == nil
            {
                throw .beforeMinimum(earliest)
            }
            return
        }
        guard let decided = record.decided else { throw .badClass }
        guard let one = rule.classes(of: record.publication.grade).first(where: { $0.code == application.repairClass })
        else { throw .badClass }
        guard one.isRepairable || one.source.mark == .unverified else { throw .notRepairable }
        let earliest = one.earliest(decided: decided)
        if day < earliest, one.source.mark == .verified, application.ruling == nil { throw .beforeMinimum(earliest) }
    }

    /// 尚缺材料: codes of what the version asks for and is neither handed in nor seen; of alternatives one is enough.
    public func missing(under rule: RepairRule, seen: [String] = []) -> [RepairDemand] {
        let demanded = rule.materials(of: filing.repairClass)
        let there = Set(files.map(\.material) + seen)
        return demanded.filter { demand in
            if there.contains(demand.code) { return false }
            guard let group = demand.oneOf else { return true }
            return !demanded.contains { $0.oneOf == group && there.contains($0.code) }
        }
    }
}
