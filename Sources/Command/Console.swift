import Glibc

/// 终端: results go to standard output, progress and remarks to standard error.
enum Console {
    /// Writes a line of the result.
    static func line(_ text: String) { write(text + "\n", to: 1) }

    /// Writes bytes of the result.
    static func bytes(_ bytes: [UInt8]) { bytes.withUnsafeBytes { write($0, to: 1) } }

    /// Writes a line about the work.
    static func remark(_ text: String) { write(text + "\n", to: 2) }

    /// Asks whoever sits at the terminal.
    static func ask(_ text: String) { write(text, to: 2) }

    /// Writes over the last line about the work; nothing where nobody watches.
    static func progress(_ text: String) {
        guard isatty(2) != 0 else { return }
        write("\r\u{1B}[K" + text, to: 2)
    }

    /// Lets a reader of the output go away without killing the program.
    static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}

/// 标准输入: the lines people hand in.
enum Input {
    /// All bytes of standard input or of a file.
    static func bytes(of path: String?) throws -> [UInt8] {
        let descriptor: Int32
        if let path {
            descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else {
                throw Refusal("打不开文件“\(path)”：\(reason())", "cannot open “\(path)”: \(reason())")
            }
        } else {
            descriptor = 0
        }
        defer { if path != nil { close(descriptor) } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Refusal("读取失败：\(reason())", "cannot read: \(reason())") }
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// What the operating system says went wrong last.
    static func reason() -> String { String(cString: strerror(errno)) }
}
