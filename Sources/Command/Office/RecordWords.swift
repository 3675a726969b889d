import Credit
import Store

extension Rules {
    /// 信息称谓: a record as a case names it: its kind, the number of its document or else the day of the decision, and its
    /// id; the id alone where it is not held. What is published no more is said to be, and leads nowhere.
    ///
    /// - Parameter state: what else is to be said of it; nil for nothing.
    func fact(
        _ name: Label, ofRecord id: String, _ state: Label? = nil, on day: Day, in reader: Reader
    ) throws -> CaseSheet.Fact {
        var words = Label(id, id)
        var isShown = false
        if let view = try SubjectFiles(rules: self).record(id, on: day, in: reader) {
            let number = view.paper.documentNumber?.chinese ?? view.decided?.description
            let paper = number.map { " \($0)" } ?? ""
            words = Label("\(view.kindTitle.chinese)\(paper)（\(id)）", "\(view.kindTitle.english)\(paper) (\(id))")
            isShown = view.publication.isPublished(on: day)
        }
        for more in [state, isShown ? nil : Label("（已不公示）", " (not published any more)")].compactMap(\.self) {
            words = Label(words.chinese + more.chinese, words.english + more.english)
        }
        return CaseSheet.Fact(name, words, path: isShown ? "/records/" + id : nil)
    }
}
