import Credit
import Portal
import Proofs
import Store

/// 卷宗: everything of a case in one file that anybody can check without us: its events with their places in the log and
/// their proofs, its letters, the files it names, the rules it was decided under, and a signature over all of it.
///
/// - Source: `docs/verify_volume.py` reads it; the members are told by `index.json`, which the signature covers.
struct CaseVolume {
    let ledger: Ledger
    let evidence: EvidenceFolder

    /// The form of the volume, and the first line of what is signed.
    static let format = "chengxin.volume/v1"
    /// 附件上限 of a volume that a desk downloads.
    /// - Unit: bytes
    static let mostAtDesk = 256 << 20

    /// The volume of a case; nil where there is none under the id.
    ///
    /// - Parameter most: how many bytes of files it may hold.
    /// - Throws: `LetterProblem.volumeTooLarge` (LET-117), `StoreProblem`, `ProofProblem`.
    func bytes(of id: String, most: Int?) throws -> [UInt8]? {
        guard let note = try ledger.checkpointNote(), let checkpoint = try ledger.checkpoint() else { return nil }
        let content = try ledger.read { try VolumeContent(id, in: $0) }
        guard let content else { return nil }
        let proofs = try content.positions.filter { $0 < checkpoint.size }.compactMap { try ledger.evidence(at: $0) }
        let files = content.digests.filter { evidence.size($0) != nil }
        let size = files.reduce(0) { $0 + (evidence.size($1) ?? 0) }
        if let most, size > most { throw LetterProblem.volumeTooLarge(most >> 20) }

        var members: [(name: String, bytes: [UInt8])] = []
        for proof in proofs { members.append(("events/\(Self.padded(proof.position)).json", proof.json + [0x0A])) }
        for stored in content.letters {
            guard let paper = OfficeLetter.document(of: stored.letter, in: .chinese) else { continue }
            members.append(("letters/\(stored.letter.numbering.id).docx", paper))
        }
        var missing = content.digests.filter { !files.contains($0) }
        for digest in files {
            if let bytes = try evidence.bytes(digest) {
                members.append(("files/" + digest, bytes))
            } else {
                // It is there, and is not what its name says any more.
                missing.append(digest)
            }
        }
        members.insert(("contents.txt", Array(contents(content, id, proofs, missing).utf8)), at: 0)
        let index = index(content, id, note, checkpoint, proofs, members, missing)
        let text = "\(Self.format)\n\(id)\n\(checkpoint.size)\n\(SHA256.digest(of: index).base64)\n"
        var archive = StoredArchive()
        archive.add("index.json", bytes: index)
        archive.add("signature.note", bytes: Array(try ledger.signed(text).utf8))
        for member in members { archive.add(member.name, bytes: member.bytes) }
        return archive.finished()
    }

    private static func padded(_ position: Int) -> String {
        let text = String(position)
        return String(repeating: "0", count: max(0, 10 - text.count)) + text
    }

