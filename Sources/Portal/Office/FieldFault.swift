import Credit

/// 填写错误: what is wrong with one field of a form, told beside it and above the form.
struct FieldFault: Equatable {
    /// Name of the field; nil where the form as a whole is refused.
    let field: String?
    /// Code of the problem.
    let code: String
    /// What is wrong and how to mend it.
    let words: Label

    static func missing(_ field: FormField) -> FieldFault {
        let title = field.title
        return switch field.kind {
        case .choice:
            FieldFault(
                field: field.name, code: "WEB-160", words: .both("请选择“\(title.chinese)”。", "Choose: \(title.english)."))
        case .file:
            FieldFault(
                field: field.name, code: "WEB-160",
                words: .both("请选择文件“\(title.chinese)”。", "Choose a file: \(title.english)."))
        case .check:
            FieldFault(
                field: field.name, code: "WEB-160",
                words: .both("请确认“\(title.chinese)”。", "Please confirm: \(title.english)."))
        case .line, .text, .day:
            FieldFault(
                field: field.name, code: "WEB-160", words: .both("请填写“\(title.chinese)”。", "Enter: \(title.english)."))
        }
    }
    static func tooLong(_ field: FormField, _ most: Int, _ count: Int) -> FieldFault {
        FieldFault(
            field: field.name, code: "WEB-161",
            words: .both(
                "“\(field.title.chinese)”最多 \(most) 个字，现有 \(count) 个，请缩短。",
                "\(field.title.english): at most \(most) characters; there are \(count). Please shorten it."))
    }
    static func noDay(_ field: FormField) -> FieldFault {
        FieldFault(
            field: field.name, code: "WEB-162",
            words: .both(
                "“\(field.title.chinese)”须是日期，如 2026-06-30。", "\(field.title.english) must be a day such as 2026-06-30."
            ))
    }
    static func noChoice(_ field: FormField) -> FieldFault {
        FieldFault(
            field: field.name, code: "WEB-163",
            words: .both("“\(field.title.chinese)”请从给出的选项中选择。", "\(field.title.english): choose one of those offered."))
    }
    static func wrongFile(_ field: FormField, _ types: [String]) -> FieldFault {
        FieldFault(
            field: field.name, code: "WEB-164",
            words: .both(
                "“\(field.title.chinese)”不接受这种文件；可用：\(FileType.words(types))。",
                "\(field.title.english): this kind of file is not taken; use \(FileType.words(types))."))
    }
    static func largeFile(_ field: FormField, _ most: Int) -> FieldFault {
        FieldFault(
            field: field.name, code: "WEB-165",
            words: .both(
                "“\(field.title.chinese)”超过 \(ByteWords.words(most))，请拆分或压缩后再选。",
                "\(field.title.english) is larger than \(ByteWords.words(most)); split or pack it and choose it again.")
        )
    }
    static func strangeCharacter(_ field: FormField) -> FieldFault {
        FieldFault(
            field: field.name, code: "WEB-166",
            words: .both(
                "“\(field.title.chinese)”含有无法显示的控制字符，请删去。",
                "\(field.title.english) holds control characters; please take them out."))
    }
    static func emptyFile(_ field: FormField) -> FieldFault {
        FieldFault(
            field: field.name, code: "WEB-167",
            words: .both(
                "“\(field.title.chinese)”是空文件，请检查后重新选择。",
                "\(field.title.english) is an empty file; check it and choose again."))
    }
    /// What was typed is told neither here nor in the field (R10).
    static func identityNumber(_ field: FormField) -> FieldFault {
        FieldFault(
            field: field.name, code: "WEB-191",
            words: .both(
                "“\(field.title.chinese)”里有身份证件号码，不得填写；该项已清空，请改写后重填。",
                "\(field.title.english) held a person's identity number, which may not be entered; the field was emptied."
            ))
    }
    /// A decision that was refused by the rules of the case.
    static func refused(_ problem: any CaseProblem) -> FieldFault {
        FieldFault(field: nil, code: problem.code, words: problem.words)
    }
}

/// 文件类型: media types by the endings of names, since what a browser says of a file depends on the computer it runs on.
enum FileType {
    private static let endings: [String: [String]] = [
        "application/pdf": ["pdf"], "image/jpeg": ["jpg", "jpeg"], "image/png": ["png"],
        "text/csv": ["csv", "tsv", "txt"],
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
        "application/vnd.ms-excel": ["xls"], "application/xml": ["xml"], "text/xml": ["xml"],
        "application/json": ["json", "jsonl"], "application/zip": ["zip"], "application/gzip": ["gz"],
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
        "application/msword": ["doc"], "application/ofd": ["ofd"], "text/plain": ["txt"],
    ]

    /// Whether a file of this name and type may come where these types may.
    static func allows(_ types: [String], name: String, type: String) -> Bool {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return types.contains { allowed in endings[allowed].map { $0.contains(ending) } ?? (allowed == type) }
    }

    /// The endings that may be chosen, as people and the browser's window name them.
    static func endings(_ types: [String]) -> [String] {
        types.reduce(into: []) { list, type in
            for ending in endings[type].map({ $0.map { "." + $0 } }) ?? [type] where !list.contains(ending) {
                list.append(ending)
            }
        }
    }

    static func words(_ types: [String]) -> String { endings(types).joined(separator: " ") }
}
