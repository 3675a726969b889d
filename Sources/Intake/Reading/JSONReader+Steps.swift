import Credit

extension JSONReader {
    private enum Outcome {
        case row(Int)
        case other(Int)
        case open
        case broken(Int)
    }

    // MARK: Array of rows

    mutating func readItem(_ found: UInt8) -> Step {
        let (start, end, isLast) = (buffer.start, buffer.end, buffer.ended)
        if found == 0x5D, case .firstItem = state { return closeRows() }
        let outcome: Outcome = buffer.edit(&cutter) { base, cutter in
            var grammar = JSONGrammar(base, until: end, isLast: isLast)
            do throws(JSONGrammar.Stop) {
                guard found == 0x7B else { return .other(try grammar.skipValue(start)) }
                let behind = try cutter.read(&grammar, at: start)
                cutter.keep(grammar, from: start, until: behind)
                cutter.line += grammar.lines(start, behind)
                return .row(behind)
            } catch {
                if case .broken(let place) = error { return .broken(place) }
                return .open
            }
        }
        switch outcome {
        case .row(let behind): buffer.start = behind
        case .other(let behind):
            show(.notAnObject, start, behind, until: behind)
            buffer.start = behind
        case .broken(let place):
            show(.notAnObject, start, lineEnd(start), until: place)
            return breaksOff()
        case .open where isLast:
            show(.truncated, start, lineEnd(start), until: end)
            return finish()
        case .open:
            guard end - start > DelimitedReader.longestRow else { return .needsMore }
            cutter.addTooLong()
            skipper = JSONSkipper()
        }
        state = .itemEnd
        return .moved
    }

    mutating func readItemEnd(_ found: UInt8) -> Step {
        guard buffer.start < buffer.end else { return endsEarly() }
        switch found {
        case 0x2C: state = .item
        case 0x5D: return closeRows()
        default: return breaksOff()
        }
        buffer.start += 1
        return .moved
    }

    private mutating func closeRows() -> Step {
        buffer.start += 1
        state = depth > 0 ? .memberEnd : .after
        return .moved
    }

    // MARK: Object around the rows

    mutating func readMember(_ found: UInt8) -> Step {
        let (start, end, isLast) = (buffer.start, buffer.end, buffer.ended)
        if found == 0x7D, case .firstMember = state { return closeObject() }
        enum Member { case object, rows, other, open, broken }
        let canDescend = depth < 3
        let (member, behind, name): (Member, Int, String) = buffer.edit { base in
            var grammar = JSONGrammar(base, until: end, isLast: isLast)
            do throws(JSONGrammar.Stop) {
                let key = start + 1
                let colon = try grammar.skipString(start)
                let name = String(
                    decoding: UnsafeBufferPointer(start: base + key, count: colon - 1 - key), as: UTF8.self)
                let value = grammar.skipSpace(try grammar.pass(0x3A, colon))
                let opening = try grammar.byte(at: value)
                if opening == 0x7B, canDescend { return (.object, value + 1, name) }
                if opening == 0x5B {
                    let first = grammar.skipSpace(value + 1)
                    if try grammar.byte(at: first) == 0x7B { return (.rows, value + 1, name) }
                }
                return (.other, try grammar.skipValue(value), name)
            } catch {
                if case .broken(let place) = error { return (.broken, place, "") }
                return (.open, start, "")
            }
        }
        switch member {
        case .rows where !cutter.rows.isEmpty: return .handOut
        case .rows:
            cutter.startTable()
            (sheet, startsTable, state) = (name, true, .firstItem)
        case .object:
            depth += 1
            state = .firstMember
        case .other: state = .memberEnd
        case .broken: return breaksOff()
        case .open where isLast: return endsEarly()
        case .open:
            guard end - start > DelimitedReader.longestRow else { return .needsMore }
            return breaksOff()
        }
        countLines(start, behind)
        buffer.start = behind
        return .moved
    }

    mutating func readMemberEnd(_ found: UInt8) -> Step {
        guard buffer.start < buffer.end else { return endsEarly() }
        switch found {
        case 0x2C: state = .member
        case 0x7D: return closeObject()
        default: return breaksOff()
        }
        buffer.start += 1
        return .moved
    }