    private func index(
        _ content: VolumeContent, _ id: String, _ note: String, _ checkpoint: Checkpoint, _ proofs: [Evidence],
        _ members: [(name: String, bytes: [UInt8])], _ missing: [String]
    ) -> [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("case", id)
            writer.put("checkpoint", note)
            writer.put(
                "events",
                canonical: Self.list(
                    proofs.map { proof in
                        CanonicalWriter.object { writer in
                            writer.put("class", proof.envelope.eventClass)
                            writer.put("instant", proof.envelope.instant)
                            writer.put("member", "events/\(Self.padded(proof.position)).json")
                            writer.put("position", proof.position)
                        }
                    }))
            writer.put("format", Self.format)
            writer.put("letters", canonical: Self.list(content.letters.map(Self.letter)))
            writer.put(
                "members",
                canonical: Self.list(
                    members.map { member in
                        CanonicalWriter.object { writer in
                            writer.put("name", member.name)
                            writer.put("sha256", SHA256.digest(of: member.bytes).hex)
                            writer.put("size", member.bytes.count)
                        }
                    }))
            writer.put("missing", missing)
            writer.put("origin", checkpoint.origin)
            writer.put(
                "rules",
                canonical: Self.list(
                    content.rules.map { adoption in
                        CanonicalWriter.object { writer in
                            writer.put("digest", adoption.rules.digest)
                            writer.put("pack", adoption.rules.pack)
                            writer.put("position", adoption.position)
                            writer.put("version", adoption.rules.version)
                        }
                    }))
            writer.put("treeSize", checkpoint.size)
            writer.put("verifier", content.verifier)
        }
    }

    private static func letter(_ stored: StoredLetter) -> [UInt8] {
        let letter = stored.letter
        return CanonicalWriter.object { writer in
            writer.put("archive", letter.scan?.archive)
            writer.put("id", letter.numbering.id)
            writer.put("number", letter.numbering.number.text)
            writer.put("positions", stored.steps.map { String($0.position) })
            writer.put("scan", letter.scan?.digest)
            writer.put("served", letter.service?.delivery.served)
            writer.put("stage", letter.stage.rawValue)
            writer.put("title", letter.text?.title.chinese ?? letter.numbering.title)
            writer.put("way", letter.service?.delivery.way.rawValue)
        }
    }

    private static func list(_ objects: [[UInt8]]) -> [UInt8] {
        [0x5B] + Array(objects.joined(separator: [0x2C])) + [0x5D]
    }

    /// 卷内目录, to be read by people.
    private func contents(
        _ content: VolumeContent, _ id: String, _ proofs: [Evidence], _ missing: [String]
    ) -> String {
        var lines = ["卷内目录 · Contents of the volume of \(id)", ""]
        lines += content.rules.map {
            "适用规则 · Rules: \($0.rules.pack) \($0.rules.version)（\($0.rules.digest)）"
        }
        lines += ["", "文书 · Letters"]
        for stored in content.letters {
            let letter = stored.letter
            let service = letter.service.map { "，\($0.delivery.way.title.chinese) \($0.delivery.served)" } ?? ""
            let archive = letter.scan.map { "，档号 \($0.archive)" } ?? ""
            let title = letter.text?.title.chinese ?? letter.numbering.title
            lines.append("\(letter.numbering.number.text) \(title)：\(letter.stage.title.chinese)\(service)\(archive)")
        }
        lines += ["", "事件 · Events"]
        lines += proofs.map { "\($0.position)　\($0.envelope.instant)　\($0.envelope.eventClass)" }
        lines += ["", "附件 · Files"]
        lines += content.digests.map { digest in
            missing.contains(digest) ? "\(digest)　缺失 · missing" : "\(digest)"
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// 卷宗内容: what a volume holds, as the tables name it.
struct VolumeContent {
    /// Places in the log, in order: the case, the records it names, the rules in use.
    let positions: [Int]
    let letters: [StoredLetter]
    /// Digests of the files that the events name, in the order of being named.
    let digests: [String]
    let rules: [(position: Int, rules: RulesAdoption)]
    let verifier: String?

    /// - Returns: nil where nothing of the log belongs to such a case.
    init?(_ id: String, in reader: Reader) throws {
        let own = try reader.positions(ofCase: id)
        guard let first = own.first, let last = own.last else { return nil }
        var names = Named()
        for position in own {
            if let entry = try reader.entry(at: position) { names.read(entry.body) }
        }
        var all = Set(own)
        for record in names.records { all.formUnion(try reader.positions(ofRecord: record)) }
        rules = try reader.rulesInUse(from: first, through: last)
        all.formUnion(rules.map(\.position))
        positions = all.sorted()
        letters = try reader.letters(of: id)
        digests = names.digests
        verifier = try reader.opening()?.verifier
    }

    /// What the bodies of events name: records by their ids, files by their digests.
    private struct Named {
        private(set) var records: [String] = []
        private(set) var digests: [String] = []

        mutating func read(_ body: [UInt8]) {
            guard let reader = try? CanonicalReader(body) else { return }
            for (key, value) in reader.members {
                switch value {
                case .text(let text): add(text, under: key)
                case .texts(let texts): for text in texts { add(text, under: key == "records" ? "record" : key) }
                case .object(let bytes): read(bytes)
                case .number, .truth: break
                }
            }
        }

        private mutating func add(_ text: String, under key: String) {
            if key == "record", !records.contains(text) { records.append(text) }
            // A repair writes its files as material and digest.
            for word in text.split(whereSeparator: { !($0.isLetter || $0.isNumber) }).map(String.init)
            where EvidenceFolder.isDigest(word) && !digests.contains(word) {
                digests.append(word)
            }
        }
    }
}
