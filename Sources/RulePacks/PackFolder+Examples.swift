import Credit

extension PackFolder {
    /// The rules of the pack and what its examples say of them; `check-packs` is this.
    ///
    /// - Parameter kinds: all kinds of example the pack may tell; an example of another kind is a mistake.
    /// - Throws: `PackProblems` with all mistakes at once, those of the examples' text included.
    public func checked(
        kinds: [ExampleKind] = ExampleKind.standard, digest: ([UInt8]) -> String
    ) throws(PackProblems) -> ExampleReport {
        let reading = Reading()
        let rules = read(reading, digest: digest)
        let files = files.filter { $0.folder == PackFolder.examples && PackFolder.isKnown($0) }
        let examples = files.compactMap { PackDocument.open($0, reading) }.flatMap { strict in
            strict.run { PackFolder.examples(in: $0, kinds) } ?? []
        }
        reading.resolve()
        guard reading.problems.isEmpty, let rules else { throw PackProblems(reading.problems) }
        return report(on: examples, under: rules)
    }

    private static func examples(in strict: Strict, _ kinds: [ExampleKind]) -> [(PackPlace, Example)]? {
        _ = (strict.fileCode(.example), strict.text("about"))
        return strict.items("cases") { one in
            // A case may carry its story in a sentence.
            _ = one.text("story", required: false)
            let told = kinds.filter { one.has($0.key) }
            guard told.count == 1, let kind = told.first else {
                let known = kinds.map(\.key).joined(separator: ", ")
                one.reading.add(
                    PackProblem(
                        code: "PACK-150", place: one.place,
                        message: Label("每个示例须有且只有一种情形。", "an example must be of one kind."),
                        remedy: Label("可用：\(known)。", "Use one of: \(known).")))
                one.passAll()
                return nil
            }
            return one.part(kind.key, kind.read).map { (one.place, $0) }
        }
    }

    private func report(on examples: [(place: PackPlace, example: Example)], under rules: Rules) -> ExampleReport {
        var problems = examples.compactMap { place, example in
            example.difference(rules).map { difference in
                PackProblem(
                    code: "PACK-151", place: place, message: difference,
                    remedy: Label("请核对规则与示例，改正其中有误的一方。", "Correct the rule or the example, whichever is wrong."))
            }
        }
        let covered = Set(examples.flatMap(\.example.covers))
        for file in files where file.path.contains("/") && file.folder != PackFolder.examples {
            if covered.contains(file.path) { continue }
            problems.append(
                PackProblem(
                    code: "PACK-152", place: PackPlace(file: file.path),
                    message: Label("没有任何示例用到本文件。", "no example exercises this file."),
                    remedy: Label("请在 examples/ 中补一个。", "Add one to examples/.")))
        }
        return ExampleReport(rules: rules, run: examples.count, problems: PackProblems(problems).problems)
    }
}
