import Credit

extension Story {
    /// Commitments that anybody may see, one of each state.
    static let commitments: [ShownCommitment] = ShownCommitment.State.allCases.enumerated().map { index, state in
        ShownCommitment(
            id: "CMT-\(index)", number: "6405002026050600000\(index + 1)", subject: Story.乾丰建材.key,
            name: Story.乾丰建材.name, kind: "approval-substituting", matter: "permit-commitments", cause: "申请办理取水许可证",
            made: Day("2026-05-06")!, validUntil: index == 0 ? Day("2027-05-06")! : nil, state: state,
            record: state == .breached ? "r-CMT-3-1" : nil
        ).titled(by: StoryRules.city.commitments)
    }
}
