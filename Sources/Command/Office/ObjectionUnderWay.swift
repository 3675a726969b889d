import Credit

/// 已有同一异议: an objection of the same applicant to the same record on the same ground is open.
struct ObjectionUnderWay: CaseProblem, Equatable {
    /// Id of the case.
    let id: String

    let code = "OBJ-130"
    var words: Label {
        Label(
            "这条信息已有同一申请人、同一理由的异议在办（\(id)），没有另立案件。新的事实和材料请在该案中登记。",
            "An objection of this applicant to this record on this ground is open already (\(id)); no other case was begun. "
                + "Enter new facts and papers there.")
    }
}
