import Credit

/// 名单、措施、承诺和制度: the dated values of the chapters that say what may follow from a record.
extension RuleLibrary {
    /// Names, roles and terms of the lists.
    var lists: [RuleEntry] {
        rules.lists.flatMap { list -> [RuleEntry] in
            let (subject, path) = (list.names.steps[0].value, "/lists/register/" + list.code)
            let terms = list.terms.map {
                entries($0, .list, subject, path) { told($0, $1, .both("列入期限", "stands for"), \.words) }
            }
            return entries(list.names, .list, subject, path) { told($0, $1, .both("称", "called")) { $0 } }
                + entries(list.roles, .list, subject, path) { told($0, $1, .both("本市职责", "the city’s part"), \.title) }
                + (terms ?? [])
        }
    }

    /// What the lists rest on.
    var listBases: [RuleEntry] {
        rules.lists.flatMap { list in
            list.bases.map { basis in
                let (rank, permits) = (basis.rank.title, basis.permits.title)
                return RuleEntry(
                    sort: .listBasis, subject: list.names.steps[0].value,
                    value: .both(
                        "依据的位阶为\(rank.chinese)，允许\(permits.chinese)",
                        "rests on a document of the rank “\(rank.english)”, which permits: \(permits.english)"),
                    begins: basis.from, ends: basis.until, source: cite(basis.source),
                    path: "/lists/register/" + list.code)
            }
        }
    }

    /// What must happen before a list may hold somebody.
    var procedures: [RuleEntry] {
        rules.procedures.flatMap { procedure -> [RuleEntry] in
            let names =
                procedure.kinds.map(\.title) + procedure.lists.compactMap { rules.lists[$0]?.names.steps[0].value }
            let subject = Label(
                names.map(\.chinese).joined(separator: "、"), names.map(\.english).joined(separator: ", "))
            let path = "/lists/register"
            let answer = procedure.answer.map { dated in
                entries(dated, .procedure, subject, path) {
                    told($0, $1, .both("申辩期限", "time to answer"), \.listingWords)
                }
            }
            let hearing = procedure.hearing.map { dated in
                entries(dated, .procedure, subject, path) { told($0, $1, .both("听证", "hearing"), \.title) }
            }
            return entries(procedure.notice, .procedure, subject, path) {
                told($0, $1, .both("事先告知", "prior notice"), \.title)
            } + (answer ?? []) + (hearing ?? [])
                + entries(procedure.chain, .procedure, subject, path) {
                    told($0, $1, .both("审批环节", "sign-off")) { steps in
                        Label(
                            steps.map(\.title.chinese).joined(separator: "、"),
                            steps.map(\.title.english).joined(separator: ", "))
                    }
                }
        }
    }

    /// The editions of the national list, and when each measure came into it.
    var measures: [RuleEntry] {
        let editions = rules.measures.editions
        return editions.enumerated().map { index, edition in
            RuleEntry(
                sort: .measure, subject: edition.title,
                value: edition.count.map { .both("共 \($0) 项措施", "\($0) measures") }
                    ?? .both("措施项数待核", "the number of measures is to be checked"),
                from: edition.from, until: index + 1 < editions.count ? editions[index + 1].from + -1 : nil,
                source: cite(edition.source), path: "/measures")
        }
            + rules.measures.measures.map { measure in
                RuleEntry(
                    sort: .measure, subject: measure.name,
                    value: .both(
                        "列入清单：" + measure.category.title.chinese, "in the list: " + measure.category.title.english),
                    from: measure.listed.from, until: nil, source: cite(measure.listed.source),
                    path: "/measures/" + measure.code)
            }
    }

    /// What became of the documents that the plan names.
    var memoranda: [RuleEntry] {
        rules.memoranda.flatMap { document -> [RuleEntry] in
            let title = rules.documents[document.document]?.title ?? document.document
            let (subject, path) = (Label(title, document.english), "/measures/documents")
            let issued = RuleEntry(
                sort: .memorandum, subject: subject,
                value: .both("印发：" + document.kind.title.chinese, "issued: " + document.kind.title.english),
                begins: document.known, next: document.later.first?.from,
                source: cite(Source(document: document.document)), path: path)
            let later = document.later.enumerated().map { index, change in
                RuleEntry(
                    sort: .memorandum, subject: subject,
                    value: change.by.map { .both("被 \($0) 替代", "replaced by \($0)") }
                        ?? .both("成为历史资料，不再是依据", "history: no ground for anything any more"),
                    begins: change.from,
                    next: index + 1 < document.later.count ? document.later[index + 1].from : nil,
                    source: cite(change.source), path: path)
            }
            return [issued] + later
        }
    }

    /// The kinds of commitments, which have no first day.
    var commitments: [RuleEntry] {
        rules.commitments.kinds.map {
            RuleEntry(
                sort: .commitment, subject: $0.name, value: $0.meaning, from: nil, until: nil, source: cite($0.source),
                path: "/commitments")
        }
    }

    /// The documents of the library of policies.
    var policies: [RuleEntry] {
        rules.policies.map { policy in
            let title = rules.documents[policy.document]?.title ?? policy.document
            let kinds = policy.kinds.map(\.title)
            return RuleEntry(
                sort: .policy, subject: Label(title, policy.english),
                value: .both(
                    kinds.map(\.chinese).joined(separator: "、"), kinds.map(\.english).joined(separator: ", ")),
                begins: policy.from, ends: policy.until,
                source: cite(Source(document: policy.document, mark: policy.mark)), path: "/policies")
        }
    }

    /// The editions of the indicators by which cities are watched.
    var monitoring: [RuleEntry] {
        let editions = rules.monitoring
        return editions.enumerated().map { index, edition in
            RuleEntry(
                sort: .monitoring, subject: edition.title,
                value: .both("共 \(edition.indicators.count) 项", "\(edition.indicators.count) indicators"),
                from: edition.issued, until: index + 1 < editions.count ? editions[index + 1].issued + -1 : nil,
                source: cite(edition.source), path: "/bulletins")
        }
    }
}
