import CZip
import Glibc

/// 读表进程: reads a workbook in a process of its own, so that a hostile file can at most take that process down.
public struct SheetProcess: Sendable {
    private let executable: String
    private let arguments: [String]
    private let environment: [String]
    private let silenceSeconds: Int

    /// - Parameters:
    ///   - executable: the program whose subcommand calls `SheetChild.run` with the file as its last argument.
    ///   - arguments: the subcommand and its options, without the file.
    ///   - environment: what the process sees, `KEY=VALUE`.
    ///   - silenceSeconds: how long the process may say nothing before it is ended.
    public init(executable: String, arguments: [String], environment: [String] = [], silenceSeconds: Int = 120) {
        self.executable = executable
        self.arguments = arguments
        // A crash is to end the process at once, not to start a debugger in it.
        self.environment = environment + ["SWIFT_BACKTRACE=enable=no"]
        self.silenceSeconds = silenceSeconds
    }

    /// Reads the workbook at `path` into `sink`. Returns whether the sink wanted all of it.
    ///
    /// Blocks the calling thread; `isCancelled` is asked five times a second and after each piece.
    /// - Throws: `SheetProblem`, also where the process dies or is called off.
    public func read(
        _ path: String, into sink: any SheetSink, limits: SheetLimits = SheetLimits(),
        isCancelled: () -> Bool = { false }
    ) throws -> Bool {
        let child = try spawn(path)
        var status: Int32?
        defer {
            close(child.output)
            if status == nil {
                kill(child.id, SIGKILL)
                _ = SheetProcess.wait(for: child.id, patience: nil)
            }
        }
        let reader = SheetStreamReader(sink: sink, limits: limits)
        try replay(child.output, reader, isCancelled)
        switch reader.state {
        case .ended: return true
        case .stopped: return false
        case .failed(let problem): throw problem
        case .open:
            status = SheetProcess.wait(for: child.id, patience: 2_000)
            throw status.map(SheetProcess.problem) ?? SheetProblem.readerDied(signal: 0)
        }
    }

    private func replay(_ output: Int32, _ reader: SheetStreamReader, _ isCancelled: () -> Bool) throws {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        var silence = 0
        while true {
            guard !isCancelled() else { throw SheetProblem.cancelled }
            var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            let ready = poll(&waiting, 1, 200)
            if ready == 0 {
                silence += 200
                guard silence < silenceSeconds * 1_000 else { throw SheetProblem.outOfTime }
                continue
            }
            if ready < 0, errno == EINTR { continue }
            silence = 0
            let count = Glibc.read(output, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw SheetProblem.unreadable(systemReason()) }
            guard count > 0, try reader.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return }
        }
    }

    private func spawn(_ path: String) throws -> (id: pid_t, output: Int32) {
        var ends: [Int32] = [-1, -1]
        guard sheets_pipe(&ends) == 0 else { throw SheetProblem.readerMissing(systemReason()) }
        defer { close(ends[1]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // Nothing the server has open (database, sockets, keys) may be within reach of the process.
        sheets_close_from(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        sigaddset(&signals, SIGXCPU)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        // A name that begins with a hyphen is not to be taken for an option.
        let file = path.hasPrefix("-") ? "./" + path : path
        let words = ([executable] + arguments + [file]).map { strdup($0) } + [nil]
        let settings = environment.map { strdup($0) } + [nil]
        defer { (words + settings).forEach { free($0) } }
        var id: pid_t = 0
        let failure = posix_spawn(&id, executable, &actions, &attributes, words, settings)
        guard failure == 0 else {
            close(ends[0])
            throw SheetProblem.readerMissing(systemReason(failure))
        }
        return (id, ends[0])
    }

    /// The status of the ended process; nil where it does not end within `patience` milliseconds.
    private static func wait(for id: pid_t, patience: Int?) -> Int32? {
        var status: Int32 = 0
        var waited = 0
        while true {
            let ended = waitpid(id, &status, patience == nil ? 0 : WNOHANG)
            if ended == id { return status }
            if ended < 0, errno != EINTR { return 0 }
            if let patience, ended == 0 {
                guard waited < patience else { return nil }
                usleep(5_000)
                waited += 5
            }
        }
    }

    private static func problem(_ status: Int32) -> SheetProblem {
        let signal = status & 0x7F
        switch signal {
        case 0: return status >> 8 == 127 ? .readerMissing("127") : .readerDied(signal: 0)
        case SIGXCPU: return .outOfTime
        // Nobody but the kernel, short of memory, ends it this way.
        case SIGKILL: return .outOfMemory
        default: return .readerDied(signal: signal)
        }
    }
}
