import Credit

/// 案件类别表: the kinds of cases that the office offers; one line each.
enum OfficeKinds {
    static func all(_ rules: Rules) -> [any CaseKind] {
        []
    }
}
