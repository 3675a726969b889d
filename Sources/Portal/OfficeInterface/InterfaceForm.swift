import Credit
import Hummingbird
import NIOCore

/// 接口表单: what a program sends with a call: JSON, or a form as a page sends it where files are large.
enum InterfaceForm {
    /// The most bytes of a body in JSON, in which a file is a third larger; larger files come as a form.
    static let mostJSON = 16 << 20

    /// What a call brought, and what is wrong with its names.
    ///
    /// - Throws: `OfficeRefusal` for a body of another type, too large or broken; what the intake throws.
    static func read(
        _ request: Request, _ check: FormCheck, patience: Int, intake: PostedForm.Intake, besides known: [String] = []
    ) async throws -> (form: PostedForm, faults: [FieldFault]) {
        let type = (request.headers[.contentType] ?? "").prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
        if type.isEmpty, request.headers[.contentLength].flatMap({ Int($0) }) ?? 0 == 0 { return (PostedForm(), []) }
        guard type == "application/json" else {
            let form = try await PostedForm.read(
                request, most: check.mostBytes, patience: patience, intake: intake)
            return (form, faults(of: Array(form.values.keys), check, known))
        }
        let most = min(mostJSON, check.mostBytes / 3 * 4 + 65_536)
        let bytes = try await PostedForm.inTime(request, most: most, patience: patience) {
            var bytes: [UInt8] = []
            for try await buffer in request.body {
                guard bytes.count + buffer.readableBytes <= most else { throw OfficeRefusal.tooLarge(most) }
                bytes.append(contentsOf: buffer.readableBytesView)
            }
            return bytes
        }
        do {
            return try take(try JSONForm.read(bytes), check, intake, known)
        } catch let fault as FormFault {
            throw OfficeRefusal.malformed(fault)
        }
    }

    private static func take(
        _ values: [String: JSONForm.Value], _ check: FormCheck, _ intake: PostedForm.Intake, _ known: [String]
    ) throws -> (form: PostedForm, faults: [FieldFault]) {
        var form = PostedForm()
        var faults = faults(of: values.keys.sorted(), check, known)
        do {
            for (name, value) in values.sorted(by: { $0.key < $1.key }) {
                let field = check.fields.first { $0.name == name }
                let mostOfFile = check.mostBytes(of: name)
                switch (value, field?.kind) {
                case (.nothing, _): break
                case (.truth(let truth), .check?): if truth { form.values[name] = "yes" }
                case (.text(let text), nil) where known.contains(name): form.values[name] = text
                case (_, nil): break
                case (.file(let fileName, let bytes), .file?):
                    guard let most = mostOfFile, bytes.count <= most else {
                        form.oversized[name] = mostOfFile ?? 0
                        continue
                    }
                    let head = ArrivingFileHead(field: name, name: fileName, purpose: intake.purpose)
                    let file = try intake.open(head)
                    form.files[name] = PostedForm.Posted(name: fileName, type: "", file: file, size: bytes.count)
                    try file.append(bytes)
                case (.text(let text), let kind?):
                    switch kind {
                    case .file: faults.append(.wrongValue(name))
                    case .check where text != "yes": faults.append(.wrongValue(name))
                    default: form.values[name] = text
                    }
                default: faults.append(.wrongValue(name))
                }
            }
        } catch {
            form.discard()
            throw error
        }
        return (form, faults)
    }

    /// A misspelt name must not be taken for a field that was left out.
    private static func faults(of names: [String], _ check: FormCheck, _ known: [String]) -> [FieldFault] {
        let all = Set(check.fields.map(\.name) + known)
        return names.filter { !all.contains($0) }.sorted().map { name in
            let isPlain =
                name.utf8.count <= 40 && name.utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x2D }
            return .unknownName(isPlain ? name : nil, all.sorted())
        }
    }
}

extension FieldFault {
    static func unknownName(_ name: String?, _ known: [String]) -> FieldFault {
        let list = known.joined(separator: ", ")
        return FieldFault(
            field: name, code: "WEB-183",
            words: .both(
                "没有名为“\(name ?? "?")”的项目；可以填写：\(list)。", "There is no field “\(name ?? "?")”; there are: \(list)."))
    }
    static func wrongValue(_ name: String) -> FieldFault {
        FieldFault(
            field: name, code: "WEB-184",
            words: .both(
                "“\(name)”的写法不对：文字用字符串，确认用 true 或 false，文件用 {\"name\", \"base64\"}。",
                "“\(name)” is of the wrong kind: text is a string, a confirmation true or false, a file {\"name\", \"base64\"}."
            ))
    }
}
