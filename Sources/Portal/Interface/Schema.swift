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

    static let all: [Schema] = [
        Schema("Reading", [("day", .day), ("logSize", .count), ("rehearsal", .truth)]),
        Schema("Field", [("name", .text), ("title", .text), ("value", .text)]),
        Schema(
            "Subject",
            [
                ("key", .text), ("code?", .text), ("name", .text), ("formerNames", .texts), ("status?", .text),
                ("soleTrader", .truth), ("registered", .truth), ("path", .text),
            ]),
        Schema(
            "Publication",
            [
                ("until?", .day), ("standing", .truth), ("withheld?", .text), ("reason", .text), ("grade?", .text),
                ("gradeTitle?", .text), ("gradeDerived?", .truth), ("rule?", .text), ("lastDayByRule?", .day),
            ]),
        Schema("Version", [("number", .count), ("known", .day), ("position", .count)]),
        Schema(
            "Record",
            [
                ("id", .text), ("path", .text), ("kind", .text), ("kindTitle", .text), ("family", .text),
                ("familyTitle", .text), ("adverse", .truth), ("department", .text), ("departmentTitle", .text),
                ("decided?", .day), ("received", .day), ("timeliness?", .text), ("timelinessTitle?", .text),
                ("publication", .object("Publication")), ("contested", .truth), ("fields", .list("Field")),
                ("version", .count), ("versions", .list("Version")), ("position", .count),
            ]),
        Schema(
            "Source",
            [
                ("kind", .text), ("kindTitle", .text), ("lastReceived?", .day), ("state", .text), ("found", .count),
            ]),
        Schema(
            "SubjectFile",
            [
                ("lang", .text), ("subject", .object("Subject")), ("facts", .list("Field")),
                ("records", .list("Record")), ("unpublished", .count), ("sources", .list("Source")),
                ("reading", .object("Reading")),
            ]),
        Schema(
            "RecordFile",
            [
                ("lang", .text), ("record", .object("Record")), ("subject", .object("Subject")), ("evidence", .text),
                ("reading", .object("Reading")),
            ]),
        Schema(
            "Hit",
            [
                ("key", .text), ("code?", .text), ("name", .text), ("matched", .text), ("match", .text),
                ("matchTitle", .text), ("soleTrader", .truth), ("path", .text),
            ]),
        Schema(
            "Search",
            [("lang", .text), ("query?", .text), ("hits", .list("Hit")), ("reading?", .object("Reading"))]),
        Schema(
            "KindCount",
            [("kind", .text), ("kindTitle", .text), ("published", .count), ("lastReceived?", .day)]),
        Schema(
            "Home",
            [
                ("lang", .text), ("subjects", .count), ("records", .count), ("lastReceived?", .day),
                ("kinds", .list("KindCount")), ("reading", .object("Reading")),
            ]),
        Schema("Rule", [("id", .text), ("title", .text), ("words", .text)]),
        Schema("Rights", [("lang", .text), ("rules", .list("Rule"))]),
        Schema(
            "Log",
            [
                ("lang", .text), ("key", .text), ("size", .count), ("checkpoint?", .text),
                ("reading", .object("Reading")),
            ]),
        Schema("Evidence", []),
        Schema(
            "Problem",
            [
                ("type", .text), ("title", .text), ("status", .count), ("detail", .text), ("remedy", .text),
                ("code", .text), ("lang", .text),
            ]),
    ]
}
