// 单元格识别: what a cell means by the type of its field.
extension RowPass {
    /// Reads the cell of a field; its value is trimmed and not empty.
    @inline(__always)
    mutating func read(_ index: Int, form: CellForm) {
        if form != .text, refusesForm(index, form) { return }
        switch fields[index].shape {
        case .text, .documentNumber, .capital: checkLength(index)
        case .day: readDay(index, form: form)
        case .year: readWhole(index, within: 1949...2199)
        case .count: readWhole(index, within: 0...999_999_999_999)
        case .wan: readAmount(index, .wan)
        case .yuan: readAmount(index, .yuan)
        case .creditCode: readCode(index, sentinel: false, registration: false)
        case .creditCodeOrSentinel: readCode(index, sentinel: true, registration: false)
        case .codeOrRegistration: readCode(index, sentinel: false, registration: true)
        case .registrationNumber: readRegistration(index)
        case .organisationCode: readOrganisationCode(index)
        case .choice: readChoice(index)
        case .choices: readChoices(index)
        case .identity: break
        }
    }

    private mutating func refusesForm(_ index: Int, _ form: CellForm) -> Bool {
        switch form {
        case .error:
            note(.errorValue, field: index)
            return true
        case .formula:
            note(.formula, field: index)
            return true
        case .number:
            // A workbook keeps fifteen digits of a number: a longer code stored as one has lost its end.
            switch fields[index].shape {
            case .documentNumber, .creditCode, .creditCodeOrSentinel, .codeOrRegistration, .registrationNumber:
                if values[index].end - values[index].start > 15 {
                    note(.numberLostDigits, field: index)
                    return true
                }
            default: break
            }
            return false
        case .text, .day, .boolean: return false
        }
    }

    @inline(__always)
    private mutating func checkLength(_ index: Int) {
        let maximum = fields[index].maximumLength
        let value = values[index]
        guard maximum > 0, value.end - value.start > maximum else { return }
        if ByteFolding.scalarCount(bytes, Int(value.start), Int(value.end)) > Int(maximum) {
            note(.tooLong, field: index)
        }
    }

    @inline(__always)
    private mutating func readDay(_ index: Int, form: CellForm) {
        let value = values[index]
        switch DayReading.read(bytes, Int(value.start), Int(value.end), form: form) {
        case .success(let day): accept(day, index)
        case .failure(.noSuchDay): note(.noSuchDay, field: index)
        case .failure(.unreadable):
            let (start, end) = narrowed(index)
            let again = result.arena.withUnsafeBytes { DayReading.read($0, start, end, form: form) }
            result.arena.removeLast(end - start)
            switch again {
            case .success(let day): accept(day, index)
            case .failure(let fault): note(fault == .noSuchDay ? .noSuchDay : .notADay, field: index)
            }
        }
    }

    @inline(__always)
    private mutating func accept(_ day: Day, _ index: Int) {
        values[index].number = Int64(day.number)
        if fields[index].notFuture, day > context.received { note(.inFuture, field: index) }
    }

    private mutating func readWhole(_ index: Int, within range: ClosedRange<Int64>) {
        let (start, end) = narrowed(index)
        var number: Int64? = 0
        for byte in result.arena[start..<end] {
            guard byte &- 0x30 < 10, let known = number, known < 100_000_000_000_000 else {
                number = nil
                break
            }
            number = known * 10 + Int64(byte - 0x30)
        }
        result.arena.removeLast(end - start)
        guard let number, range.contains(number) else { return note(.notANumber, field: index) }
        values[index].number = number
    }

    private mutating func readAmount(_ index: Int, _ unit: MoneyUnit) {
        let value = values[index]
        var read = AmountReading.fen(bytes, Int(value.start), Int(value.end), unit: unit)
        if case .failure(.unreadable) = read {
            let (start, end) = narrowed(index)
            read = result.arena.withUnsafeBytes { AmountReading.fen($0, start, end, unit: unit) }
            result.arena.removeLast(end - start)
        }
        switch read {
        case .success(let fen): values[index].number = fen
        case .failure(.unreadable): note(.notAnAmount, field: index)
        case .failure: note(.amountOutOfRange, field: index)
        }
    }