    private mutating func closeObject() -> Step {
        buffer.start += 1
        depth -= 1
        state = depth > 0 ? .memberEnd : .after
        return .moved
    }

    // MARK: JSON Lines

    mutating func readLine() -> Step {
        let (start, end, isLast) = (buffer.start, buffer.end, buffer.ended)
        let outcome: Outcome = buffer.edit(&cutter) { base, cutter in
            var grammar = JSONGrammar(base, until: end, isLast: isLast)
            do throws(JSONGrammar.Stop) {
                guard base[start] == 0x7B else { return .broken(start) }
                let behind = try cutter.read(&grammar, at: start)
                var next = behind
                while next < end, base[next] == 0x20 || base[next] == 0x09 || base[next] == 0x0D { next += 1 }
                if next == end, !isLast { return .open }
                if next < end, base[next] != 0x0A, base[next] != 0x7B { return .broken(next) }
                cutter.keep(grammar, from: start, until: behind)
                cutter.line += grammar.lines(start, behind)
                return .row(behind)
            } catch {
                if case .broken(let place) = error { return .broken(place) }
                return .open
            }
        }
        switch outcome {
        case .row(let behind), .other(let behind): buffer.start = behind
        case .open where !isLast:
            guard end - start > DelimitedReader.longestRow else { return .needsMore }
            cutter.addTooLong()
            dropsLine = true
        case .open: giveUpLine(start, brokenAt: end, fault: .truncated)
        case .broken(let place):
            if lineEnd(start) == end, !isLast {
                guard end - start > DelimitedReader.longestRow else { return .needsMore }
                cutter.addTooLong()
                dropsLine = true
                return .moved
            }
            giveUpLine(start, brokenAt: place, fault: .notAnObject)
        }
        return .moved
    }

    /// One line is lost, the next one is read: unless the fault only showed far behind it, where going back each time
    /// would read the file over and over.
    private mutating func giveUpLine(_ start: Int, brokenAt place: Int, fault: RowFault) {
        let first = lineEnd(start)
        var behind = first
        if place - start > 1 << 16 {
            let farthest = min(place, buffer.end)
            behind = buffer.edit { base in
                var last = farthest
                while last > first, base[last - 1] != 0x0A { last -= 1 }
                return max(first, last)
            }
        }
        show(first < buffer.end ? .notAnObject : fault, start, first, until: behind)
        buffer.start = behind
    }

    // MARK: Both

    /// Where the line ends that `start` lies in: at its line feed, or at the end of what is read.
    private mutating func lineEnd(_ start: Int) -> Int {
        let end = buffer.end
        return buffer.edit { base in
            var place = start
            while place < end, base[place] != 0x0A { place += 1 }
            return place
        }
    }

    private mutating func show(_ fault: RowFault, _ start: Int, _ shown: Int, until behind: Int) {
        let end = buffer.end
        buffer.edit(&cutter) { base, cutter in
            let grammar = JSONGrammar(base, until: end, isLast: true)
            let lines = grammar.lines(start, behind)
            cutter.add(fault, showing: base, start, shown)
            cutter.line += lines
        }
    }

    private mutating func countLines(_ start: Int, _ behind: Int) {
        let end = buffer.end
        buffer.edit(&cutter) { base, cutter in
            cutter.line += JSONGrammar(base, until: end, isLast: true).lines(start, behind)
        }
    }

    /// Passes over what is too long, piece by piece.
    mutating func drop() -> Step {
        let (start, end) = (buffer.start, buffer.end)
        let stop: Int?
        if dropsLine {
            let place = lineEnd(start)
            stop = place < end ? place : nil
        } else {
            var passing = skipper ?? JSONSkipper()
            stop = buffer.edit { passing.skip($0, start, end) }
            skipper = passing
        }
        countLines(start, stop ?? end)
        buffer.start = stop ?? end
        if stop != nil || buffer.ended { (skipper, dropsLine) = (nil, false) }
        if stop == nil, !buffer.ended { buffer.advance(grow: false) }
        return .moved
    }
}
