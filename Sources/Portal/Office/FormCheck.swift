import Credit

/// 表单检查: whether what a form brought is what its fields ask for. What it means is decided by the rules of the case.
struct FormCheck {
    let fields: [FormField]

    /// The most bytes that the body of the form can have, text escaped.
    var mostBytes: Int {
        fields.reduce(16_384) { sum, field in
            switch field.kind {
            // A character of four bytes is twelve when escaped.
            case .line(let most), .text(let most): sum + most * 12
            case .day, .choice, .check: sum + 1_024
            case .file(_, let most): sum + most + 8_192
            }
        }
    }

    /// The most bytes of a file field; nil where the form has no such file.
    func mostBytes(of name: String) -> Int? {
        fields.lazy.compactMap { field -> Int? in
            if field.name == name, case .file(_, let most) = field.kind { most } else { nil }
        }.first
    }

    /// Line ends as one character; what is kept where the form comes back.
    func tidied(_ values: [String: String]) -> [String: String] {
        var tidy: [String: String] = [:]
        for field in fields {
            // What a file is kept as is said by its keeper only, never by a text of the same name.
            if case .file = field.kind { continue }
            guard let value = values[field.name] else { continue }
            var scalars = String.UnicodeScalarView()
            var wasReturn = false
            for scalar in value.unicodeScalars {
                if scalar == "\r" {
                    scalars.append("\n")
                } else if scalar != "\n" || !wasReturn {
                    scalars.append(scalar)
                }
                wasReturn = scalar == "\r"
            }
            tidy[field.name] = String(scalars)
        }
        return tidy
    }

    /// 身份证件号码: whether a text holds one; no text of any form may (R10).
    static func namesPerson(_ text: String) -> Bool { ResidentNumber.masking(text) != text }

    /// What may be shown again: a text that holds a person's number is not (R10).
    static func shownAgain(_ values: [String: String]) -> [String: String] { values.filter { !namesPerson($0.value) } }

    /// What is wrong, in the order of the fields.
    func faults(_ values: [String: String], _ form: PostedForm) -> [FieldFault] {
        fields.compactMap { fault($0, FormValues(values)[$0.name], form) }
    }

    private func fault(_ field: FormField, _ value: String?, _ form: PostedForm) -> FieldFault? {
        if case .file(let types, _) = field.kind {
            if let most = form.oversized[field.name] { return .largeFile(field, most) }
            guard let file = form.files[field.name] else { return field.isRequired ? .missing(field) : nil }
            if file.size == 0 { return .emptyFile(field) }
            return FileType.allows(types, name: file.name, type: file.type) ? nil : .wrongFile(field, types)
        }
        guard let value else { return field.isRequired ? .missing(field) : nil }
        switch field.kind {
        case .line(let most), .text(let most):
            let isLine = if case .line = field.kind { true } else { false }
            let isStrange = value.unicodeScalars.contains { scalar in
                (scalar.value < 0x20 && (isLine || (scalar != "\n" && scalar != "\t"))) || scalar.value == 0x7F
            }
            if isStrange { return .strangeCharacter(field) }
            if FormCheck.namesPerson(value) { return .identityNumber(field) }
            let count = value.unicodeScalars.count
            return count > most ? .tooLong(field, most, count) : nil
        case .day: return Day(value) == nil ? .noDay(field) : nil
        case .choice(let choices): return choices.contains { $0.value == value } ? nil : .noChoice(field)
        case .check: return value == "yes" ? nil : .noChoice(field)
        case .file: return nil
        }
    }
}
