import Credit
import Testing

/// 文书的次序: no letter and no service is dated before what it follows, nor ahead of its day; one letter to several.
@Suite struct LetterServiceTests {
    private static let day = LetterTests.day

    private func problem(_ body: () throws -> Any) -> String? {
        do {
            _ = try body()
            return nil
        } catch let problem as LetterProblem { return problem.code } catch { return "\(error)" }
    }

    @Test func `一文送几家的，逐家登记送达，全部送达前不为已送达，一家送达后不得改稿或者作废`() throws {
        let numbering = try LetterNumbering(
            id: "NTC-1-L1", caseID: "NTC-1", occasion: .formalNotice, number: LetterTests.number, title: "通报",
            addressee: "甲局、乙局", copies: 2, isRestricted: true, by: LetterTests.officer, day: Self.day)
        var events: [LetterEvent] = [.numbered(numbering)]
        events.append(try Letter(events).drawing(LetterTests.text, by: LetterTests.officer, on: Self.day))
        func serving(_ day: Day) throws -> LetterEvent {
            try Letter(events).serving(
                .direct(receipt: "ab", receiver: "张某"), begun: day, served: day, under: LetterTests.rule(.direct),
                by: LetterTests.officer, on: day)
        }
        events.append(try serving(Self.day))
        let partly = try Letter(events)
        #expect(partly.stage == .drawn && partly.services.count == 1)
        #expect(problem { try LetterTests.drawn(partly) } == "LET-103")
        #expect(problem { try partly.voiding(reason: "错", by: LetterTests.officer, on: Self.day) } == "LET-103")
        events.append(try serving(Self.day + 1))
        let served = try Letter(events)
        #expect(served.stage == .served && served.service?.delivery.served == Self.day + 1)
        #expect(problem { try serving(Self.day + 1) } == "LET-103")
        // What it is about and to whom it goes is in its events only.
        #expect(served.registered == ("限定知悉", "限定知悉"))
        for event in events.map({ Event.letter($0) }) { #expect(try Event(body: event.body) == event) }
        let bytes = String(decoding: Event.letter(events[0]).body, as: UTF8.self)
        #expect(bytes.contains(#""copies":2,"#) && bytes.contains(#""restricted":true,"#))
        #expect(
            problem {
                try LetterNumbering(
                    id: "x", caseID: "x", occasion: .general, number: LetterTests.number, title: "t", addressee: "a",
                    copies: 0, by: LetterTests.officer, day: Self.day)
            } == "LET-102")
    }

    @Test func `文书不得早于上一步，也不得晚于当日：用印、送达、作废均同`() throws {
        let late = Self.day + 3
        let drawn = try LetterTests.letter({ try $0.drawing(LetterTests.text, by: LetterTests.officer, on: late) })
        let scan = SealedScan(digest: "ab", type: "application/pdf", size: 9, archive: "2026-XY-1")
        #expect(problem { try drawn.sealing(scan, by: LetterTests.officer, on: late + -1) } == "LET-116")
        #expect(problem { try drawn.voiding(reason: "错", by: LetterTests.officer, on: late + -1) } == "LET-116")
        func serve(_ begun: Day, recorded: Day) throws -> LetterEvent {
            try drawn.serving(
                .direct(receipt: "ab", receiver: "张某"), begun: begun, served: begun, under: LetterTests.rule(.direct),
                by: LetterTests.officer, on: recorded)
        }
        // Numbered before, drawn up on that day: what is served is the text.
        #expect(problem { try serve(late + -1, recorded: late) } == "LET-110")
        #expect(problem { try serve(late + 1, recorded: late) } == "LET-111")
        #expect(problem { try serve(late, recorded: late + -1) } == "LET-111")
        #expect(problem { try serve(late, recorded: late) } == nil)
    }
}
