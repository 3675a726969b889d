import ArgumentParser
import Credit
import Glibc
import Samples

/// `chengxin sample`: 演示城市 data, deterministic and visibly made up.
struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "生成演示数据：看得出是虚构的，同一种子得同一文件 · made-up data for a demonstration city")
    @OptionGroup var packs: PackOptions
    @Option(help: "主体数 · subjects") var companies = 5_000
    @Option(help: "记录数 · records") var records = 50_000
    @Option(help: "随机种子 · seed") var seed: UInt64 = 1
    @Option(help: "数据截止日 · last day") var until: Day
    @Option(help: "输出文件夹 · folder") var out: String
    @Option(help: "每千行中的错行数 · wrong rows in a thousand") var bad = 15
    @Flag(help: "许可、处罚按周分文件 · permits and penalties as a file a week") var weekly = false

    func run() throws {
        try Output.folder(out)
        let files = SampleFiles(folder: out)
        defer { files.close() }
        let manifest = try SampleCommand.write(
            order: try order(), to: CSVSampleWriter { try files.append($1, to: $0) })
        try files.finish()
        try Output.write(manifest.json, to: out + "/manifest.json")
        let lines = manifest.files.map { "\($0.name)\t\($0.kind)\t\($0.department)\t\($0.received)\n" }
        try Output.write(Array(lines.joined().utf8), to: out + "/manifest.tsv")
        Console.line(
            "\(out)：\(manifest.files.count) 个文件，\(manifest.files.reduce(0) { $0 + $1.rows }) 行 · files, rows")
    }

    private func order() throws -> SampleOrder {
        let rules = try packs.rules()
        var order = try SampleOrder(
            subjects: companies, records: records, seed: seed, until: until, rules: rules)
        order.badShare = bad
        if weekly { order.delivery = .weekly }
        return order
    }

    /// Makes the data of an order with a writer.
    static func write(order: SampleOrder, to writer: some SampleWriter) throws -> SampleManifest {
        var writer = writer
        do {
            return try SampleGenerator(order).write(to: &writer)
        } catch let problem as SampleProblem {
            throw Refusal(
                "\(problem.code) \(problem.place) \(problem.value)：\(problem.chinese)", problem.english, exit: 2)
        }
    }
}

extension SampleOrder {
    /// An order for the city of a pack: its counties, its departments, its kinds, its calendar.
    init(subjects: Int, records: Int, seed: UInt64, until: Day, rules: Rules) throws {
        guard let city = rules.regions[rules.region], let province = city.parent.flatMap({ rules.regions[$0] }) else {
            throw Refusal("规则包没有说明城市所在的省", "the pack does not say in which province the city lies")
        }
        let counties = rules.regions(in: city.code).filter { $0.code.utf8.count == 6 && !$0.code.hasSuffix("01") }
        let regions = counties.map { SampleRegion(code: $0.code, county: $0.name.chinese) }
        let targets = rules.kinds.compactMap { kind -> SampleTarget? in
            guard let table = kind.demonstration.flatMap({ SampleTable(rawValue: $0) }),
                let name = rules.departments[kind.department]?.name(on: until)
            else { return nil }
            let organ = SampleOrgan(name: name.full.chinese, abbreviation: "卫" + String(name.short.prefix(2)))
            // For a list of our own a file brings candidates only: some entries were decided by the region's organ.
            let isOwn = OwnList(kind, from: kind.department, on: until, in: rules) != nil
            let above = SampleOrgan(
                name: province.name.chinese + name.full.chinese.replacing(city.name.chinese, with: ""),
                abbreviation: "宁" + String(name.short.prefix(2)))
            return SampleTarget(
                table: table, kind: kind.code, department: kind.department, organs: isOwn ? [organ, above] : [organ])
        }
        self.init(
            subjects: subjects, records: records, seed: seed, until: until,
            city: SampleCity(
                province: province.name.chinese, name: city.name.chinese, code: city.code,
                regions: [SampleRegion(code: city.code, county: counties.first?.name.chinese ?? city.name.chinese)]
                    + regions),
            targets: targets)
        let calendar = WorkingCalendar(rules.calendar)
        isWorkday = { calendar.isWorking($0) ?? ($0.weekday <= 5) }
    }
}

/// The files of a sample, kept open while rows are appended to them.
private final class SampleFiles {
    private let folder: String
    private var open: [String: UnsafeMutablePointer<FILE>] = [:]

    init(folder: String) { self.folder = folder }

    func append(_ bytes: UnsafeRawBufferPointer, to name: String) throws {
        let file: UnsafeMutablePointer<FILE>
        if let known = open[name] {
            file = known
        } else {
            // One file is written after the other.
            close()
            guard let made = fopen(folder + "/" + name, "w") else {
                throw Refusal("写不了“\(name)”：\(Input.reason())", "cannot write “\(name)”: \(Input.reason())")
            }
            open[name] = made
            file = made
        }
        guard fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count else {
            throw Refusal("写不了“\(name)”：\(Input.reason())", "cannot write “\(name)”: \(Input.reason())")
        }
    }

    func finish() throws {
        for (name, file) in open where fflush(file) != 0 {
            throw Refusal("写不了“\(name)”：\(Input.reason())", "cannot write “\(name)”: \(Input.reason())")
        }
    }

    func close() {
        for file in open.values { fclose(file) }
        open = [:]
    }
}
