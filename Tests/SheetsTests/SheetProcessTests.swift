import Glibc
import Sheets
import Testing

/// A process that plays the reader: a shell script that gets the file as `$0`, and whether it is gone afterwards.
private struct Player {
    let folder: TemporaryFolder
    let process: SheetProcess

    init(_ script: String, silenceSeconds: Int = 60) throws {
        folder = try TemporaryFolder()
        process = SheetProcess(
            executable: "/bin/sh", arguments: ["-c", "echo $$ > '\(folder.file("id"))'; \(script)"],
            silenceSeconds: silenceSeconds)
    }

    /// Neither running nor a zombie: the number belongs to no process any more.
    var isGone: Bool {
        get throws {
            let text = String(decoding: try contents(folder.file("id")).dropLast(), as: UTF8.self)
            let id = try #require(pid_t(text))
            return kill(id, 0) == -1 && errno == ESRCH
        }
    }
}

/// A stream of this many rows in a file.
private func stream(rows: Int, problem: SheetProblem? = nil, in folder: TemporaryFolder) throws -> String {
    var bytes: [UInt8] = []
    let writer = SheetStreamWriter { piece in
        bytes += piece
        return true
    }
    _ = writer.sheet("表", hidden: false)
    for row in 1...rows {
        _ = Array("值\(row)".utf8).withUnsafeBytes {
            writer.cell(row: row, column: 0, form: .text, isFormula: false, bytes: $0)
        }
        _ = writer.endRow(row)
    }
    _ = writer.finish(problem)
    let path = folder.file("stream-\(rows)")
    try write(bytes, to: path)
    return path
}

@Suite struct `A reading process` {
    @Test func `replays what it says`() throws {
        let player = try Player("cat \"$0\"")
        let recorder = Recorder()
        #expect(try player.process.read(stream(rows: 50_000, in: player.folder), into: recorder))
        #expect(recorder.rows.count == 50_000)
        #expect(recorder.lines.last == "A50000 text 值50000")
        #expect(try player.isGone)
    }

    @Test func `hands its problem on`() throws {
        let player = try Player("cat \"$0\"")
        let path = try stream(rows: 3, problem: .encrypted, in: player.folder)
        let recorder = Recorder()
        #expect(throws: SheetProblem.encrypted) { try player.process.read(path, into: recorder) }
        #expect(recorder.rows == [1, 2, 3])
        #expect(try player.isGone)
    }

    @Test(arguments: deaths)
    func `that dies becomes a sentence`(_ script: String, _ expected: SheetProblem) throws {
        let player = try Player(script)
        let path = try stream(rows: 30_000, in: player.folder)
        #expect(throws: expected) { try player.process.read(path, into: Recorder()) }
        #expect(try player.isGone)
    }

    @Test func `that says nothing is ended`() throws {
        let player = try Player("exec sleep 600", silenceSeconds: 1)
        #expect(throws: SheetProblem.outOfTime) { try player.process.read("x", into: Recorder()) }
        #expect(try player.isGone)
    }

    @Test func `is ended when it is called off`() throws {
        let player = try Player("exec sleep 600")
        var asked = 0
        #expect(throws: SheetProblem.cancelled) {
            try player.process.read("x", into: Recorder()) {
                asked += 1
                return asked > 5
            }
        }
        #expect(try player.isGone)
    }

    @Test func `is ended when the sink wants no more`() throws {
        let player = try Player("cat \"$0\"; exec sleep 600")
        let recorder = Recorder()
        recorder.patience = 5
        #expect(try !player.process.read(stream(rows: 30_000, in: player.folder), into: recorder))
        #expect(recorder.lines.count == 6)
        #expect(try player.isGone)
    }

    @Test func `that cannot be started is said to be missing`() {
        #expect(throws: SheetProblem.readerMissing("No such file or directory")) {
            try SheetProcess(executable: "/nonexistent/program", arguments: []).read("x", into: Recorder())
        }
    }

    @Test func `inherits no open file and no setting of ours`() throws {
        let player = try Player("ls /proc/self/fd; env")
        let secret = open(player.folder.path, O_RDONLY)
        defer { close(secret) }
        let answer = player.folder.file("answer")
        let asking = SheetProcess(
            executable: "/bin/sh", arguments: ["-c", "ls /proc/self/fd > '\(answer)'; env >> '\(answer)'"])
        _ = try? asking.read("x", into: Recorder())
        let lines = String(decoding: try contents(answer), as: UTF8.self).split(separator: "\n")
        #expect(
            lines.filter { $0.allSatisfy(\.isNumber) } == ["0", "1", "2", "3"], "3 is the folder that ls itself reads")
        #expect(!lines.contains { $0.hasPrefix("HOME=") })
    }

    @Test func `takes no file for an option`() throws {
        let folder = try TemporaryFolder()
        let answer = folder.file("answer")
        let asking = SheetProcess(executable: "/bin/sh", arguments: ["-c", "printf %s \"$0\" > '\(answer)'"])
        _ = try? asking.read("-rf", into: Recorder())
        #expect(String(decoding: try contents(answer), as: UTF8.self) == "./-rf")
    }
}

