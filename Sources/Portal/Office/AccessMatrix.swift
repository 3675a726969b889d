import Credit

/// 门禁表: every address of the office and of its interface against everybody who may come, made from the rules that the
/// office itself asks. `docs/access-matrix.md` holds it as it was agreed; a test compares, and asks each cell.
struct AccessMatrix {
    /// One address and what is done there.
    struct Row {
        /// The address, with names for what differs.
        let pattern: String
        /// A path of it.
        let path: String
        let isPost: Bool
        let access: RouteAccess
        /// Whether it is about one thing of one organisation, which no other organisation finds.
        let isOfOneOrgan: Bool
        /// Whether another organisation comes to it by telling purpose and matter number, and in no other way (R9).
        let asksPurpose: Bool
        /// Whether it is a call of a program, with a token instead of a cookie.
        let isCall: Bool

        /// Whether somebody signed in with these duties comes in, where the action asks for one.
        func allows(_ duties: Set<Duty>, action: Duty) -> Bool {
            access.allows(duties) && (access != .action || duties.contains(action))
        }
    }

    /// What stands for the names in addresses.
    struct Sample {
        var resource = OfficeResource(noun: "{cases}", prefix: "ID")
        var id = "ID-1", letter = "ID-1-L1", opening = "{opening}", action = "{action}"
        var handIn = "{id}", batch = "{id}", account = "{id}", accountAction = "{action}"
        var position = 0
    }

    let rows: [Row]

    init(_ sample: Sample = Sample()) {
        var rows: [Row] = []
        for route in OfficeRoute.Name.allCases.flatMap({ $0.routes(sample) }) {
            for isPost in [false, true] where isPost ? route.methods.post : route.methods.get {
                rows.append(
                    Row(
                        pattern: route.pattern, path: route.path, isPost: isPost,
                        access: route.access(isPost: isPost, [sample.resource]),
                        isOfOneOrgan: route.isOfOneOrgan, asksPurpose: route.asksPurpose, isCall: false))
            }
        }
        for route in InterfaceRoute.Name.allCases.flatMap({ $0.routes(sample) }) {
            for isPost in [false, true] where isPost ? route.methods.post : route.methods.get {
                rows.append(
                    Row(
                        pattern: route.pattern, path: route.path, isPost: isPost, access: route.access(isPost: isPost),
                        isOfOneOrgan: route.isOfOneOrgan, asksPurpose: route.asksPurpose, isCall: true))
            }
        }
        self.rows = rows
    }