    @inline(__always)
    private mutating func readCode(_ index: Int, sentinel: Bool, registration: Bool) {
        let value = values[index]
        let cell = UnsafeRawBufferPointer(rebasing: bytes[Int(value.start)..<Int(value.end)])
        var found = CodeClassifier.classify(cell, folding: false)
        if found == .valid { return }
        if found != .sentinel {
            // People write codes full-width, in lower case and with spaces: keep the folded form if that is right.
            let start = result.arena.count
            ByteFolding.appendKey(bytes, Int(value.start), Int(value.end), to: &result.arena)
            let folded = result.arena.withUnsafeBytes {
                CodeClassifier.classify(UnsafeRawBufferPointer(rebasing: $0[start...]), folding: false)
            }
            if folded == .valid || folded == .sentinel || (registration && folded == .registrationNumber) {
                values[index].start = Int32(start)
                values[index].end = Int32(result.arena.count)
                values[index].inArena = true
                found = folded
            } else {
                result.arena.removeLast(result.arena.count - start)
                if folded == .residentID { found = .residentID }
            }
        }
        switch found {
        case .valid: break
        case .registrationNumber where registration && RegistrationNumber(held(index)) != nil: values[index].number = 1
        case .sentinel where sentinel: values[index].state = .sentinel
        case .residentID where index == plan.roles.subjectCode:
            values[index].state = .bad
            sawPerson = true
        default: note(.badCode, field: index, detail: found.index)
        }
    }

    private mutating func readRegistration(_ index: Int) {
        checkLength(index)
        let (start, end) = keyed(index)
        let isNumber = result.arena[start..<end].allSatisfy { $0 &- 0x30 < 10 }
        // Old registers number with words and letters too; digits that make no such number are certainly wrong, and
        // those that are rather a person's old identity number must not be kept (R10).
        if isNumber, !isRegistration(start, end) { note(.badRegistration, field: index) }
    }

    private mutating func readOrganisationCode(_ index: Int) {
        let (start, end) = keyed(index)
        let found = result.arena.withUnsafeBytes {
            CodeClassifier.classify(UnsafeRawBufferPointer(rebasing: $0[start..<end]), folding: false)
        }
        if found != .organisationCode { note(.badOrganisationCode, field: index) }
    }

    private mutating func readChoice(_ index: Int) {
        let value = values[index]
        let table = plan.tables[Int(fields[index].table)]
        var word = table.word(bytes, Int(value.start), Int(value.end))
        if word < 0 {
            let start = result.arena.count
            ByteFolding.appendKey(bytes, Int(value.start), Int(value.end), to: &result.arena)
            let end = result.arena.count
            word = result.arena.withUnsafeBytes {
                let exact = table.word($0, start, end)
                return exact >= 0 ? exact : table.openWord($0, start, end)
            }
            result.arena.removeLast(end - start)
        }
        guard word >= 0 else { return note(.notInVocabulary, field: index) }
        values[index].number = 1 << Int64(word)
        let mask = UInt64(1) << UInt64(word)
        if index == plan.roles.subjectCategory, table.naturalPerson & mask != 0 { sawPerson = true }
    }

    private mutating func readChoices(_ index: Int) {
        let table = plan.tables[Int(fields[index].table)]
        let value = values[index]
        if value.end - value.start < 64 {
            let word = table.word(bytes, Int(value.start), Int(value.end))
            if word >= 0 {
                values[index].number = 1 << Int64(word)
                return
            }
        }
        let start = result.arena.count
        ByteFolding.appendNarrow(bytes, Int(value.start), Int(value.end), to: &result.arena)
        let end = result.arena.count
        let mask = result.arena.withUnsafeBytes { WordList.mask(in: table, $0, start, end) }
        result.arena.removeLast(end - start)
        guard mask != 0 else { return note(.notInVocabulary, field: index) }
        checkLength(index)
        values[index].number = Int64(bitPattern: mask)
    }

