import Credit
import HTTPTypes
import Hummingbird
import NIOCore

/// 提交的表单: what a request brought: texts by name, files on their way to where they are kept.
struct PostedForm {
    /// The name under which every form carries the session's token; it stands before any file.
    static let tokenName = "formToken"
    /// The name under which the form of an action in a case carries where the case stood when it was read.
    static let positionName = "casePosition"

    var values: [String: String] = [:]
    var files: [String: Posted] = [:]
    /// Files that are larger than their field allows, with what it allows.
    var oversized: [String: Int] = [:]

    /// A file that came.
    struct Posted {
        let name: String
        let type: String
        let file: any ArrivingFile
        var size = 0
    }

    /// How files are taken.
    struct Intake: Sendable {
        /// The most bytes a file of this field may have; nil where the form has no such file.
        let most: @Sendable (String) -> Int?
        /// Whether a file may come now, by the texts that came before it: nobody's file is kept before the token is seen.
        let allows: @Sendable ([String: String]) throws -> Void
        /// Where a file goes.
        let open: @Sendable (ArrivingFileHead) throws -> any ArrivingFile
        let purpose: ArrivingFileHead.Purpose
    }

    /// Reads the body of a request.
    ///
    /// - Parameters:
    ///   - most: how many bytes the body may have.
    ///   - patience: how many seconds any body may take; a large one gets more by its size.
    /// - Throws: `OfficeRefusal` for a body of another type, too large, too slow or broken; what the intake throws.
    static func read(_ request: Request, most: Int, patience: Int = 30, intake: Intake?) async throws -> PostedForm {
        try await inTime(request, most: most, patience: patience) {
            try await readWhole(request, most: most, intake: intake)
        }
    }

    /// Reads a body within the time that its size allows.
    static func inTime<Value: Sendable>(
        _ request: Request, most: Int, patience: Int, _ read: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let length = request.headers[.contentLength].flatMap { Int($0) }
        if let length, length > most { throw OfficeRefusal.tooLarge(most) }
        // A body that drips keeps its session and a place in memory for as long as it likes; so all of it has a time.
        let seconds = patience + (length ?? most) / slowest
        return try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask { try await read() }
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                throw OfficeRefusal.tooSlow(seconds)
            }
            defer { group.cancelAll() }
            guard let value = try await group.next() else { throw OfficeRefusal.tooSlow(seconds) }
            return value
        }
    }

    /// The slowest connection that a large body is waited for.
    /// - Unit: bytes a second
    private static let slowest = 32_768

    private static func readWhole(_ request: Request, most: Int, intake: Intake?) async throws -> PostedForm {
        let type = (request.headers[.contentType] ?? "")
        var form = PostedForm()
        do {
            let parameters = try? HeadParameters.read(type[...])
            switch parameters?.word {
            case "application/x-www-form-urlencoded":
                var bytes: [UInt8] = []
                for try await buffer in request.body {
                    guard bytes.count + buffer.readableBytes <= most else { throw FormFault.tooLarge(most) }
                    bytes.append(contentsOf: buffer.readableBytesView)
                }
                form.values = try URLEncodedForm.read(bytes)
            case "multipart/form-data":
                guard let boundary = parameters?.values["boundary"] else { throw FormFault.badBoundary }
                try await form.read(request, try MultipartReader(boundary: boundary), most, intake)
            default: throw OfficeRefusal.wrongType
            }
        } catch {
            form.discard()
            switch error as? FormFault {
            case .tooLarge(let most)?: throw OfficeRefusal.tooLarge(most)
            case let fault?: throw OfficeRefusal.malformed(fault)
            case nil: throw error
            }
        }
        return form
    }

    /// Where the case stood when the form was read; nil where the form does not say.
    var casePosition: Int? { values[Self.positionName].flatMap { Int($0) } }

    /// Forgets the files that were not kept.
    func discard() {
        for file in files.values { file.file.discard() }
    }

    /// Leaves a file out: nothing was chosen, or it may not be.
    mutating func drop(_ field: String) { files.removeValue(forKey: field)?.file.discard() }

    private mutating func read(
        _ request: Request, _ multipart: MultipartReader, _ most: Int, _ intake: Intake?
    ) async throws {
        var (reader, open) = (multipart, OpenPart())
        var size = 0
        for try await buffer in request.body {
            size += buffer.readableBytes
            guard size <= most else { throw FormFault.tooLarge(most) }
            for piece in try reader.feed(Array(buffer.readableBytesView)) {
                try take(piece, of: &open, intake)
            }
        }
        try reader.finish()
    }

    /// The part that is being read.
    private struct OpenPart {
        var head: MultipartReader.Head?
        var text: [UInt8] = []
        var most = 0
    }

    /// A text longer than this is refused with the form: no field of a form is as long.
    private static let longestText = 262_144

    private mutating func take(_ piece: MultipartReader.Piece, of part: inout OpenPart, _ intake: Intake?) throws {
        switch piece {
        case .begin(let head):
            part = OpenPart(head: head)
            guard let name = head.file, values[head.name] == nil, files[head.name] == nil else { return }
            guard let intake, let most = intake.most(head.name) else { throw FormFault.badName }
            // A file field in which nothing was chosen comes as a nameless file without bytes.
            if name.isEmpty { return }
            try intake.allows(values)
            part.most = most
            files[head.name] = Posted(
                name: name, type: head.type,
                file: try intake.open(ArrivingFileHead(field: head.name, name: name, purpose: intake.purpose)))
        case .bytes(let bytes):
            guard let head = part.head else { return }
            if head.file == nil {
                guard part.text.count + bytes.count <= Self.longestText else {
                    throw FormFault.tooLarge(Self.longestText)
                }
                part.text += bytes
            } else if let posted = files[head.name] {
                guard posted.size + bytes.count <= part.most else {
                    oversized[head.name] = part.most
                    return drop(head.name)
                }
                try posted.file.append(bytes)
                files[head.name]?.size += bytes.count
            }
        case .end:
            guard let head = part.head, head.file == nil, values[head.name] == nil else { return }
            guard let text = String(validating: part.text, as: UTF8.self) else { throw FormFault.badText }
            values[head.name] = text
        }
    }
}
