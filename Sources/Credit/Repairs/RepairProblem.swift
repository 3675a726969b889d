/// 修复问题: why something may not be done in a case of repair.
public enum RepairProblem: CaseProblem, Hashable {
    /// No version of the rules holds on the day.
    case noRule(Day)
    /// The record is not published, so there is nothing to repair.
    case notPublished
    /// It has no last day: it ends by the grounds of its list, which whoever decided it finds.
    case byExit
    /// The account is bound to another subject.
    case notOwn
    /// The version does not let this sort of subject apply.
    case notForTraders(String)
    /// The shortest period is not over.
    case beforeMinimum(Day)
    /// The class cannot be repaired.
    case notRepairable
    /// The class is none of those the record can be of.
    case badClass
    /// Another case about the record is open.
    case openAlready(String)
    /// No new application is taken until the day.
    case banned(Day)
    /// The step does not fit the stage.
    case wrongStage
    /// What is missing was told before; it is told once.
    case toldBefore
    /// Something is asked for that the version does not ask for.
    case notDemanded(String)
    /// Papers are still missing.
    case missing([String])
    /// A reason is needed.
    case noReason
    /// Two different officers are needed.
    case sameOfficer
    /// Organ, number and date of the paper are needed.
    case noPaper
    /// The file is not taken.
    case badFile(String)
    /// The organ is not the one whose turn it is.
    case otherOrgan
    /// The record is unknown here or this kind is not repaired here.
    case notHere
    /// The paper or step lies before what it follows, or in the future.
    case badDay

    /// Code of the problem.
    public var code: String {
        switch self {
        case .byExit: "RPR-120"
        case .notOwn: "RPR-121"
        case .noRule: "RPR-101"
        case .notPublished: "RPR-102"
        case .beforeMinimum: "RPR-103"
        case .notRepairable: "RPR-104"
        case .badClass: "RPR-105"
        case .notForTraders: "RPR-106"
        case .openAlready: "RPR-107"
        case .banned: "RPR-108"
        case .wrongStage: "RPR-109"
        case .toldBefore: "RPR-110"
        case .notDemanded: "RPR-111"
        case .missing: "RPR-112"
        case .noReason: "RPR-113"
        case .sameOfficer: "RPR-114"
        case .noPaper: "RPR-115"
        case .badFile: "RPR-116"
        case .otherOrgan: "RPR-117"
        case .notHere: "RPR-118"
        case .badDay: "RPR-119"
        }
    }

    /// What is wrong and how to mend it.
    public var words: Label {
        switch self {
        case .noRule(let day):
            Label("\(day) 没有可用的修复规则，请先载入规则。", "No rule of repair holds on \(day); load one first.")
        case .notPublished:
            Label("该信息没有公示，不需要修复。", "The record is not published: there is nothing to repair.")
        case .byExit:
            Label(
                "该信息没有固定的公示末日，不按信用修复办理；整改后或者符合退出情形时，请向认定单位申请移出。",
                "The record has no last day, so it is not repaired: ask whoever decided it to take it out once it is cured or a ground of leaving holds."
            )
        case .notOwn: Label("只能为账号所属主体的信息提出申请。", "An account can apply for the records of its own subject only.")
        case .beforeMinimum(let day):
            Label("最短公示期未满，最早 \(day) 可以申请。", "The shortest period is not over; apply from \(day) on.")
        case .notRepairable:
            Label("该类别按施行的规则不予修复，期满自动结束公示。", "By the rule in force this class cannot be repaired; it ends by itself.")
        case .badClass:
            Label("该信息不可能属于所选类别，请重选。", "The record cannot be of that class; choose another.")
        case .notForTraders(let rule):
            Label("\(rule) 只适用于法人和非法人组织。", "\(rule) speaks of legal persons and other organisations only.")
        case .openAlready(let id): Label("该信息已有未办结的案件 \(id)，请在该案中办理。", "Case \(id) about it is open; go on there.")
        case .banned(let day):
            Label("因不诚信被撤销修复，\(day) 以前不受理新的申请。", "After a repair in bad faith no application is taken until \(day).")
        case .wrongStage:
            Label("当前阶段不能办理此事项，请刷新后查看可办事项。", "This cannot be done at this stage; reload and see what can.")
        case .toldBefore:
            Label("缺少的材料应当一次性告知，已经告知过。", "All that is missing is told once, and it has been told.")
        case .notDemanded(let what):
            Label(
                "施行的规则没有要求“\(what)”，不得要求提供。", "The rule in force does not ask for “\(what)”: it may not be asked for.")
        case .missing(let what):
            Label(
                "材料尚不齐全：\(what.joined(separator: "、"))。请补齐，或者一次性告知。",
                "Papers are missing: \(what.joined(separator: ", ")). Add them or tell the applicant all at once.")
        case .noReason: Label("请写明理由。", "Give the reason.")
        case .sameOfficer: Label("须由另一名工作人员复核。", "Another officer must review it.")
        case .noPaper: Label("请填写文书的机关、文号和日期。", "Name organ, number and date of the paper.")
        case .badFile(let name):
            Label(
                "文件“\(name)”不能收：只收 PDF、JPEG、PNG，不超过 10 MB。",
                "“\(name)” cannot be taken: PDF, JPEG or PNG of at most 10 MB.")
        case .otherOrgan: Label("本案现由其他单位办理。", "It is another organ's turn.")
        case .notHere:
            Label("没有这条信息，或者这类信息不在本平台办理修复。", "There is no such record, or its kind is not repaired here.")
        case .badDay: Label("日期不对：不能早于前一步，也不能晚于今天。", "The day lies before the step it follows, or in the future.")
        }
    }
}
