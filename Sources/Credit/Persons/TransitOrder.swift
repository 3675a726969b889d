/// 上报审批: that two officers who must differ send sealed rows of a kind to the region. Without one no sealed row is opened,
/// and there is no other way to make one than this.
public struct TransitOrder: Sendable, Equatable {
    /// 批次编号.
    public let id: String
    /// Code of the kind of record.
    public let kind: String
    /// Code of the layout of the region or the nation.
    public let layout: String
    /// 事由编号.
    public let matter: String
    /// 承办与复核.
    public let by: OfficerPair

    /// - Parameters:
    ///   - people: who may act.
    ///   - organ: code of the organisation that reports to the region.
    public init(
        id: String, kind: String, layout: String, matter: String, by first: Officer, and second: Officer,
        among people: People, on day: Day
    ) throws(TransitProblem) {
        guard let pair = OfficerPair(first, second) else { throw .sameOfficer }
        guard people.duties(of: first.account, on: day).contains(.handle),
            people.secondOfficer(second.account, of: first.organ, first: first, on: day) != nil
        else { throw .noDuty }
        guard !matter.isEmpty, ResidentNumber.masking(matter) == matter else { throw .noMatter }
        (self.id, self.kind, self.layout, self.matter, by) = (id, kind, layout, matter, pair)
    }

    /// Whether the rows of a department may leave by it: those of the first officer's body or of one below it.
    public func covers(department holder: String, among people: People, on day: Day) -> Bool {
        people.covers(by.first.organ, holder, on: day)
    }

    /// The export of these rows.
    public func export(_ rows: [String]) throws(TransitProblem) -> TransitExport {
        guard !rows.isEmpty else { throw .nothing }
        return TransitExport(id: id, kind: kind, layout: layout, matter: matter, rows: rows, by: by)
    }
}

/// 过境问题: why sealed rows do not leave, are not taken or not deleted.
public enum TransitProblem: CaseProblem, Hashable {
    /// Both officers are one person, or act in the name of one.
    case sameOfficer
    /// One of the officers may not do this.
    case noDuty
    /// No matter number is given, or it holds a person's number.
    case noMatter
    /// No row of the kind waits.
    case nothing
    /// The key that sealed the rows is not there.
    case keyLost(path: String)
    /// What is sealed cannot be opened with the key that is there; the row's id.
    case unreadable(String)
    /// Nobody said how long sealed rows are kept.
    case noTerm

    /// Code of the problem.
    public var code: String {
        switch self {
        case .sameOfficer: "TRANSIT-101"
        case .noDuty: "TRANSIT-102"
        case .noMatter: "TRANSIT-103"
        case .nothing: "TRANSIT-104"
        case .keyLost: "TRANSIT-105"
        case .unreadable: "TRANSIT-106"
        case .noTerm: "TRANSIT-107"
        }
    }

    /// What is wrong and how to mend it.
    public var words: Label {
        switch self {
        case .sameOfficer:
            Label(
                "承办和复核须为两人，代行的也算被代行人本人；请换一名复核人。", "Two officers must differ, whoever stands in. Choose another second.")
        case .noDuty:
            Label(
                "承办人须有“受理与承办”权限，复核人须有“复核与决定”权限且属同一单位；请先授予权限或者换人。",
                "The first must be allowed to handle cases, the second to decide, in the same body. Grant that, or choose others."
            )
        case .noMatter:
            Label("请写明事由编号，不得含有身份证件号码。", "Name the matter number; it may hold no identity number.")
        case .nothing:
            Label("没有等待上报的自然人信息。", "No sealed row of this kind waits to leave.")
        case .keyLost(let path):
            Label(
                "找不到自然人信息的封存密钥“\(path)”，已封存的信息打不开，也不再收取新的；请从带密钥的备份恢复该文件。",
                "The key “\(path)” that sealed natural persons' rows is missing: what is sealed cannot be opened and nothing new "
                    + "is taken. Restore that file from a backup made with keys.")
        case .unreadable(let id):
            Label(
                "封存的 \(id) 用现有密钥打不开，未上报任何内容；请核对密钥文件，并运行 chengxin verify。",
                "What is sealed as \(id) cannot be opened with this key; nothing left. Check the key file and run chengxin verify."
            )
        case .noTerm:
            Label(
                "规则包没有写明过境信息保存多久，未收取；请补充时限“person-transit”。",
                "The pack does not say how long sealed rows are kept. Add the clock “person-transit”.")
        }
    }
}