private let deaths: [(String, SheetProblem)] = [
    ("kill -SEGV $$", .readerDied(signal: SIGSEGV)), ("kill -ABRT $$", .readerDied(signal: SIGABRT)),
    ("kill -XCPU $$", .outOfTime), ("kill -KILL $$", .outOfMemory), ("exit 3", .readerDied(signal: 0)),
    ("head -c 40000 \"$0\"", .readerDied(signal: 0)),
    ("head -c 40000 \"$0\"; kill -BUS $$", .readerDied(signal: SIGBUS)),
    ("echo hello world", .readerDied(signal: 0)), ("exit 127", .readerMissing("127")),
    ("true", .readerDied(signal: 0)),
]

@Suite struct `The child's side` {
    @Test func `reads a file, writes its stream and exits with 0`() async {
        await #expect(processExitsWith: .success) {
            let folder = try TemporaryFolder()
            try write(workbook(rows: "<row><c><v>5</v></c></row>"), to: folder.file("a.xlsx"))
            let out = open(folder.file("out"), O_CREAT | O_WRONLY, 0o600)
            let code = SheetChild.run(path: folder.file("a.xlsx"), output: out)
            let recorder = Recorder()
            let reader = SheetStreamReader(sink: recorder)
            _ = try contents(folder.file("out")).withUnsafeBytes { try reader.feed($0) }
            guard code == 0, reader.state == .ended, recorder.lines == ["[表一]", "A1 number 5"] else { exit(9) }
            var limit = rlimit()
            getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
            guard limit.rlim_max == 1_536 << 20 else { exit(8) }
            exit(0)
        }
    }

    @Test func `says in its stream why it cannot read`() async {
        await #expect(processExitsWith: .exitCode(1)) {
            let folder = try TemporaryFolder()
            let out = open(folder.file("out"), O_CREAT | O_WRONLY, 0o600)
            let code = SheetChild.run(path: folder.file("none.xlsx"), output: out)
            let reader = SheetStreamReader(sink: Recorder())
            _ = try contents(folder.file("out")).withUnsafeBytes { try reader.feed($0) }
            guard reader.state == .failed(.unreadable("No such file or directory")) else { exit(9) }
            exit(code)
        }
    }

    @Test func `reads within its memory limit and fails beyond it`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.xlsx")
        let strings = String(repeating: "<si><t>\(String(repeating: "字", count: 20_000))</t></si>", count: 1_000)
        try write(workbook(rows: "<row><c t='s'><v>999</v></c></row>", strings: strings), to: path)
        await #expect(processExitsWith: .success) { [path = path as String] in
            exit(try readingCode(path, spareBytes: 1_200 << 20))
        }
        await #expect(processExitsWith: .failure) { [path = path as String] in
            exit(try readingCode(path, spareBytes: 32 << 20))
        }
    }

    @Test func `dies at its time limit`() async {
        await #expect(processExitsWith: .signal(SIGXCPU)) {
            let folder = try TemporaryFolder()
            try write(workbook(rows: "<row><c><v>5</v></c></row>"), to: folder.file("a.xlsx"))
            let out = open("/dev/null", O_WRONLY)
            for _ in 0... { _ = SheetChild.run(path: folder.file("a.xlsx"), output: out, cpuSeconds: 1) }
        }
    }
}

/// The exit code of a reading that may take so much memory more than the process has.
private func readingCode(_ path: String, spareBytes: UInt) throws -> Int32 {
    let pages = String(decoding: try contents("/proc/self/statm"), as: UTF8.self).prefix { $0 != " " }
    let used = try #require(UInt(pages)) * UInt(sysconf(Int32(_SC_PAGESIZE)))
    return SheetChild.run(path: path, output: open("/dev/null", O_WRONLY), memoryBytes: used + spareBytes)
}
