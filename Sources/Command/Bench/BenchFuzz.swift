import ArgumentParser
import Glibc
import Intake
import RulePacks
import Sheets

/// Feeds damaged files to a reader for some time; a reader may refuse anything and may never crash.
struct BenchFuzz: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "fuzz", abstract: "模糊测试：损坏的文件只许被退回，不许崩溃")
    enum Target: String, ExpressibleByArgument, CaseIterable { case csv, json, xlsx, xls, spreadsheetml, packs }

    @Argument(help: "对象：\(Target.allCases.map(\.rawValue).joined(separator: " "))") var target: Target
    @Option(help: "秒数") var seconds = 20.0
    @Option(help: "随机种子") var seed: UInt64 = 1
    @Option(help: "种子文件（可多个）；不给则用内置的 · seed files") var from: [String] = []

    func run() throws {
        var source = SplitMix(state: seed)
        var seeds = try from.map { try Input.bytes(of: $0) }
        if seeds.isEmpty { seeds = try FuzzSeeds.of(target) }
        guard !seeds.isEmpty else { throw Refusal("需要用 --from 给出种子文件", "give seed files with --from", exit: 2) }
        let end = Clock.seconds() + seconds
        var (runs, read, refused) = (0, 0, 0)
        while Clock.seconds() < end {
            var bytes = seeds[Int(source.next() % UInt64(seeds.count))]
            if runs >= seeds.count { Mutation.apply(&bytes, &source) }
            if try feed(bytes, chunk: 1 + Int(source.next() % 4_096)) { read += 1 } else { refused += 1 }
            runs += 1
        }
        Console.line(
            "fuzz \(target.rawValue)\t\(runs) inputs in \(Int(seconds)) s\tread \(read)\trefused \(refused)\t"
                + "crashes 0\tpeak \(Memory.peak) MiB\tseed \(seed)")
    }

    private func feed(_ bytes: [UInt8], chunk: Int) throws -> Bool {
        switch target {
        case .csv: return try !ReadingFuzz.delimited(bytes, chunk: chunk).refused
        case .json: return try !ReadingFuzz.json(bytes, chunk: chunk).refused
        case .xlsx, .xls, .spreadsheetml: return try SheetsFuzz.feed(bytes).read > 0
        case .packs:
            do throws(PackProblems) {
                _ = try PackFolder.embedded.replacing(one: bytes).rules { _ in "" }
                return true
            } catch { return false }
        }
    }
}

/// 变异: damages bytes the ways files are damaged: flipped, cut, doubled, moved, overwritten.
enum Mutation {
    static func apply(_ bytes: inout [UInt8], _ source: inout SplitMix) {
        for _ in 0...(source.next() % 6) {
            guard !bytes.isEmpty else { return bytes = [UInt8(truncatingIfNeeded: source.next())] }
            let place = Int(source.next() % UInt64(bytes.count))
            let length = min(bytes.count - place, 1 + Int(source.next() % 64))
            switch source.next() % 7 {
            case 0: bytes[place] ^= 1 << UInt8(source.next() % 8)
            case 1: bytes[place] = UInt8(truncatingIfNeeded: source.next())
            case 2: bytes.removeSubrange(place..<place + length)
            case 3: bytes.insert(contentsOf: Array(bytes[place..<place + length]), at: place)
            case 4: bytes.removeSubrange(place...)
            case 5:
                let interesting: [UInt8] = [0, 0xFF, 0x22, 0x2C, 0x0A, 0x0D, 0x3C, 0x26, 0x7B, 0x5B, 0x5C, 0x80]
                bytes[place] = interesting[Int(source.next() % UInt64(interesting.count))]
            default:
                let other = Int(source.next() % UInt64(bytes.count))
                bytes.swapAt(place, other)
            }
        }
    }
}

/// 种子: small right files to begin from.
enum FuzzSeeds {
    static func of(_ target: BenchFuzz.Target) throws -> [[UInt8]] {
        switch target {
        case .csv:
            return [
                "名称,代码\r\n\"甲,\"\"乙\"\"\",91640500MA7T033465\r\n丙,\r\n", "a\tb\n1\t2\n", "\u{FEFF}x,y\n\"1\n2\",3\n",
            ]
            .map { Array($0.utf8) }
        case .json:
            return [
                #"[{"名称":"甲","数":1.5e3,"真":true,"空":null},{"名称":"乙","列":[1,{"a":2}]}]"#,
                "{\"a\":1}\n{\"a\":2,\"b\":\"\\u4e2d\"}\n", #"{"erDataList":[{"name":"x"}]}"#,
            ].map { Array($0.utf8) }
        case .spreadsheetml:
            let text = """
                <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
                xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table><Row ss:Index="2">\
                <Cell ss:Index="3"><Data ss:Type="String">名称</Data></Cell></Row><Row><Cell><Data ss:Type="Number">1</Data>\
                </Cell></Row></Table></Worksheet></Workbook>
                """
            return [Array(text.utf8)]
        case .xlsx: return [try workbook()]
        case .xls: return []
        case .packs: return PackFolder.embedded.files.map(\.bytes)
        }
    }

    private static func workbook() throws -> [UInt8] {
        let path = "\(TemporaryFolder.path)/chengxin-fuzz-\(getpid()).xlsx"
        defer { unlink(path) }
        let writer = try XLSXWriter(path: path)
        for name in ["甲", "乙"] {
            try writer.sheet(name)
            for row in 1...20 {
                for column in 0..<6 {
                    try writer.cell(row: row, column: column, "值\(row * column)", comment: row == 3 ? "注" : nil)
                }
            }
        }
        try writer.close()
        return try Input.bytes(of: path)
    }
}

extension PackFolder {
    /// The pack with one of its files replaced by other bytes; which one is decided by their length.
    fileprivate func replacing(one bytes: [UInt8]) -> PackFolder {
        var files = files
        let place = bytes.count % files.count
        files[place] = PackFile(path: files[place].path, bytes: bytes)
        return PackFolder(files: files)
    }
}
