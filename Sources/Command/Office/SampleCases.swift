import Credit
import Proofs
import Store

/// 抽样复核: a batch of the department looked at by sample; one finding, with one reason, for all its rows.
struct SampleCases: CaseKind {
    let rules: Rules
    let prefix = "SMP"
    let noun = "samples"
    let plural = Label("抽样复核", "Reviews by sample")
    private static let kind = Label("抽样复核", "Review by sample")
    /// As many as a sheet can show.
    private static let most = 200

    func openings(for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader) throws -> [CaseAction] {
        rules.departments[officer.organ] != nil && duties.contains(.decide) ? [EntryForms.sample] : []
    }

    func open(
        _ action: String, _ values: FormValues, by officer: Officer, id: String, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard let batch = try values["batch"].flatMap({ try reader.batch($0) }), batch.state == .complete,
            officer.acts(for: batch.submission.department)
        else { throw BatchSampleProblem.noBatch }
        let places = try reader.entered(by: batch)
        guard let count = values["count"].flatMap({ Int($0) }), (1...Self.most).contains(count) else {
            throw BatchSampleProblem.noSample
        }
        guard count <= places.count else { throw BatchSampleProblem.noSample }
        // Nobody knows the id of the review before it begins, and everybody can draw the same sample from it afterwards.
        let drawn = places.map { ($0, SHA256.digest(of: "\(id) \($0)").hex) }.sorted { $0.1 < $1.1 }.prefix(count)
        let records = try drawn.map(\.0).sorted().compactMap { position -> String? in
            if case .record(let entry)? = try reader.event(at: position) { entry.id } else { nil }
        }
        return [
            .desk(
                .sampled(
                    try BatchSample(
                        id: id, batch: batch.submission.batch, department: officer.organ, size: places.count,
                        records: records, by: officer)))
        ]
    }

    func waiting(for officer: Officer, on day: Day, in reader: Reader) throws -> [WaitingCase] {
        try reader.openSamples(of: officer.organ).map { stored in
            let line = CaseLine(
                id: stored.sample.id, kind: Self.kind, title: Label(stored.sample.batch, stored.sample.batch),
                subject: stored.sample.batch, stage: stage(stored), organ: officer.organ, deadline: nil, state: nil)
            return WaitingCase(line, subject: nil)
        }
    }

    private func stage(_ stored: StoredSample) -> Label {
        guard let finding = stored.finding else { return Label("已抽样，待核对原件", "Drawn; to be compared with the papers") }
        if finding.takesBack { return Label("有误，整批撤回", "Wrong; the batch was taken back") }
        return finding.isRight ? Label("样本一致", "The sample agrees") : Label("有误，待更正", "Wrong; to be corrected")
    }

    func sheet(
        _ id: String, for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader
    ) throws -> CaseSheet? {
        guard let stored = try reader.sample(id), officer.acts(for: stored.sample.department) else { return nil }
        let sample = stored.sample
        let size = Label(
            "\(sample.size) 条中抽取 \(sample.records.count) 条", "\(sample.records.count) drawn of \(sample.size)")
        var facts = [
            CaseSheet.Fact(
                Label("批次", "Batch"), Label(sample.batch, sample.batch), path: "/office/batches/" + sample.batch),
            CaseSheet.Fact(Label("样本", "Sample"), size),
            CaseSheet.Fact(
                Label("怎样抽取", "How it was drawn"),
                Label(
                    "按“复核编号 日志位置”的 SHA-256 从小到大取前 \(sample.records.count) 条，任何人可以重算",
                    "the first \(sample.records.count) by SHA-256 of “id of the review, log position”; anybody can recompute it"
                )),
        ]
        facts += sample.records.map { CaseSheet.Fact(Label("核对", "Compare"), Label($0, $0), path: "/records/" + $0) }
        var steps = [
            CaseSheet.Step(
                day: stored.drawn.day, words: Label("抽样", "Drawn"), by: sample.by.name, position: stored.drawn.position)
        ]
        if let finding = stored.finding, let found = stored.found {
            facts.append(CaseSheet.Fact(Label("理由", "Reason"), Label(finding.reason, finding.reason)))
            steps.append(
                CaseSheet.Step(day: found.day, words: stage(stored), by: found.by.name, position: found.position))
        }
        return CaseSheet(
            id: id, kind: Self.kind, title: Label(sample.batch, sample.batch), subject: (sample.batch, nil),
            stage: stage(stored), isClosed: stored.finding != nil, facts: facts, clocks: [], steps: steps,
            actions: stored.finding == nil ? EntryForms.judging.filter { duties.contains($0.duty) } : [])
    }

    func act(
        _ action: String, in id: String, _ values: FormValues, by officer: Officer, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard let stored = try reader.sample(id) else { throw BatchSampleProblem.noBatch }
        let finding = BatchSample.Finding(
            isRight: action == "right", reason: values["reason"] ?? "", takesBack: action == "take-back")
        let event = try stored.sample.finding(finding, before: stored.finding, by: officer)
        guard finding.takesBack else { return [.desk(event)] }
        guard try reader.batch(stored.sample.batch)?.state == .complete else { throw BatchSampleProblem.noBatch }
        return [
            .desk(event), .submission(.undone(batch: stored.sample.batch, reason: finding.reason)),
        ]
    }
}
