import Credit
import Glibc
import Sheets

/// 工作簿读取方式: in which process a workbook is read.
public enum SheetReading: Sendable {
    /// In a process of its own: what serves strangers reads their workbooks so.
    case apart(SheetProcess)
    /// In this process, on a thread of its own.
    case here
}

/// 工作簿行: the rows of a workbook, sheet after sheet; each visible sheet is a table.
///
/// A thread reads the workbook and sends its cells through a socket, so it is never ahead by more than the socket holds,
/// and stops when this source goes.
final class SheetSource: RowSource {
    /// Names of the sheets that were passed over because they are hidden.
    var hiddenSheets: [String] { sink.hiddenSheets }

    private let name: String
    private let descriptor: Int32
    private let sink = SheetBlocks()
    private let stream: SheetStreamReader
    private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)

    /// - Parameter spooled: keeps the file at `path` alive where it only exists as long as somebody holds it.
    init(path: String, name: String, reading: SheetReading, spooled: SpooledFile? = nil) throws {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw FileProblem.unreadable(path: name, reason: String(cString: strerror(errno)))
        }
        self.name = name
        descriptor = ends[0]
        stream = SheetStreamReader(sink: sink)
        let output = ends[1]
        let started = Background.run {
            SheetSource.send(path, reading, to: output)
            close(output)
            _ = spooled
        }
        guard started else {
            close(output)
            throw FileProblem.unreadable(path: name, reason: "no thread / 无法创建线程")
        }
    }

    deinit {
        close(descriptor)
        room.deallocate()
    }

    /// A workbook is mostly unpacked before its cells come: its size says little about how far the reading is.
    var bytesRead: Int64 { sink.bytesTaken }

    func next() throws -> RowBlock? {
        while true {
            if let block = sink.takeReady() { return block }
            guard stream.state == .open else { return try end() }
            let count = Glibc.read(descriptor, room.baseAddress, room.count)
            if count < 0 && errno == EINTR { continue }
            do {
                guard count > 0 else { throw SheetProblem.readerDied(signal: 0) }
                _ = try stream.feed(UnsafeRawBufferPointer(rebasing: room[..<count]))
            } catch let problem as SheetProblem {
                throw FileProblem.workbook(name: name, problem)
            }
        }
    }

    private func end() throws -> RowBlock? {
        if let block = sink.takeRest() { return block }
        if case .failed(let problem) = stream.state { throw FileProblem.workbook(name: name, problem) }
        return nil
    }

    private static func send(_ path: String, _ reading: SheetReading, to output: Int32) {
        let writer = SheetStreamWriter { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = Glibc.send(
                    output, bytes.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return false }
                sent += count
            }
            return true
        }
        do {
            switch reading {
            case .here: _ = try Workbook.open(.path(path)).read(into: writer)
            case .apart(let process): _ = try process.read(path, into: writer)
            }
            _ = writer.finish()
        } catch {
            _ = writer.finish(error as? SheetProblem ?? .readerDied(signal: 0))
        }
    }
}

/// 后台线程: runs something on a thread of its own that nobody waits for.
private enum Background {
    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// - Returns: whether the thread could be started.
    static func run(_ body: @escaping @Sendable () -> Void) -> Bool {
        var thread = pthread_t()
        let work = Unmanaged.passRetained(Work(body))
        let failure = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
                return nil
            }, work.toOpaque())
        guard failure == 0 else {
            work.release()
            return false
        }
        pthread_detach(thread)
        return true
    }
}