    /// Whether a value in the arena is a registration number.
    func isRegistration(_ start: Int, _ end: Int) -> Bool {
        result.arena.withUnsafeBytes { RegistrationNumber(UnsafeRawBufferPointer(rebasing: $0[start..<end])) != nil }
    }

    /// A value as text.
    private func held(_ index: Int) -> String {
        let range = Int(values[index].start)..<Int(values[index].end)
        return values[index].inArena
            ? String(decoding: result.arena[range], as: UTF8.self) : String(decoding: bytes[range], as: UTF8.self)
    }

    /// Appends the half-width form of a value to the arena and gives where it lies.
    private mutating func narrowed(_ index: Int) -> (Int, Int) {
        let start = result.arena.count
        ByteFolding.appendNarrow(bytes, Int(values[index].start), Int(values[index].end), to: &result.arena)
        return (start, result.arena.count)
    }

    /// Moves a value to the arena in the form that keys compare.
    private mutating func keyed(_ index: Int) -> (Int, Int) {
        let start = result.arena.count
        ByteFolding.appendKey(bytes, Int(values[index].start), Int(values[index].end), to: &result.arena)
        values[index].start = Int32(start)
        values[index].end = Int32(result.arena.count)
        values[index].inArena = true
        return (start, result.arena.count)
    }
}

/// 多选值: several words of a vocabulary in one cell.
enum WordList {
    /// The words as a mask; 0 where one of them is unknown.
    static func mask(in table: WordTable, _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> UInt64 {
        var mask: UInt64 = 0
        var index = start
        while index < end {
            var stop = index
            while stop < end, separatorWidth(bytes, at: stop, end, minor: false) == 0 { stop += 1 }
            guard let part = partMask(in: table, bytes, index, stop) else { return 0 }
            mask |= part
            index = stop < end ? stop + separatorWidth(bytes, at: stop, end, minor: false) : end
        }
        return mask
    }

    /// One part between strong separators: a word, an open word, or words joined by the enumeration comma, which is
    /// also part of some words (没收违法所得、没收非法财物): the longest word wins.
    private static func partMask(
        in table: WordTable, _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int
    ) -> UInt64? {
        let (start, end) = ByteFolding.trimmed(bytes, start, end)
        if start == end { return 0 }
        let whole = table.word(bytes, start, end)
        if whole >= 0 { return 1 << UInt64(whole) }
        var mask: UInt64 = 0
        var index = start
        while index < end {
            var stop = end
            var word = -1
            while stop > index {
                let (first, last) = ByteFolding.trimmed(bytes, index, stop)
                word = first < last ? table.word(bytes, first, last) : -1
                if word >= 0 { break }
                stop = lastMinorSeparator(bytes, index, stop)
            }
            if word < 0 {
                let open = table.openWord(bytes, index, end)
                guard open >= 0 else { return nil }
                return mask | 1 << UInt64(open)
            }
            mask |= 1 << UInt64(word)
            index = stop < end ? stop + separatorWidth(bytes, at: stop, end, minor: true) : end
        }
        return mask
    }

    private static func lastMinorSeparator(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int {
        var index = end - 1
        while index > start {
            if separatorWidth(bytes, at: index, end, minor: true) > 0 { return index }
            index -= 1
        }
        return start
    }

    /// Width of a separator: `;` `,` `|` `/` line feed and their full-width forms; 、 and 并 count as minor ones.
    private static func separatorWidth(
        _ bytes: UnsafeRawBufferPointer, at index: Int, _ end: Int, minor: Bool
    ) -> Int {
        switch bytes[index] {
        case 0x3B, 0x2C, 0x7C, 0x0A, 0x0D: 1
        case 0xE3 where minor && index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x81: 3
        default: 0
        }
    }
}
