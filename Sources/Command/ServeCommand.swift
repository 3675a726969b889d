import ArgumentParser
import Credit
import Glibc
import Logging
import Portal
import Store

/// `chengxin serve`: the public site and its interface for programs.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "提供门户网页、接口和公开日志 · serve pages, API and the public log")
    @OptionGroup var store: StoreOptions
    @Option(help: "端口；0 由系统选 · port; 0 lets the system choose") var port = 8080
    @Option(help: "监听地址 · address to listen on") var host = "127.0.0.1"
    @Option(help: "每分钟每个来源的请求上限，0 为不限 · requests a minute and visitor, 0 for no limit") var rate = 600
    @Flag(help: "在自己的反向代理之后：按 X-Forwarded-For 识别来源 · behind a proxy of one's own")
    var behindProxy = false
    @Flag(help: "同时提供工作台（/office）：须先有账号；没有 TLS 时只在本机 · with the office for signed-in staff")
    var office = false
    @Option(help: "工作台单个报送文件上限，MiB · largest file a desk may hand in") var uploadMib = 64

    func run() async throws {
        guard (0...65_535).contains(port) else {
            throw Refusal("端口须在 0 至 65535 之间", "the port must lie between 0 and 65535", exit: 2)
        }
        Memory.keepForAnswers()
        let rules = try store.packs.rules()
        let ledger = try store.existingLedger()
        let clock = try clock(of: ledger)
        try remarkOnRules(rules, in: ledger)
        let reading = try PublicStore(ledger: ledger, rules: rules, today: { clock.today })
        Memory.giveBack()
        let random = RandomSource()
        let started = Clock.seconds()
        let desk = office ? try officeStore(ledger, rules, clock, random) : nil
        let portal = try Portal(
            reading: reading, rules: rules, settings: settings(rules),
            surroundings: PortalSurroundings(
                milliseconds: { Int((Clock.seconds() - started) * 1_000) }, seconds: { Clock.unixSeconds() },
                failureNumber: { random.id() },
                failed: { number, error in Console.remark("错误编号 \(number)：\(Refusal.words(for: error))") }),
            office: desk)
        var logger = Logger(label: "chengxin")
        logger.logLevel = .error
        let host = host
        do {
            try await portal.serve(host: host, port: port, logger: logger) { port in
                Console.line("http://\(host):\(port)/")
            }
        } catch {
            throw Refusal("无法在 \(host):\(port) 提供服务：\(error)", "cannot serve on \(host):\(port)")
        }
    }

    /// Rules that the store does not work by yet have shortened nothing of what is published (R6): it is said.
    private func remarkOnRules(_ rules: Rules, in ledger: Ledger) throws {
        let (inUse, isPending) = try ledger.read { (try $0.rulesInUse(), try $0.isReviewPending()) }
        guard let inUse, inUse.digest != rules.digest || isPending else { return }
        Console.remark(
            "规则包 \(rules.code) \(rules.version) 尚未启用或者复核未完：公示期仍按原规则；请运行 chengxin adopt · "
                + "the rules are not in use yet, or not applied to the end: run chengxin adopt")
    }

    /// The office over a store, where it may be served at all.
    private func officeStore(
        _ ledger: Ledger, _ rules: Rules, _ clock: Clock, _ random: RandomSource
    ) throws -> OfficeStore {
        guard behindProxy || ["127.0.0.1", "::1", "localhost"].contains(host) else {
            throw Refusal(
                "工作台传送密码，没有 TLS 时只能在本机（127.0.0.1）提供；请放在自己的 TLS 反向代理之后，并加 --behind-proxy",
                "the office takes passwords: without TLS it is served on 127.0.0.1 only; put it behind a TLS proxy of your "
                    + "own with --behind-proxy", exit: 2)
        }
        guard (1...1_024).contains(uploadMib) else {
            throw Refusal("--upload-mib 须在 1 至 1024 之间", "--upload-mib must lie between 1 and 1024", exit: 2)
        }
        if try ledger.read({ try $0.opening()?.isRehearsal }) == true, store.clocks.day == nil {
            throw Refusal("演练库的工作台须用 --clock 指定日期", "the office of a rehearsal store needs --clock DAY", exit: 2)
        }
        let door = try OfficeDoor(ledger: ledger, clock: clock)
        try door.checkSecrets()
        let files = try HandIns(data: store.data) { error in
            let number = random.id()
            Console.remark("错误编号 \(number)：\(Refusal.words(for: error))")
            return OfficeRefusal(
                code: "WEB-113", status: 500,
                words: Label("系统内部错误，问题编号 \(number)。", "Something went wrong on our side, number \(number)."))
        }
        let evidence = EvidenceFolder(data: store.data)
        let kinds = OfficeKinds.all(rules, evidence: evidence)
        return OfficeStore(
            ledger: ledger, rules: rules, kinds: kinds, door: door, clock: clock,
            newID: { random.id() }, files: files, evidence: evidence,
            accounts: AccountRoom(
                ledger: ledger, rules: rules, clock: clock, entrance: door.entrance, newID: { random.id() }),
            agents: AgentWindow(
                ledger: ledger, rules: rules, kinds: kinds, entrance: door.entrance, clock: clock,
                newID: { random.id() }, files: files),
            mostUploaded: uploadMib << 20)
    }

    /// A rehearsal store shown without a day is shown on its own last day, so that it does not age.
    private func clock(of ledger: Ledger) throws -> Clock {
        if let day = store.clocks.day { return Clock(rehearsal: day) }
        let last = try ledger.read { try $0.opening()?.isRehearsal == true ? $0.lastInstant()?.day : nil }
        return Clock(rehearsal: last)
    }

    private func settings(_ rules: Rules) -> PortalSettings {
        func given(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
        let site = rules.label(ofTerm: "portal", on: .endless) ?? rules.name
        return PortalSettings(
            siteName: site, organ: rules.label(ofTerm: "host", on: .endless) ?? rules.name,
            packVersion: "\(rules.code) \(rules.version)",
            baseAddress: given("CHENGXIN_ADDRESS"), icpNumber: given("CHENGXIN_ICP"),
            policeNumber: given("CHENGXIN_POLICE"), siteCode: given("CHENGXIN_SITE_CODE"),
            requestsPerMinute: rate > 0 ? rate : nil, trustsForwardedAddress: behindProxy)
    }
}
