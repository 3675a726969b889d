import Credit

extension OpenAPI {
    /// 办理接口: one call of the office, as the description tells it.
    struct OfficeOperation: Shown {
        let pattern: String
        let isPost: Bool
        let summary: Label
        /// Schema of the answer; nil for a file.
        let schema: String?
        let status: Int
        var hasBody = false
        /// Whether it is about a case as it was read.
        var needsPosition = false

        /// Every call, by the kinds of cases that the office offers; addresses that the public site has are told apart by
        /// the prefix of ids.
        static func all(_ resources: [OfficeResource], besides table: RouteTable) -> [OfficeOperation] {
            guard !resources.isEmpty else { return [] }
            var all = [
                OfficeOperation(
                    pattern: "/cases", isPost: false,
                    summary: .both("本单位待办案件和可以新办的事项", "Cases waiting and what may be begun"),
                    schema: "CaseQueue", status: 200)
            ]
            for resource in resources { all += operations(of: resource, besides: table) }
            return all + batches
        }

        private static func operations(
            of resource: OfficeResource, besides table: RouteTable
        ) -> [OfficeOperation] {
            let list = "/" + resource.noun
            let isShared = table.find(["api", "v1", resource.noun]) != nil
            let isAmbiguous = table.routes.contains { route in
                guard route.parts.count == 2, route.parts[0] == .exactly(resource.noun) else { return false }
                if case .exactly = route.parts[1] { return false }
                return true
            }
            let one = list + (isAmbiguous ? "/\(resource.prefix)-{number}" : "/{id}")
            var all: [OfficeOperation] = []
            if !isShared {
                all.append(
                    OfficeOperation(
                        pattern: list, isPost: false, summary: .both("本单位该类待办案件", "Cases of this kind waiting"),
                        schema: "CaseQueue", status: 200))
            }
            return all + [
                OfficeOperation(
                    pattern: list, isPost: true, summary: .both("新办一件", "Begin one"), schema: "CaseFile", status: 201,
                    hasBody: true),
                OfficeOperation(
                    pattern: one, isPost: false, summary: .both("案卷", "The file of a case"), schema: "CaseFile",
                    status: 200),
                OfficeOperation(
                    pattern: one + "/{action}", isPost: true, summary: .both("办理一步", "Do something in it"),
                    schema: "CaseFile", status: 201, hasBody: true, needsPosition: true),
                OfficeOperation(
                    pattern: one + "/inspect", isPost: true,
                    summary: .both("查阅非本单位案卷", "Inspect a case of another organisation"), schema: "CaseFile",
                    status: 200, hasBody: true),
                OfficeOperation(
                    pattern: one + "/steps/{position}", isPost: false, summary: .both("办理步骤", "One step of it"),
                    schema: "CaseStep", status: 200),
            ]
        }

        private static let batches: [OfficeOperation] =
            [
                OfficeOperation(
                    pattern: "/batches", isPost: false, summary: .both("本单位批次", "Batches of your organisation"),
                    schema: "HandedBatches", status: 200),
                OfficeOperation(
                    pattern: "/batches", isPost: true, summary: .both("试报文件", "Hand a file in, as a trial"),
                    schema: "HandIn",
                    status: 201, hasBody: true),
                OfficeOperation(
                    pattern: "/batches/{id}", isPost: false, summary: .both("批次或者报送件", "A batch, or a file on its way"),
                    schema: "HandedBatch", status: 200),
                OfficeOperation(
                    pattern: "/batches/{id}/submission", isPost: true, summary: .both("确认报送", "Have it taken in"),
                    schema: "HandIn", status: 202),
                OfficeOperation(
                    pattern: "/batches/{id}/undo", isPost: true, summary: .both("整批撤回", "Take a batch back"),
                    schema: "HandedBatch", status: 201, hasBody: true),
            ]
            + OfficeBatch.File.allCases.map {
                OfficeOperation(
                    pattern: "/batches/{id}/" + $0.rawValue, isPost: false, summary: $0.title, schema: nil, status: 200)
            }

        func show(on tape: inout Tape) {
            tape.put("operationId", operation)
            tape.put("summary", summary)
            tape.put("security", [Security()])
            tape.put("parameters", parameters)
            if hasBody { tape.put("requestBody", Body()) }
            tape.put("responses", Answers(operation: self))
        }

