/// 删除问题: why the content of a record is not erased.
public enum ErasureProblem: CaseProblem, Hashable {
    /// No such record is or was held.
    case noRecord
    /// It has been erased already, on this day.
    case erased(Day)
    /// Something has to be dealt with first.
    case held(ErasableRecord.Hold)
    /// Both officers are one person, or act in the name of one.
    case sameOfficer
    /// The record is another organ's; its code.
    case otherOrgan(String)
    /// One of the officers may not do this.
    case noDuty
    /// The paper lacks its organ, number, day or basis.
    case noPaper
    /// The paper is of a day to come.
    case paperAhead(Day)
    /// No reason is given.
    case noReason
    /// Reason or paper hold a person's identity number.
    case identityNumber
    /// Reason or paper name the subject.
    case namesSubject

    /// Code of the problem.
    public var code: String {
        switch self {
        case .noRecord: "ERASE-101"
        case .erased: "ERASE-102"
        case .held: "ERASE-103"
        case .sameOfficer: "ERASE-104"
        case .otherOrgan: "ERASE-105"
        case .noDuty: "ERASE-106"
        case .noPaper: "ERASE-107"
        case .paperAhead: "ERASE-108"
        case .noReason: "ERASE-109"
        case .identityNumber: "ERASE-110"
        case .namesSubject: "ERASE-111"
        }
    }

    /// What is wrong and how to mend it.
    public var words: Label {
        switch self {
        case .noRecord: Label("没有这条信息；请核对编号。", "There is no such record. Check its id.")
        case .erased(let day):
            Label("这条信息已于 \(day) 依法删除，不必再删。", "This record was erased on \(day); nothing is left to erase.")
        case .held(let hold): hold.words
        case .sameOfficer:
            Label(
                "承办和复核须为两人，代行的也算被代行人本人；请换一名复核人。", "Two officers must differ, whoever stands in. Choose another second.")
        case .otherOrgan(let code):
            Label(
                "这条信息由“\(code)”负责；请由该单位或者其上级办理。", "“\(code)” answers for this record. Let it, or a body above it, act.")
        case .noDuty:
            Label(
                "承办人须有“受理与承办”权限，复核人须有“复核与决定”权限且属同一单位；请先授予权限或者换人。",
                "The first must be allowed to handle cases, the second to decide, in the same body. Grant that, or choose others."
            )
        case .noPaper:
            Label("请写明文书的机关、文号、日期和依据。", "Name the paper's organ, number, day and legal basis.")
        case .paperAhead(let day): Label("文书日期 \(day) 还没有到；请核对。", "The paper is of \(day), a day to come. Check it.")
        case .noReason: Label("请写明删除的理由。", "Say why it is erased.")
        case .identityNumber:
            Label(
                "理由和文书会留存，不得含有身份证件号码；请改写。",
                "Reason and paper stay, and may hold no identity number. Write them without.")
        case .namesSubject:
            Label(
                "理由和文书会留存，不得写明是谁的信息；请改写。",
                "Reason and paper stay, and may not say whose record it was. Write them without.")
        }
    }
}

extension ErasableRecord.Hold {
    /// What is to be done first.
    var words: Label {
        switch self {
        case .openCase(let id):
            Label("案件 \(id) 还没有办结；请先办结。", "Case \(id) is open. Bring it to its end first.")
        case .base(let id):
            Label(
                "\(id) 以这条信息为依据或者由其公示；请先依法移出或者解除，其记载不因删除而失去依据。",
                "\(id) rests on this record or was published as it. An entry, measure or breach may not lose its base unseen."
            )
        case .ban(let id):
            Label("修复案件 \(id) 定有禁止期；记载须保留。", "Repair \(id) ended in a ban, which must stay on record.")
        case .openBatch(let id):
            Label("批次 \(id) 还没有导入完；请先续做。", "Batch \(id) is still being taken in. Let it go on to its end first.")
        case .onlyProofOfTrade:
            Label(
                "只有这条信息表明其主体是从事经营的自然人，删除后其余信息会按企业公示；请先导入其登记信息，或者先删除其余信息。",
                "Only this record tells that its subject is a person in trade; the others would then be shown as a company's. "
                    + "Take in its registry entry first, or erase the others first.")
        }
    }
}
