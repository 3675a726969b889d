import Glibc

/// A file that bytes are appended to.
final class GrowingFile {
    private let path: String
    private var file: UnsafeMutablePointer<FILE>?

    init(path: String) { self.path = path }

    /// Appends bytes.
    func append(_ bytes: UnsafeRawBufferPointer) throws {
        if file == nil { file = fopen(path, "w") }
        guard let file, fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count else {
            throw Refusal("写不了“\(path)”：\(Input.reason())", "cannot write “\(path)”: \(Input.reason())")
        }
    }

    /// Ends the file.
    func close() {
        if let file { fclose(file) }
        file = nil
    }
}
