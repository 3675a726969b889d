import Glibc
import Portal
import Proofs
import Synchronization

/// 收取中的文件, written to disk as it comes; readable by nobody but the program.
final class ArrivedFile: ArrivingFile {
    private struct State {
        var descriptor: Int32
        var hash = SHA256()
        var isKept = false
    }

    private let path: String
    private let state: Mutex<State>
    /// Puts the file where it stays; answers what the form's field says of it.
    private let settle: @Sendable (_ path: String, _ digest: Digest) throws -> String
    private let forget: @Sendable () -> Void

    /// - Throws: `Refusal` where nothing can be written.
    init(
        path: String, settle: @escaping @Sendable (_ path: String, _ digest: Digest) throws -> String,
        forget: @escaping @Sendable () -> Void = {}
    ) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw ArrivedFile.refused(path) }
        self.path = path
        self.settle = settle
        self.forget = forget
        state = Mutex(State(descriptor: descriptor))
    }

    deinit { state.withLock { if $0.descriptor >= 0 { close($0.descriptor) } } }

    func append(_ bytes: [UInt8]) throws {
        try state.withLock { state in
            state.hash.update(bytes)
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(state.descriptor, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw ArrivedFile.refused(path) }
                rest = rest.dropFirst(count)
            }
        }
    }

    func keep() throws -> String {
        let digest = try state.withLock { state in
            guard fsync(state.descriptor) == 0, close(state.descriptor) == 0 else { throw ArrivedFile.refused(path) }
            state.descriptor = -1
            state.isKept = true
            return state.hash.digest()
        }
        return try settle(path, digest)
    }

    func discard() {
        let isOurs = state.withLock { state in
            if state.descriptor >= 0 { close(state.descriptor) }
            state.descriptor = -1
            return !state.isKept
        }
        guard isOurs else { return }
        unlink(path)
        forget()
    }

    static func refused(_ path: String) -> Refusal {
        let reason = String(cString: strerror(errno))
        return Refusal("写不了“\(path)”：\(reason)", "cannot write “\(path)”: \(reason)")
    }
}
