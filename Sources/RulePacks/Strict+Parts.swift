import Credit
import Yams

extension Strict {
    /// A mapping inside this one.
    public func part<Value>(_ key: String, required: Bool = true, _ read: (Strict) -> Value?) -> Value? {
        guard let node = node(key, required: required) else { return nil }
        return child(node, at: place(of: node, key))?.run(read)
    }

    /// A list of mappings, each read alike.
    public func items<Value>(_ key: String, required: Bool = true, _ read: (Strict) -> Value?) -> [Value]? {
        nodes(key, required: required).map { items in
            items.compactMap { child($0.node, at: $0.place)?.run(read) }
        }
    }

    /// A list of steps, each with `from`, its value and its `source`, in the order of their days.
    public func dated<Value: Sendable>(
        _ key: String, required: Bool = true, _ read: (Strict) -> Value?
    ) -> Dated<Value>? {
        var complete = true
        let steps = items(key, required: required) { step -> Dated<Value>.Step? in
            let (from, value, source) = (step.day("from"), read(step), step.source())
            guard let from, let value, let source else {
                complete = false
                return nil
            }
            return Dated.Step(from: from, value: value, source: source)
        }
        guard complete, let steps, !steps.isEmpty else { return nil }
        if let dated = Dated(steps) { return dated }
        refuse(key, .stepsOutOfOrder)
        return nil
    }

    /// A source: `{ document: …, clause: …, mark: unverified }`; without a mark it was verified.
    public func source(_ key: String = "source") -> Source? {
        part(key) { source in
            let document = source.reference("document", to: .document)
            let clause = source.text("clause", required: false)
            let mark = source.word("mark", of: Source.Mark.self, required: false) ?? .verified
            return document.map { Source(document: $0, clause: clause, mark: mark) }
        }
    }

    /// A mapping of names to texts whose names only the caller knows, such as a row of a table, in its order.
    public func pairs(_ key: String, required: Bool = true) -> [(name: String, value: String)]? {
        guard let node = node(key, required: required) else { return nil }
        guard let child = child(node, at: place(of: node, key)), let mapping = node.mapping else { return nil }
        return mapping.compactMap { name, value in
            let place = child.place(of: value, name.scalar?.string ?? "?")
            guard let name = child.string(name, at: place, limit: 200) else { return nil }
            // An empty cell is a value here.
            if let empty = scalar(value), empty.string.isEmpty { return (name, "") }
            return child.string(value, at: place, limit: 10_000).map { (name, $0) }
        }
    }

    // MARK: - Codes

    /// The code a file declares; it must be the file's name.
    public func fileCode(_ space: CodeSpace, key: String = "code", form: CodeForm = .word) -> String? {
        guard let code = code(space, key: key, form: form) else { return nil }
        if code != file.stem { refuse(key, .fileNameDiffers(expected: file.stem), value: code) }
        return code
    }

    /// A code that is defined here. `again` lets a code be repeated, as editions of one catalogue do.
    public func code(
        _ space: CodeSpace, key: String = "code", form: CodeForm = .word, again: Bool = false
    ) -> String? {
        guard let code = text(key, atMost: 200) else { return nil }
        guard form.allows(code) else {
            refuse(key, .badCode, value: code)
            return nil
        }
        reading.define(code, in: space, at: place(key), again: again)
        return code
    }

    /// A code that something else defines, in this file or another.
    public func reference(_ key: String, to space: CodeSpace, required: Bool = true) -> String? {
        guard let code = text(key, required: required, atMost: 200) else { return nil }
        reading.refer(to: code, in: space, at: place(key))
        return code
    }

    /// Several codes that something else defines; none twice.
    public func references(_ key: String, to space: CodeSpace, required: Bool = true) -> [String]? {
        guard let items = nodes(key, required: required) else { return nil }
        var codes: [String] = []
        for item in items {
            guard let code = string(item.node, at: item.place, limit: 200) else { continue }
            if codes.contains(code) {
                reading.add(.duplicateCode(code, first: place(key)), at: item.place, value: code)
            }
            reading.refer(to: code, in: space, at: item.place)
            codes.append(code)
        }
        return codes
    }

    /// Notes a name that no pack may declare of persons (R2); so does every chapter with what it lets be collected.
    public func mayBeCollected(_ key: String, _ name: String, ofPersons: Bool) {
        if let ban = NeverCollected.ban(on: name, ofPersons: ofPersons) {
            refuse(key, .neverCollected(word: ban.word, law: ban.law), value: name)
        }
    }
}

/// 编码形式: what a code of a sort looks like.
public enum CodeForm: Sendable {
    /// Lower-case words joined by hyphens; digits are letters here.
    case word
    /// Letters and digits, as the plan numbers its items: `C3.1a`.
    case numbering
    /// Digits only.
    case digits
    /// Any text: documents are named by their number or title.
    case title

    func allows(_ code: String) -> Bool {
        switch self {
        case .title: return true
        case .digits: return code.utf8.allSatisfy { (0x30...0x39).contains($0) } && code.utf8.count <= 12
        case .numbering:
            let first = code.utf8.first.map { (0x41...0x5A).contains($0) } ?? false
            return first && code.utf8.count <= 12 && code.utf8.allSatisfy { CodeForm.isLetter($0) || $0 == 0x2E }
        case .word:
            let words = code.split(separator: "-", omittingEmptySubsequences: false)
            return code.utf8.count <= 64 && words.allSatisfy { !$0.isEmpty }
                && code.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
