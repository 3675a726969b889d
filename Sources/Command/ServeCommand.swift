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

    func run() async throws {
        guard (0...65_535).contains(port) else {
            throw Refusal("端口须在 0 至 65535 之间", "the port must lie between 0 and 65535", exit: 2)
        }
        Memory.keepForAnswers()
        let rules = try store.packs.rules()
        let ledger = try store.existingLedger()
        let clock = try clock(of: ledger)
        let reading = try PublicStore(ledger: ledger, rules: rules, today: { clock.today })
        Memory.giveBack()
        let random = RandomSource()
        let started = Clock.seconds()
        let portal = try Portal(
            reading: reading, rules: rules, settings: settings(rules),
            surroundings: PortalSurroundings(
                milliseconds: { Int((Clock.seconds() - started) * 1_000) }, seconds: { Clock.unixSeconds() },
                failureNumber: { random.id() },
                failed: { number, error in Console.remark("错误编号 \(number)：\(Refusal.words(for: error))") }))
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
