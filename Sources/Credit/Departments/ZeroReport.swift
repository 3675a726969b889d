/// 零报告: a department says that it decided nothing in a month that would have had to be handed in. To have said so and
/// to have handed in nothing are two things; a decision of the month that comes in later makes it 瞒报.
///
/// - Source: domain practice 28: monthly, signed by the head; missing is not zero.
public struct ZeroReport: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// Code of the department.
    public let department: String
    /// The month of the decisions there were none of.
    public let month: Month
    /// 签发人: the head who signed it, as it names them.
    public let signer: String
    /// 报送人: who handed it in.
    public let officer: Officer
    /// The day it was handed in.
    public let day: Day

    /// Decides that a zero report may be handed in.
    ///
    /// - Parameters:
    ///   - known: whether there is a zero report of the month already.
    ///   - held: how many decisions of the month the department has handed in.
    public init(
        id: String, of department: String, month: Month, signer: String?, by officer: Officer, on day: Day, known: Bool,
        held: Int
    ) throws(ZeroReportProblem) {
        guard officer.organ == department else { throw .otherDepartment }
        guard month.last < day else { throw .monthNotOver(month) }
        guard let signer else { throw .noSigner }
        guard !known else { throw .known(month) }
        guard held == 0 else { throw .notZero(month, held: held) }
        self.id = id
        self.department = department
        self.month = month
        self.signer = signer
        self.officer = officer
        self.day = day
    }

    /// A zero report as it was handed in.
    public init(id: String, department: String, month: Month, signer: String, officer: Officer, day: Day) {
        self.id = id
        self.department = department
        self.month = month
        self.signer = signer
        self.officer = officer
        self.day = day
    }

    static let name = "zero.reported"

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("account", officer.account)
            writer.put("day", day)
            writer.put("department", department)
            writer.put("event", ZeroReport.name)
            writer.put("for", officer.standingInFor)
            writer.put("id", id)
            writer.put("month", month.description)
            writer.put("officer", officer.name)
            writer.put("signer", signer)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        guard let month = Month(try reader.require("month")) else { throw CanonicalFault(missing: "month") }
        id = try reader.require("id")
        department = try reader.require("department")
        self.month = month
        signer = try reader.require("signer")
        day = try reader.requireDay("day")
        officer = Officer(
            account: try reader.require("account"), name: try reader.require("officer"), organ: department,
            standingInFor: reader.text("for"))
    }
}

/// 零报告情况: a zero report as it stands now.
public struct StandingZeroReport: Hashable, Sendable {
    /// What was said.
    public let report: ZeroReport
    /// Position of its entry in the log.
    public let position: Int
    /// 瞒报: how many decisions of the month came in after it and are still held.
    public let concealed: Int

    /// A zero report as it stands now.
    public init(report: ZeroReport, position: Int, concealed: Int) {
        self.report = report
        self.position = position
        self.concealed = concealed
    }
}

extension Sequence<StandingZeroReport> {
    /// The zero report of a department's month; nil where there is none.
    public func report(of department: String, in month: Month) -> StandingZeroReport? {
        first { $0.report.department == department && $0.report.month == month }
    }
}

/// 零报告问题: why a zero report is not taken.
public enum ZeroReportProblem: CaseProblem, Hashable {
    /// It is another department's.
    case otherDepartment
    /// The month goes on.
    case monthNotOver(Month)
    /// Nobody signed it.
    case noSigner
    /// No month was chosen.
    case noMonth
    /// It is done, and nothing more can be done with it.
    case done
    /// There is one already.
    case known(Month)
    /// There are decisions of the month.
    case notZero(Month, held: Int)

    /// Code of the problem.
    public var code: String {
        switch self {
        case .otherDepartment: "ZERO-101"
        case .monthNotOver: "ZERO-102"
        case .noSigner: "ZERO-103"
        case .known: "ZERO-104"
        case .noMonth: "ZERO-106"
        case .done: "ZERO-107"
        case .notZero: "ZERO-105"
        }
    }

    /// What is wrong and how to mend it.
    public var words: Label {
        switch self {
        case .otherDepartment:
            Label("只能为本单位作零报告。", "A zero report is made for one's own department only.")
        case .monthNotOver(let month):
            Label("\(month.title.chinese)尚未结束，月末之后再报。", "\(month) is not over; report after its last day.")
        case .noSigner: Label("请写明签发的负责人。", "Name the head who signed it.")
        case .noMonth: Label("请选择月份。", "Choose a month.")
        case .done: Label("零报告已经办结。", "The zero report is done.")
        case .known(let month):
            Label("\(month.title.chinese)已经作过零报告。", "There is a zero report of \(month) already.")
        case .notZero(let month, let held):
            Label(
                "\(month.title.chinese)已有 \(held) 条决定报送，不是零；如有误，请先撤回。",
                "\(held) decisions of \(month) were handed in, so it is not zero; take them back first if they are wrong."
            )
        }
    }
}
