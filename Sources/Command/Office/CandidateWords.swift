import Credit

/// 候选提示: what whoever hands a file in is told of its rows for a list of our own.
enum CandidateWords {
    static func lines(_ counts: RowCounts) -> [Label] {
        guard counts.candidates > 0 else { return [] }
        return [
            Label(
                "其中 \(counts.candidates) 行属于本市认定的名单，只作候选：不列入、不公示，由认定单位的承办人核对后立案",
                "\(counts.candidates) of the rows are for a list of our own and become candidates only: nobody is listed and "
                    + "nothing published until an officer of the deciding organ has opened a case")
        ]
    }
}