        private var names: [String] {
            pattern.split(separator: "{").dropFirst().map { String($0.prefix { $0 != "}" }) }
        }

        private var operation: String {
            let words = pattern.split { $0 == "/" || $0 == "-" || $0 == "." || $0 == "{" || $0 == "}" }
            return (isPost ? "post" : "get") + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        }

        private var position: Parameter {
            Parameter(
                name: "If-Match", place: "header", isNeeded: true,
                summary: .both(
                    "读取案卷时答复的 ETag（即 position）；此后案件又有办理的，答 409（WEB-190），什么也不做；没有带的，答 428（WEB-186）",
                    "The ETag of the case as it was read, which is its position. Where the case has gone on since, the answer is "
                        + "409 (WEB-190) and nothing was done; without it the answer is 428 (WEB-186)"),
                kind: .text(upTo: 32))
        }

        private var parameters: [Parameter] {
            func query(_ name: String, _ chinese: String, _ english: String, _ most: Int) -> Parameter {
                Parameter(
                    name: name, place: "query", isNeeded: false, summary: .both(chinese, english),
                    kind: .text(upTo: most))
            }
            let asked: [Parameter] =
                switch schema {
                case "HandedBatches": [query("before", "从这个日志位置往前", "Before this position of the log", 20)]
                case "CaseQueue":
                    (pattern == "/cases" ? [query("kind", "案件类别", "Kind of case, by its noun", 40)] : []) + [
                        query("due", "时限：late 超期，soon 临近", "Time left: late or soon", 8),
                        query(
                            "q", "案件编号、主体代码或者名称；不得填写身份证件号码",
                            "Id of a case, or code or name of whom it is about; no identity numbers",
                            QueueQuestion.longestText),
                        query("after", "上一页 next 给出的位置", "Place that “next” of the page before gave", 200),
                    ]
                default: []
                }
            let language = Route.Question.language
            return names.map {
                Parameter(name: $0, place: "path", isNeeded: true, summary: nil, kind: .text(upTo: 128))
            } + (needsPosition ? [position] : []) + asked + [
                Parameter(
                    name: language.name, place: "query", isNeeded: false, summary: language.summary, kind: language.kind
                )
            ]
        }
    }

    struct Security: Shown {
        func show(on tape: inout Tape) { tape.put("bearer", [String]()) }
    }

    struct SecuritySchemes: Shown {
        struct Bearer: Shown {
            func show(on tape: inout Tape) {
                tape.put("type", "http")
                tape.put("scheme", "bearer")
                tape.put(
                    "description", Label.both("chengxin account token 发放的访问令牌", "a token of chengxin account token"))
            }
        }
        func show(on tape: inout Tape) { tape.put("bearer", Bearer()) }
    }

    /// What a call brings: the fields that the action names; a file is an object of name and base64, or comes as a form.
    private struct Body: Shown {
        private struct Content: Shown {
            func show(on tape: inout Tape) {
                tape.put(named: "application/json", Values())
                tape.put(named: "multipart/form-data", Values())
            }
        }
        private struct Values: Shown {
            func show(on tape: inout Tape) { tape.put("schema", Object()) }
        }
        private struct Object: Shown {
            func show(on tape: inout Tape) { tape.put("type", "object") }
        }
        func show(on tape: inout Tape) {
            tape.put(
                "description",
                Label.both("该步骤的 fields 列出的各项", "The fields that the action or opening names"))
            tape.put("content", Content())
        }
    }

    private struct Answers: Shown {
        let operation: OfficeOperation

        func show(on tape: inout Tape) {
            tape.put(
                named: String(operation.status),
                Content(
                    words: .both("答复", "The answer"),
                    type: operation.schema == nil ? "application/octet-stream" : "application/json",
                    schema: operation.schema))
            let problems =
                [400, 401, 403, 404, 405, 409, 429, 500]
                + (operation.isPost ? [408, 413, 415, 422] : []) + (operation.needsPosition ? [428] : [])
            for status in problems.sorted() {
                tape.put(
                    named: String(status),
                    Content(
                        words: .both("问题", "A problem"), type: "application/problem+json",
                        schema: status == 429 ? "Problem" : "OfficeProblem"))
            }
        }
    }
}
