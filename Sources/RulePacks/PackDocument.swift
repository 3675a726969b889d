import Credit
import Yams

/// 一个 YAML 文件: the one mapping that every file of a pack is.
enum PackDocument {
    /// What a node is tagged with when its author wrote no tag.
    static let plainTags: Set<String> = Set(
        [Tag.Name.implicit, .str, .seq, .map, .nonSpecific].map(\.rawValue))

    /// A strict reader of a file's mapping; what is wrong with the file as a whole goes to the collector.
    static func open(_ file: PackFile, _ reading: Reading) -> Strict? {
        guard let text = PackText.read(file, into: reading) else { return nil }
        let start = PackPlace(file: file.path)
        do {
            // Values are read by the strict reader and not by YAML's guesses, so that no text becomes a number.
            let root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
            guard let root else {
                reading.add(.empty, at: start)
                return nil
            }
            guard let mapping = root.mapping, plainTags.contains(mapping.tag.description) else {
                reading.add(.wrongForm(wanted: Label("若干“键: 值”", "keys with values")), at: start)
                return nil
            }
            return Strict(mapping, at: start, file: file, reading: reading)
        } catch let error as YamlError {
            let (mistake, place) = mistake(of: error, in: file, text)
            reading.add(mistake, at: place)
        } catch {
            reading.add(.syntax("\(error)"), at: start)
        }
        return nil
    }

    private static func mistake(
        of error: YamlError, in file: PackFile, _ text: String
    ) -> (PackMistake, PackPlace) {
        // The parser names the line after the last where the file ends too early.
        let lines = text.count(where: \.isNewline) + 1
        func at(_ mark: Mark) -> PackPlace {
            PackPlace(file: file.path, line: min(max(mark.line, 1), lines), column: max(mark.column, 1))
        }
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            return (.syntax([context?.text, problem].compactMap(\.self).joined(separator: ", ")), at(mark))
        case .duplicatedKeysInMapping(let keys, let context):
            return (.duplicateKey(keys.joined(separator: ", ")), at(context.mark))
        case .reader(let problem, _, _, _):
            return (.syntax(problem), PackPlace(file: file.path))
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            return (.syntax("\(error)"), PackPlace(file: file.path))
        }
    }
}
