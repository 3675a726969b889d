import Credit

extension FieldFault {
    /// What a decision that was refused says: beside each field that is wrong where the rules tell them apart.
    static func all(of problem: any CaseProblem) -> [FieldFault] {
        guard let problem = problem as? any FieldProblem, !problem.faults.isEmpty else { return [.refused(problem)] }
        return problem.faults.map {
            FieldFault(field: $0.field.isEmpty ? nil : $0.field, code: $0.code, words: $0.words)
        }
    }
}
