extension JSONReader {
    /// How much is looked at before it is settled what the text is.
    private static let view = 1 << 20

    /// Settles whether the text is an array, an object around arrays of rows, or one object after another.
    mutating func begin() -> Step {
        while buffer.end - buffer.start < JSONReader.view, !buffer.ended { buffer.advance(grow: true) }
        let (start, end, isLast) = (buffer.start, buffer.end, buffer.ended)
        enum Shape { case array, object, lines }
        let (shape, place): (Shape, Int) = buffer.edit(&cutter) { base, cutter in
            var grammar = JSONGrammar(base, until: end, isLast: isLast)
            let place = grammar.skipSpace(start)
            cutter.line += grammar.lines(start, place)
            guard place < end, base[place] == 0x7B || base[place] == 0x5B else { return (.lines, place) }
            if base[place] == 0x5B { return (.array, place) }
            do throws(JSONGrammar.Stop) {
                let behind = grammar.skipSpace(try grammar.skipValue(place))
                guard behind == end, isLast else { return (.lines, place) }
            } catch {
                if case .broken = error, JSONReader.isFirstOfLines(grammar, place) { return (.lines, place) }
            }
            return (JSONReader.holdsRows(grammar, place) ? .object : .lines, place)
        }
        buffer.start = place
        switch shape {
        case .lines: state = .lines
        case .array:
            buffer.start += 1
            state = .firstItem
        case .object:
            buffer.start += 1
            (depth, state) = (1, .firstMember)
        }
        return .moved
    }

    /// Whether the first or the second line is a whole object by itself: then a fault in the first is one bad line.
    private static func isFirstOfLines(_ grammar: JSONGrammar, _ start: Int) -> Bool {
        var place = start
        for _ in 0..<2 {
            var stop = place
            while stop < grammar.end, grammar.base[stop] != 0x0A { stop += 1 }
            var line = JSONGrammar(grammar.base, until: stop, isLast: true)
            let first = line.skipSpace(place)
            if first < stop, grammar.base[first] == 0x7B, let behind = try? line.skipValue(first),
                line.skipSpace(behind) == stop
            {
                return true
            }
            place = min(stop + 1, grammar.end)
        }
        return false
    }

    /// Whether an array of objects is a member of the object, or of an object in it, up to three levels down.
    private static func holdsRows(_ grammar: JSONGrammar, _ start: Int) -> Bool {
        var grammar = grammar
        var depth = 1
        var place = start + 1
        do throws(JSONGrammar.Stop) {
            while depth > 0 {
                place = grammar.skipSpace(place)
                let next = try grammar.byte(at: place)
                if next == 0x7D {
                    depth -= 1
                    place += 1
                    continue
                }
                if next == 0x2C {
                    place += 1
                    continue
                }
                let value = grammar.skipSpace(try grammar.skipKey(place))
                switch try grammar.byte(at: value) {
                case 0x7B where depth < 3:
                    depth += 1
                    place = value + 1
                case 0x5B where try grammar.byte(at: grammar.skipSpace(value + 1)) == 0x7B: return true
                default: place = try grammar.skipValue(value)
                }
            }
        } catch {
            return false
        }
        return false
    }
}
