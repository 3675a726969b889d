/// 数据结构: one object of the interface, as its description names it; the tests compare it with what is answered.
struct Schema: Shown {
    /// What a property holds.
    enum Kind: Equatable {
        case text, day, count, truth
        case object(String)
        case list(String)
        case texts
    }

    let name: String
    /// The properties; `?` behind a name says that it may be missing.
    let properties: [(name: String, kind: Kind)]

    init(_ name: String, _ properties: [(String, Kind)]) {
        self.name = name
        self.properties = properties.map { (name: $0.0, kind: $0.1) }
    }

    /// Names of the properties that are always there.
    var needed: [String] { properties.map(\.name).filter { !$0.hasSuffix("?") } }

    func show(on tape: inout Tape) {
        tape.put("type", "object")
        tape.put("required", needed)
        tape.put("properties", Properties(schema: self))
    }

    struct Properties: Shown {
        let schema: Schema
        func show(on tape: inout Tape) {
            for property in schema.properties {
                let name = property.name.hasSuffix("?") ? String(property.name.dropLast()) : property.name
                tape.put(named: name, PropertyKind(kind: property.kind))
            }
        }
    }

    struct PropertyKind: Shown {
        let kind: Kind
        func show(on tape: inout Tape) {
            switch kind {
            case .text: tape.put("type", "string")
            case .day:
                tape.put("type", "string")
                tape.put("format", "date")
            case .count: tape.put("type", "integer")
            case .truth: tape.put("type", "boolean")
            case .object(let name): tape.put("$ref", "#/components/schemas/" + name)
            case .list(let name):
                tape.put("type", "array")
                tape.put("items", Reference(name: name))
            case .texts:
                tape.put("type", "array")
                tape.put("items", Text())
            }
        }
    }

    struct Reference: Shown {
        let name: String
        func show(on tape: inout Tape) { tape.put("$ref", "#/components/schemas/" + name) }
    }

    struct Text: Shown {
        func show(on tape: inout Tape) { tape.put("type", "string") }
    }

    /// Every schema; each capability brings its own.
    static let all: [Schema] =
        basics + subjects + records + lists + departments + bulletins + home + log
        + catalogue + ruleLibrary + calendars + plan + codes + guide
        + listRegister + measures + commitments + policies + news
}
