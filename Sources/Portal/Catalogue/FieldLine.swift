import Credit

/// 数据项: a field of a template, told in words: what may stand in it, when it must, who may see it.
struct FieldLine: Shown {
    let field: Field
    let template: RecordTemplate

    init(_ field: Field, of template: RecordTemplate) {
        self.field = field
        self.template = template
    }

    func show(on tape: inout Tape) {
        tape.put("template", template.code)
        tape.put("name", field.name)
        tape.put("title", field.title)
        tape.put("english", field.english)
        tape.put("column", field.column)
        tape.put("type", field.type.words)
        tape.put("length", field.maximumLength > 0 ? FieldLine.length(field.maximumLength) : nil)
        tape.put("vocabulary", field.type.vocabulary?.code)
        tape.put("need", field.need.word)
        tape.put("needTitle", needWords)
        tape.put("visibility", field.visibility.rawValue)
        tape.put("visibilityTitle", field.visibility.title)
        tape.draw { tape in
            tape.put("isMandatory", field.need == .mandatory)
            tape.put("isOpen", field.visibility == .open)
            tape.put("isDropped", field.visibility == .dropped)
        }
    }

    private static func length(_ count: Int) -> String { String(count) }

    private var needWords: Label {
        switch field.need {
        case .mandatory: return .both("必填", "mandatory")
        case .optional: return .both("选填", "optional")
        case .oneOf(let group):
            let titles = template.fields.filter { $0.need == .oneOf(group) }
            return .both(
                "至少填一项：" + titles.map(\.title).joined(separator: "、"),
                "at least one of: " + titles.map(\.english).joined(separator: ", "))
        case .when(let condition):
            let words = condition.words(in: template)
            return .both(words.chinese + "时必填", "mandatory where " + words.english)
        }
    }
}

extension Need {
    /// The need in a word for programs.
    fileprivate var word: String {
        switch self {
        case .mandatory: "mandatory"
        case .optional: "optional"
        case .oneOf: "one-of"
        case .when: "conditional"
        }
    }
}

extension Condition {
    /// The condition in words, with fields and words as their template names them.
    func words(in template: RecordTemplate) -> Label {
        func title(_ name: String) -> Label {
            template.fields.first { $0.name == name }.map { Label($0.title, $0.english) } ?? Label(name, name)
        }
        switch self {
        case .given(let field):
            let name = title(field)
            return .both("“\(name.chinese)”已填", "“\(name.english)” is filled")
        case .sentinel(let field):
            let name = title(field)
            return .both("“\(name.chinese)”为“无代码”", "“\(name.english)” says there is no code")
        case .holds(let field, let codes):
            let name = title(field)
            let list = template.fields.first { $0.name == field }?.type.vocabulary
            let known = codes.map { code in
                list?.words.first { $0.code == code }.map { Label($0.title, $0.english) } ?? Label(code, code)
            }
            return .both(
                "“\(name.chinese)”为" + known.map(\.chinese).joined(separator: "、"),
                "“\(name.english)” is " + known.map(\.english).joined(separator: ", "))
        case .not(let inner):
            let words = inner.words(in: template)
            return .both("并非" + words.chinese, "not: " + words.english)
        case .all(let parts):
            let words = parts.map { $0.words(in: template) }
            return .both(
                words.map(\.chinese).joined(separator: "且"), words.map(\.english).joined(separator: " and "))
        }
    }
}

extension FieldType {
    /// The vocabulary the field chooses from; nil where it chooses from none.
    var vocabulary: Vocabulary? {
        switch self {
        case .choice(let list), .choices(let list): list
        default: nil
        }
    }

    /// What may stand in the field.
    var words: Label {
        switch self {
        case .text: .both("文字", "text")
        case .documentNumber: .both("文书号", "document number")
        case .day: .both("日期", "day")
        case .year: .both("年份", "year")
        case .money(.yuan): .both("金额（元）", "amount (yuan)")
        case .money(.wan): .both("金额（万元）", "amount (10,000 yuan)")
        case .capital: .both("金额和币种", "amount with currency")
        case .count: .both("非负整数", "whole number")
        case .creditCode(sentinel: true): .both("统一社会信用代码，或者表示没有代码的占位值", "unified code, or the value for none")
        case .creditCode(sentinel: false): .both("统一社会信用代码", "unified code")
        case .codeOrRegistration: .both("统一代码或者注册号", "unified code or registration number")
        case .registrationNumber: .both("注册号", "registration number")
        case .organisationCode: .both("组织机构代码", "organisation code")
        case .choice: .both("单选", "one word of a list")
        case .choices: .both("多选，用分号隔开", "words of a list, separated by semicolons")
        case .identity: .both("证件号码：只校验，不保存", "document number of a person: checked, never stored")
        }
    }
}

extension Visibility {
    var title: Label {
        switch self {
        case .open: .both("公示", "public")
        case .shared: .both("只共享", "shared only")
        case .dropped: .both("校验后丢弃", "checked, then dropped")
        }
    }
}
