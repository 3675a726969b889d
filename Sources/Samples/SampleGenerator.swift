import Credit

/// 演示数据生成: makes the files of a demonstration city, row by row, in memory that does not grow with their number.
///
/// Every row is worked out from the seed, its table and its number alone, so that a row can be repeated at any time
/// without having been kept. The names are visibly invented (`（演示）`), the codes are right and given to nobody.
public struct SampleGenerator {
    private let order: SampleOrder
    private let targets: [PreparedTarget]
    private let filler: RowFiller
    private let timetable: Timetable

    /// A generator for an order.
    ///
    /// - Throws: `SampleProblem` where the order cannot be met
    public init(_ order: SampleOrder) throws(SampleProblem) {
        try order.check()
        self.order = order
        targets = PreparedTarget.all(of: order)
        filler = RowFiller(order: order)
        timetable = try Timetable(until: order.until, isWorkday: order.isWorkday)
    }

    /// How many rows each table gets.
    public var rowCounts: [SampleTable: Int] {
        let tables = targets.map(\.target.table)
        var counts: [SampleTable: Int] = tables.contains(.registryEntry) ? [.registryEntry: order.subjects] : [:]
        let others = tables.filter { $0 != .registryEntry }
        let whole = others.reduce(0) { $0 + $1.perMille }
        var (passed, given) = (0, 0)
        for table in others {
            passed += table.perMille
            let upTo = order.records * passed / whole
            counts[table] = upTo - given
            given = upTo
        }
        // An enterprise has one grade a year: what would need more than eight years goes to another table.
        let most = filler.population.establishedEnterprises * 8
        if let grades = counts[.taxGrade], grades > most, let other = others.first(where: { $0 != .taxGrade }) {
            counts[.taxGrade] = most
            counts[other, default: 0] += grades - most
        }
        return counts
    }

    /// Writes all files, the registry's first, and says what is in them.
    ///
    /// - Throws: what `writer` throws
    public func write(to writer: inout some SampleWriter) throws -> SampleManifest {
        var manifest = SampleManifest(
            seed: order.seed, until: order.until, subjects: order.subjects, records: order.records)
        let counts = rowCounts
        for target in targets {
            let count = counts[target.target.table] ?? 0
            try write(target, count, to: &writer, &manifest)
        }
        return manifest
    }

    private func write(
        _ target: PreparedTarget, _ count: Int, to writer: inout some SampleWriter, _ manifest: inout SampleManifest
    ) throws {
        let table = target.target.table
        let isCut = order.delivery == .weekly && table.isDoublePublicity
        var rows = RowSequence(count: count, table: table, timetable: timetable, order: order)
        var row = SampleRow()
        for (number, week) in timetable.weeks.enumerated() {
            let isFirst = number == 0
            let isLast = number == timetable.weeks.count - 1
            let received = isCut ? timetable.workdays[week.upperBound] : order.until
            let slots = count * number / timetable.weeks.count..<count * (number + 1) / timetable.weeks.count
            if isCut && slots.isEmpty { continue }
            if isCut || isFirst {
                let file = file(target, writer.fileExtension, received: received, isCut: isCut)
                manifest.files.append(SampleManifest.Entry(file: file))
                try writer.begin(file)
            }
            for slot in slots {
                var (draft, isRepeated) = rows.next(slot: slot, week: week)
                filler.fill(&row, &draft, target)
                let isLate = timetable.isLate(decidedOn: draft.decidedIndex, received: received)
                manifest.files[manifest.files.count - 1].count(draft, isRepeated: isRepeated, isLate: isLate)
                try writer.write(row)
            }
            if isCut || isLast {
                try writer.end(file(target, writer.fileExtension, received: received, isCut: isCut))
            }
        }
    }

    private func file(
        _ target: PreparedTarget, _ fileExtension: String, received: Day, isCut: Bool
    ) -> SampleFile {
        let stem = isCut ? "\(target.target.kind)-\(received)" : target.target.kind
        return SampleFile(
            name: "\(stem).\(fileExtension)", table: target.target.table, kind: target.target.kind,
            department: target.target.department, received: received)
    }
}

extension SampleManifest.Entry {
    fileprivate mutating func count(_ draft: RowDraft, isRepeated: Bool, isLate: Bool) {
        rows += 1
        if let fault = draft.fault {
            planted[fault, default: 0] += 1
            return
        }
        if let form = draft.odd { odd[form, default: 0] += 1 }
        if isRepeated && !draft.isRevised {
            known += 1
            return
        }
        if draft.isRevised { changed += 1 }
        if isLate && draft.table.isDoublePublicity { late += 1 }
    }
}
