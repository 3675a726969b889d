/// 工作台地址: every address of the office.
enum OfficeRoute: Equatable {
    case queue
    case signIn
    case signOut
    case standIn
    case begin(String)
    case sheet(String)
    case act(String, in: String)
    case inspect(String)
    case upload
    case handIn(String)
    case batches
    case batch(String)
    case file(OfficeBatch.File, of: String)
    case undo(String)
    case letter(String)
    case letterFile(LetterFile, of: String)
    case register
    case volume(String)

    /// 文书文件: what of a letter can be had as a file.
    enum LetterFile: String {
        /// The letter to be edited and sealed.
        case document = "letter.docx"
        /// 用印扫描件.
        case scan
    }
    case people
    case newAccount
    case account(String)
    case administer(String, of: String)
    case own
    case ownForm(OwnForm)
    case setUp
    case confirm

    /// The address of a path, decoded; nil for any other.
    init?(_ parts: [String]) {
        guard parts.first == "office", parts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 128 }) else { return nil }
        let rest = Array(parts.dropFirst())
        switch (rest.first, rest.count) {
        case (nil, _): self = .queue
        case ("sign-in", 1): self = .signIn
        case ("sign-out", 1): self = .signOut
        case ("stand-in", 1): self = .standIn
        case ("new", 2): self = .begin(rest[1])
        case ("cases", 2): self = .sheet(rest[1])
        case ("cases", 3) where rest[2] == "volume": self = .volume(rest[1])
        case ("letters", 2): self = .letter(rest[1])
        case ("letters", 3):
            guard let file = LetterFile(rawValue: rest[2]) else { return nil }
            self = .letterFile(file, of: rest[1])
        case ("register", 1): self = .register
        case ("cases", 3): self = rest[2] == "inspect" ? .inspect(rest[1]) : .act(rest[2], in: rest[1])
        case ("people", 1): self = .people
        case ("people", 2): self = rest[1] == "new" ? .newAccount : .account(rest[1])
        case ("people", 3): self = .administer(rest[2], of: rest[1])
        case ("own", 1): self = .own
        case ("own", 2):
            guard let form = OwnForm(rawValue: rest[1]) else { return nil }
            self = .ownForm(form)
        case ("set-up", 1): self = .setUp
        case ("set-up", 2): if rest[1] == "confirm" { self = .confirm } else { return nil }
        case ("upload", 1): self = .upload
        case ("upload", 2): self = .handIn(rest[1])
        case ("batches", 1): self = .batches
        case ("batches", 2): self = .batch(rest[1])
        case ("batches", 3):
            if let file = OfficeBatch.File(rawValue: rest[2]) {
                self = .file(file, of: rest[1])
            } else if rest[2] == "undo" {
                self = .undo(rest[1])
            } else {
                return nil
            }
        default: return nil
        }
    }

    /// The address itself, ready for a link.
    var path: String {
        let parts: [String] =
            switch self {
            case .queue: []
            case .signIn: ["sign-in"]
            case .signOut: ["sign-out"]
            case .standIn: ["stand-in"]
            case .begin(let action): ["new", action]
            case .sheet(let id): ["cases", id]
            case .act(let action, let id): ["cases", id, action]
            case .inspect(let id): ["cases", id, "inspect"]
            case .upload: ["upload"]
            case .handIn(let id): ["upload", id]
            case .batches: ["batches"]
            case .batch(let id): ["batches", id]
            case .file(let file, let id): ["batches", id, file.rawValue]
            case .undo(let id): ["batches", id, "undo"]
            case .letter(let id): ["letters", id]
            case .letterFile(let file, let id): ["letters", id, file.rawValue]
            case .register: ["register"]
            case .volume(let id): ["cases", id, "volume"]
            case .people: ["people"]
            case .newAccount: ["people", "new"]
            case .account(let id): ["people", id]
            case .administer(let action, let id): ["people", id, action]
            case .own: ["own"]
            case .ownForm(let form): ["own", form.rawValue]
            case .setUp: ["set-up"]
            case .confirm: ["set-up", "confirm"]
            }
        return (["/office"] + parts.map { PercentEncoding.encode($0.utf8) }).joined(separator: "/")
    }

    /// The address with names for what differs, as the operator's log may know it.
    var pattern: String {
        switch self {
        case .queue, .signIn, .signOut, .standIn, .upload, .batches, .register, .people, .newAccount, .own, .ownForm,
            .setUp, .confirm:
            path
        case .account: "/office/people/{id}"
        case .administer: "/office/people/{id}/{action}"
        case .begin: "/office/new/{action}"
        case .sheet: "/office/cases/{id}"
        case .act: "/office/cases/{id}/{action}"
        case .inspect: "/office/cases/{id}/inspect"
        case .handIn: "/office/upload/{id}"
        case .batch: "/office/batches/{id}"
        case .file(let file, _): "/office/batches/{id}/" + file.rawValue
        case .undo: "/office/batches/{id}/undo"
        case .letter: "/office/letters/{id}"
        case .letterFile(let file, _): "/office/letters/{id}/" + file.rawValue
        case .volume: "/office/cases/{id}/volume"
        }
    }

    /// Whether it can be looked at, and whether something can be posted to it.
    var methods: (get: Bool, post: Bool) {
        switch self {
        case .queue, .sheet, .batches, .batch, .file, .letter, .letterFile, .register, .volume, .people, .account, .own:
            (true, false)
        case .signIn, .standIn, .begin, .act, .inspect, .upload, .handIn, .undo, .newAccount, .administer, .setUp:
            (true, true)
        case .ownForm(let form): (form.hasPage, true)
        case .signOut, .confirm: (false, true)
        }
    }
}
