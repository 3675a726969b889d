import Credit
import Store

/// 整改和约谈案卷: an order to mend or a warning talk as its page shows it to an officer, and a mended order as a case of
/// repair shows it.
struct RectificationSheet {
    let made: Rectification

    func facts(isBaseHeld: Bool) -> [CaseSheet.Fact] {
        let opening = made.opening
        var facts = [
            fact("所依据的信息", "Rests on the record", opening.record, path: "/records/" + opening.record),
            fact("作出单位", "Organ", opening.paper.organ), fact("文书号", "Number", opening.paper.number),
            fact("文书日期", "Date", "\(opening.paper.date)"), fact("法律依据", "Legal basis", opening.paper.basis),
        ]
        if !isBaseHeld {
            facts.append(
                .init(
                    Label("注意", "Note"),
                    Label("所依据的信息已经不再持有，请撤回本案", "The record it rests on is held no more: withdraw the case")))
        }
        if case .talk(_, let meeting, let place) = opening.demand {
            facts += opening.demand.items.map { fact("约谈事项", "To be talked of", $0) }
            facts += [fact("约谈日期", "Day of the talk", "\(meeting)"), fact("约谈地点", "Place", place)]
        } else {
            facts += opening.demand.items.map { fact("整改要求", "To be mended", $0) }
        }
        for item in made.evidence {
            facts.append(fact("整改证据", "Evidence", item.words))
            facts += item.files.map { fact("证据摘要", "Digest of evidence", $0) }
        }
        switch made.stage {
        case .mended(let look): facts.append(fact("查看情况", "What was seen", look.words))
        case .notMended(let look): facts.append(fact("未整改的理由", "Why not mended", look.words))
        case .held(let minutes, let undertaking):
            facts.append(fact("笔录摘要", "Digest of the minutes", minutes))
            if let undertaking {
                facts.append(fact("整改承诺", "Undertaken", undertaking.words))
                if let until = undertaking.until { facts.append(fact("承诺完成日期", "By", "\(until)")) }
            }
        case .notAppeared(let reason?): facts.append(fact("说明的原因", "Reason told", reason))
        case .drawn, .mending, .invited, .notAppeared, .withdrawn: break
        }
        facts.append(
            .init(
                Label("效力", "Effect"),
                Label("不产生惩戒；后续处理须另有文书和决定", "nothing adverse follows from it; that needs its own paper and decision")))
        return facts
    }

    private func fact(_ chinese: String, _ english: String, _ value: String, path: String? = nil) -> CaseSheet.Fact {
        CaseSheet.Fact(Label(chinese, english), Label(value, value), path: path)
    }

    /// 修复材料: the mended orders on a record, as the case of its repair shows them, with the digests of their evidence.
    static func repairMaterial(of record: String, on day: Day, in reader: Reader) throws -> [CaseSheet.Fact] {
        try reader.mendedOrders(of: record, on: day).compactMap { stored in
            guard case .mended(let look) = stored.rectification.stage else { return nil }
            let paper = stored.rectification.opening.paper
            let digests = stored.rectification.evidence.flatMap(\.files).joined(separator: " ")
            return CaseSheet.Fact(
                Label("可作材料：责令整改已完成", "Material: an order was mended"),
                Label(
                    "\(paper.organ) \(paper.number)，\(look.day) 认定已整改；证据摘要 \(digests)",
                    "\(paper.organ) \(paper.number), found mended on \(look.day); evidence \(digests)"))
        }
    }

    /// One thing that happened, in words.
    static func step(_ event: RectificationEvent, at position: Int, on day: Day) -> CaseSheet.Step {
        let by = event.by.standingInFor == nil ? event.by.name : "\(event.by.name)（代）"
        return CaseSheet.Step(day: day, words: words(of: event.step), by: by, position: position)
    }

    private static func words(of step: RectificationEvent.Step) -> Label {
        switch step {
        case .opened(let opening):
            Label("出具：\(opening.demand.title.chinese)", "Drawn up: \(opening.demand.title.english)")
        case .served(let service):
            Label(
                "\(service.way.title.chinese)，\(service.served) 送达",
                "\(service.way.title.english), served on \(service.served)")
        case .shown(let words, _): Label("收到整改证据：\(words)", "Evidence: \(words)")
        case .extended(let count, let reason):
            Label("延长 \(count) 天：\(reason)", "Extended by \(count) days: \(reason)")
        case .mended(let words): Label("认定已整改：\(words)", "Found mended: \(words)")
        case .notMended(let reason): Label("认定未整改：\(reason)", "Found not mended: \(reason)")
        case .held(_, let undertaking):
            Label(
                "已约谈" + (undertaking.map { "，承诺：\($0.words)" } ?? ""),
                "Held" + (undertaking.map { ", undertaken: \($0.words)" } ?? ""))
        case .notAppeared(let reason):
            Label("未到场" + (reason.map { "：\($0)" } ?? ""), "Did not appear" + (reason.map { ": \($0)" } ?? ""))
        case .withdrawn(let reason): Label("撤回：\(reason)", "Withdrawn: \(reason)")
        }
    }
}
