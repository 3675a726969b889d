import Credit

extension OpenAPI {
    /// What an address may answer.
    struct Responses: Shown {
        let route: Route

        func show(on tape: inout Tape) {
            tape.put("200", Content(words: .both("答复", "The answer"), type: "application/json", schema: route.schema))
            var problems = [400, 405, 406, 429, 500]
            let isNamed = route.parts.contains { if case .exactly = $0 { false } else { true } }
            if isNamed || !route.questions.isEmpty { problems.append(404) }
            if route.schema == "RecordFile" { problems += [403, 410] }
            if route.schema == "Proof" { problems.append(410) }
            if route.schema == "SubjectFile" { problems.append(403) }
            for status in problems.sorted() {
                tape.put(
                    named: String(status),
                    Content(words: .both("问题", "A problem"), type: "application/problem+json", schema: "Problem"))
            }
        }
    }

    struct Content: Shown {
        let words: Label
        let type: String
        let schema: String?

        func show(on tape: inout Tape) {
            tape.put("description", words)
            tape.put("content", Media(type: type, schema: schema))
        }
    }

    struct Media: Shown {
        let type: String
        let schema: String?
        func show(on tape: inout Tape) { tape.put(named: type, MediaSchema(schema: schema)) }
    }

    struct MediaSchema: Shown {
        let schema: String?
        func show(on tape: inout Tape) {
            if let schema { tape.put("schema", Schema.Reference(name: schema)) }
        }
    }

    /// The schemas by name.
    struct Components: Shown {
        let hasOffice: Bool

        func show(on tape: inout Tape) {
            tape.put("schemas", Schemas(hasOffice: hasOffice))
            if hasOffice { tape.put("securitySchemes", SecuritySchemes()) }
        }
    }

    struct Schemas: Shown {
        let hasOffice: Bool

        func show(on tape: inout Tape) {
            for schema in Schema.all + (hasOffice ? Schema.office : []) { tape.put(named: schema.name, schema) }
        }
    }
}