    /// The table as the document has it.
    var markdown: String {
        let duties = Duty.allCases
        var lines = [
            "| address | method | signed out | no duty | "
                + duties.map { "`\($0.rawValue)`" }.joined(separator: " | ") + " | another organisation, every duty |",
            "| --- | --- | --- | --- |" + String(repeating: " --- |", count: duties.count + 1),
        ]
        for row in rows {
            let out = row.access == .anyone ? "yes" : "401"
            let none = row.access.allows([]) ? "yes" : "403"
            let cells = duties.map { duty in
                !row.access.allows([duty]) ? "403" : row.access == .action ? "if named" : "yes"
            }
            // A program administers nobody, whatever its account may.
            let own =
                row.isOfOneOrgan
                ? "404" : row.access == .anyone ? "yes" : row.asksPurpose ? "purpose first" : "its own only"
            lines.append(
                "| `\(row.pattern)` | \(row.isPost ? "POST" : "GET") | \(out) | \(none) | "
                    + cells.joined(separator: " | ") + " | \(own) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension AccessMatrix {
    /// 案件类别表: the kinds of cases as programs and ids know them and whose post reads them, so that none comes without an
    /// address.
    static func kinds(_ resources: [OfficeResource]) -> String {
        let lines = resources.map { resource in
            let readers = Duty.allCases.filter(resource.readers.contains).map { "`\($0.rawValue)`" }
            return
                "| `\(resource.prefix)-…` | `\(InterfaceRoute.list(resource).path)` | \(readers.joined(separator: ", ")) |"
        }
        return (["| ids | calls | read by |", "| --- | --- | --- |"] + lines).joined(separator: "\n") + "\n"
    }
}

extension OfficeRoute {
    /// 地址名: every kind of address once; the switches here and below do not compile where one is left out.
    enum Name: CaseIterable {
        case queue, signIn, signOut, standIn, begin, sheet, act, inspect, upload, handIn, batches, batch, file, undo
        case letter, letterFile, register, volume
        case people, newAccount, account, administer, own, ownForm, setUp, confirm

        func routes(_ sample: AccessMatrix.Sample) -> [OfficeRoute] {
            switch self {
            case .queue: [.queue]
            case .signIn: [.signIn]
            case .signOut: [.signOut]
            case .standIn: [.standIn]
            case .begin: [.begin(sample.opening)]
            case .sheet: [.sheet(sample.id)]
            case .act: [.act(sample.action, in: sample.id)]
            case .inspect: [.inspect(sample.id)]
            case .upload: [.upload]
            case .handIn: [.handIn(sample.handIn)]
            case .batches: [.batches]
            case .batch: [.batch(sample.batch)]
            case .file: OfficeBatch.File.allCases.map { .file($0, of: sample.batch) }
            case .undo: [.undo(sample.batch)]
            case .letter: [.letter(sample.letter)]
            case .letterFile: [.letterFile(.document, of: sample.letter), .letterFile(.scan, of: sample.letter)]
            case .register: [.register]
            case .volume: [.volume(sample.id)]
            case .people: [.people]
            case .newAccount: [.newAccount]
            case .account: [.account(sample.account)]
            case .administer: [.administer(sample.accountAction, of: sample.account)]
            case .own: [.own]
            case .ownForm: OwnForm.allCases.map { .ownForm($0) }
            case .setUp: [.setUp]
            case .confirm: [.confirm]
            }
        }
    }

    var name: Name {
        switch self {
        case .queue: .queue
        case .signIn: .signIn
        case .signOut: .signOut
        case .standIn: .standIn
        case .begin: .begin
        case .sheet: .sheet
        case .act: .act
        case .inspect: .inspect
        case .upload: .upload
        case .handIn: .handIn
        case .batches: .batches
        case .batch: .batch
        case .file: .file
        case .undo: .undo
        case .letter: .letter
        case .letterFile: .letterFile
        case .register: .register
        case .volume: .volume
        case .people: .people
        case .newAccount: .newAccount
        case .account: .account
        case .administer: .administer
        case .own: .own
        case .ownForm: .ownForm
        case .setUp: .setUp
        case .confirm: .confirm
        }
    }

    var isOfOneOrgan: Bool {
        switch self {
        case .act, .handIn, .batch, .file, .undo, .letter, .letterFile, .volume, .account, .administer: true
        default: false
        }
    }

    var asksPurpose: Bool {
        switch self {
        case .sheet, .inspect: true
        default: false
        }
    }
}

extension InterfaceRoute {
    /// 地址名: every kind of address once.
    enum Name: CaseIterable {
        case cases, list, sheet, step, act, inspect, batches, batch, submission, undo, file

        func routes(_ sample: AccessMatrix.Sample) -> [InterfaceRoute] {
            switch self {
            case .cases: [.cases]
            case .list: [.list(sample.resource)]
            case .sheet: [.sheet(sample.id, of: sample.resource)]
            case .step: [.step(sample.position, in: sample.id, of: sample.resource)]
            case .act: [.act(sample.action, in: sample.id, of: sample.resource)]
            case .inspect: [.inspect(sample.id, of: sample.resource)]
            case .batches: [.batches]
            case .batch: [.batch(sample.batch)]
            case .submission: [.submission(sample.handIn)]
            case .undo: [.undo(sample.batch)]
            case .file: OfficeBatch.File.allCases.map { .file($0, of: sample.batch) }
            }
        }
    }

    var name: Name {
        switch self {
        case .cases: .cases
        case .list: .list
        case .sheet: .sheet
        case .step: .step
        case .act: .act
        case .inspect: .inspect
        case .batches: .batches
        case .batch: .batch
        case .submission: .submission
        case .undo: .undo
        case .file: .file
        }
    }

    var isOfOneOrgan: Bool {
        switch self {
        case .sheet, .step, .act, .batch, .submission, .undo, .file: true
        case .cases, .list, .inspect, .batches: false
        }
    }

    var asksPurpose: Bool { if case .inspect = self { true } else { false } }
}
