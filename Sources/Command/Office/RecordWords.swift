import Credit
import Store

extension Rules {
    /// 信息称谓: what a record is called where a case names it: its kind, the number of its document or else the day of the
    /// decision, and its id; the id alone where it is not held.
    func words(ofRecord id: String, on day: Day, in reader: Reader) throws -> Label {
        guard let view = try SubjectFiles(rules: self).record(id, on: day, in: reader) else { return Label(id, id) }
        let number = view.paper.documentNumber?.chinese ?? view.decided?.description
        let paper = number.map { " \($0)" } ?? ""
        return Label("\(view.kindTitle.chinese)\(paper)（\(id)）", "\(view.kindTitle.english)\(paper) (\(id))")
    }
}

extension Label {
    static func + (left: Label, right: Label) -> Label {
        Label(left.chinese + right.chinese, left.english + right.english)
    }
}
