import ArgumentParser
import Glibc
import Intake
import Sheets

/// 输出文件: files that commands write; a file appears under its name only when it is whole.
enum Output {
    /// Writes a file.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let part = path + ".part"
        let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw refused(path) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let problem = refused(path)
                close(descriptor)
                unlink(part)
                throw problem
            }
            rest = rest.dropFirst(count)
        }
        close(descriptor)
        guard rename(part, path) == 0 else { throw refused(path) }
    }

    /// Makes a folder and those above it.
    static func folder(_ path: String) throws {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/" + part
            if mkdir(made, 0o755) != 0, errno != EEXIST { throw refused(path) }
        }
    }

    private static func refused(_ path: String) -> Refusal {
        let reason = Input.reason()
        return Refusal("写不了“\(path)”：\(reason)", "cannot write “\(path)”: \(reason)")
    }
}

/// 工作簿读取: workbooks are read by this program in a process of its own, whose memory and time are bounded.
enum Workbooks {
    static var options: ReadingOptions {
        var path = [CChar](repeating: 0, count: 4_096)
        let count = readlink("/proc/self/exe", &path, path.count - 1)
        let executable = count > 0 ? String(decoding: path[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : ""
        let arguments = [ReadSheetsCommand.configuration.commandName ?? ""]
        return ReadingOptions(
            sheets: .apart(SheetProcess(executable: executable, arguments: arguments)), scratch: TemporaryFolder.path)
    }
}
