import Credit

/// 引用处: a place of the rules that rests on a document.
struct DocumentUse: Shown {
    let document: String
    let place: Label
    let path: String?

    func show(on tape: inout Tape) {
        tape.put("place", place)
        tape.put("path", path)
    }

    /// Every place of the pack that cites a document, each once.
    static func all(of rules: Rules) -> [DocumentUse] {
        let entries = RuleLibrary(rules: rules).entries.compactMap { entry in
            entry.source.map { source in
                DocumentUse(
                    source.source, entry.sort.title, .both(entry.subject.chinese, entry.subject.english), entry.path)
            }
        }
        var seen: Set<String> = []
        return
            (entries + repairs(rules) + plan(rules) + guide(rules) + lists(rules) + measures(rules) + commitments(rules)
            + letters(rules) + clocks(rules))
            .filter { seen.insert($0.document + "\n" + $0.place.chinese).inserted }
    }

    private init(_ source: Source, _ sort: Label, _ subject: Label, _ path: String?) {
        document = source.document
        place = .both(sort.chinese + "：" + subject.chinese, sort.english + ": " + subject.english)
        self.path = path
    }

    /// What a version of the rules of repair asks for and counts; its classes stand in the library.
    private static func repairs(_ rules: Rules) -> [DocumentUse] {
        rules.repairs.flatMap { rule in
            let parts = rule.conditions.map(\.source) + rule.materials.map(\.source) + rule.terms.map(\.source)
            let rest = [rule.source, rule.badFaith.source] + rule.exclusions.map(\.source)
            return (parts + rest + [rule.bankruptcy?.source].compactMap(\.self)).map {
                DocumentUse($0, .both("修复规则", "rules of repair"), rule.name, "/guide/repair")
            }
        }
    }

    private static func clocks(_ rules: Rules) -> [DocumentUse] {
        rules.clocks.flatMap { clock in
            clock.terms.steps.map { DocumentUse($0.source, .both("办理时限", "clock"), clock.name, "/guide/objection") }
        }
    }

    private static func plan(_ rules: Rules) -> [DocumentUse] {
        rules.planItems.compactMap { item in
            item.progress.source.map {
                DocumentUse($0, .both("方案", "plan"), .both(item.code, item.code), "/plan/" + item.code)
            }
        }
    }

    private static func guide(_ rules: Rules) -> [DocumentUse] {
        rules.guide.flatMap { text in
            text.sections.flatMap { section in
                section.passages.flatMap(\.sources) + (section.table?.columns.map(\.source) ?? [])
            }.map { DocumentUse($0, .both("指南", "guide"), text.title, "/guide/" + text.code) }
        }
    }

    /// By what law a list may hold persons; names, roles, terms and bases stand in the library.
    private static func lists(_ rules: Rules) -> [DocumentUse] {
        rules.lists.flatMap { list in
            list.subjects.compactMap(\.source).map {
                DocumentUse(
                    $0, .both("名单对象", "whom a list may hold"), list.names.steps[0].value, "/lists/register/" + list.code
                )
            }
        }
    }

    private static func measures(_ rules: Rules) -> [DocumentUse] {
        rules.measures.measures.flatMap { measure in
            measure.bases.map {
                DocumentUse(
                    $0.source, .both("措施依据", "basis of a measure"), measure.name, "/measures/" + measure.code)
            }
        }
    }

    private static func commitments(_ rules: Rules) -> [DocumentUse] {
        rules.commitments.matters.compactMap { matter in
            matter.basis.map { DocumentUse($0, .both("承诺事项", "matter of a commitment"), matter.name, "/commitments") }
        }
    }

    private static func letters(_ rules: Rules) -> [DocumentUse] {
        rules.letters.map { DocumentUse($0.source, .both("文书样式", "form of a letter"), $0.title, "/bulletins") }
    }
}
