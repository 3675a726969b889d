/// 权限问题: why something may not be done with organisations, accounts and authorisations.
public enum AccessProblem: CaseProblem, Hashable {
    /// No account has this id or sign-in name.
    case noAccount(String)
    /// No organisation of this code is there that day.
    case noOrganisation(String)
    /// Whoever asks does not administer that organisation.
    case notAdministrator(organisation: String)
    /// Somebody would change their own rights.
    case ownRights
    /// Nobody would be left who administers the root.
    case lastAdministrator
    /// The account is closed.
    case closed(String)
    /// The sign-in name is taken or was used before.
    case nameTaken(String)
    /// The sign-in name has letters it may not have.
    case badName(String)
    /// Something that must be named is missing or too long, or holds a person's number.
    case badText(Label)
    /// The duty is granted already.
    case alreadyGranted(Duty)
    /// The duty is not granted.
    case notGranted(Duty)
    /// The day lies before today: nothing becomes allowed afterwards.
    case past(Day)
    /// The store has accounts already; the first administrator exists.
    case notFirst
    /// The code of an organisation is in use, or is none.
    case badCode(String)
    /// The root, or an organisation with others below it, cannot be merged.
    case cannotMerge(String)
    /// An organisation would stand above itself.
    case circle
    /// The organisation does not hold the code that day.
    case codeNotHeld(String)
    /// A person would stand in for themselves.
    case samePerson
    /// The authorisation names nothing, or what nobody may pass on, or what the person stood in for may not do.
    case cannotPass
    /// The last day lies before the first or too far behind it.
    case badPeriod(most: Int)
    /// There is no such authorisation in force.
    case noAuthorisation(String)
    /// Who is to stand in belongs to another organisation that does not stand above.
    case strangers
    /// The account is locked; it has to be unlocked first.
    case locked(String)
    /// The account is not locked.
    case notLocked(String)

    /// Code of the problem.
    public var code: String {
        switch self {
        case .noAccount: "ACC-110"
        case .noOrganisation: "ACC-111"
        case .notAdministrator: "ACC-112"
        case .ownRights: "ACC-113"
        case .lastAdministrator: "ACC-114"
        case .closed: "ACC-115"
        case .nameTaken: "ACC-116"
        case .badName: "ACC-117"
        case .badText: "ACC-118"
        case .alreadyGranted: "ACC-119"
        case .notGranted: "ACC-120"
        case .past: "ACC-121"
        case .notFirst: "ACC-122"
        case .badCode: "ACC-123"
        case .cannotMerge: "ACC-124"
        case .circle: "ACC-125"
        case .codeNotHeld: "ACC-126"
        case .samePerson: "ACC-127"
        case .cannotPass: "ACC-128"
        case .badPeriod: "ACC-129"
        case .noAuthorisation: "ACC-130"
        case .strangers: "ACC-131"
        case .locked: "ACC-132"
        case .notLocked: "ACC-133"
        }
    }

    /// What is wrong and how to mend it.
    public var words: Label {
        switch self {
        case .noAccount(let name):
            Label(
                "没有账号“\(name)”，请用 chengxin account list 核对。",
                "There is no account “\(name)”; see chengxin account list.")
        case .noOrganisation(let code):
            Label(
                "该日没有组织“\(code)”，请用 chengxin organisation list 核对。",
                "There is no organisation “\(code)” that day; see chengxin organisation list.")
        case .notAdministrator(let organisation):
            Label(
                "办理人当日不是“\(organisation)”或其上级的账号管理员；请由管理员办理。",
                "Whoever asks does not administer “\(organisation)” or what stands above it; an administrator has to do it."
            )
        case .ownRights:
            Label("任何人不得变更自己的权限；请由另一名管理员办理。", "Nobody changes their own rights; another administrator has to do it.")
        case .lastAdministrator:
            Label(
                "这是最后一名管理员，须先另授一名管理员。", "This is the last administrator; grant another one first.")
        case .closed(let name):
            Label("账号“\(name)”已注销；如需恢复工作，请新开账号。", "The account “\(name)” is closed; open a new one.")
        case .nameTaken(let name):
            Label("登录名“\(name)”已被使用（含已注销账号），请换一个。", "The sign-in name “\(name)” is or was in use; choose another.")
        case .badName(let name):
            Label(
                "登录名“\(name)”不符合要求：3 至 32 个小写字母、数字、点、连字符或下划线，至少一个字母。",
                "The sign-in name “\(name)” must be 3 to 32 lower-case letters, digits, dots, hyphens or underlines, one a letter."
            )
        case .badText(let what):
            Label(
                "\(what.chinese)未填、过长或含有证件号码，请改正。",
                "The \(what.english) is missing, too long or holds an identity number; mend it.")
        case .alreadyGranted(let duty):
            Label("已有“\(duty.title.chinese)”权限。", "“\(duty.title.english)” is granted already.")
        case .notGranted(let duty):
            Label("没有“\(duty.title.chinese)”权限可收回。", "“\(duty.title.english)” is not granted.")
        case .past(let day):
            Label("生效日 \(day) 早于今天；权限不得追溯。", "The day \(day) lies before today; rights are never granted backwards.")
        case .notFirst:
            Label(
                "库中已有账号；请由管理员用 chengxin account add 开立。",
                "The store has accounts; an administrator opens further ones with chengxin account add.")
        case .badCode(let code):
            Label(
                "组织代码“\(code)”已被使用或不符合要求（小写字母、数字和连字符）。",
                "The code “\(code)” is in use, or is not of lower-case letters, digits and hyphens.")
        case .cannotMerge(let code):
            Label("“\(code)”是根组织或尚有下级，不能撤并；请先调整下级。", "“\(code)” is the root or has others below it; move these first.")
        case .circle: Label("组织不能隶属于自己或自己的下级。", "An organisation cannot stand below itself.")
        case .codeNotHeld(let code):
            Label("该组织当日不承担“\(code)”的职责，无可划转。", "The organisation does not hold “\(code)” that day.")
        case .samePerson: Label("本人不能代行本人职责。", "Nobody stands in for themselves.")
        case .cannotPass:
            Label(
                "授权须写明事项，且不得超出被代行人的权限；账号管理不得代行。",
                "An authorisation names duties that the person stood in for has; administering accounts cannot be passed on."
            )
        case .badPeriod(let most):
            Label(
                "授权期限须起止有序，且不超过 \(most) 日。", "An authorisation ends after it begins and runs for at most \(most) days.")
        case .noAuthorisation(let id):
            Label("没有有效的授权“\(id)”。", "There is no authorisation “\(id)” in force.")
        case .locked(let name):
            Label("账号“\(name)”已锁定，请先解锁。", "The account “\(name)” is locked; unlock it first.")
        case .notLocked(let name):
            Label("账号“\(name)”没有锁定，无须解锁。", "The account “\(name)” is not locked.")
        case .strangers:
            Label("代行人须与被代行人同属一个组织，或属于其上级。", "Who stands in belongs to the same organisation or one above it.")
        }
    }
}
