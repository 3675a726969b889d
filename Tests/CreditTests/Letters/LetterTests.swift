import Credit
import Testing

/// 文书与送达: a letter from its number to its service.
@Suite struct LetterTests {
    static let day = Day("2026-06-30")!
    static let officer = Officer(account: "window", name: "王窗口", organ: "development-reform")
    static let number = LetterNumber(
        organ: "development-reform", series: "general", year: 2026, sequence: 3, text: "卫信用办〔2026〕3号")
    static let text = LetterText(
        title: Label("异议处理结果告知书", "Answer"), addressee: Label("甲公司", "Firm A"),
        organ: Label("中卫市发展和改革委员会", "Commission"), chinese: ["处理结果：更正。", "可以依法申请行政复议。"], english: ["Corrected."])

    static func numbering(_ title: String = "异议处理结果告知书", addressee: String = "甲公司") throws -> LetterNumbering {
        try LetterNumbering(
            id: "OBJ-1-L1", caseID: "OBJ-1", occasion: .objectionAnswered, number: number, title: title,
            addressee: addressee, by: officer, day: day)
    }

    static func letter(_ steps: (Letter) throws -> LetterEvent...) throws -> Letter {
        var events: [LetterEvent] = [.numbered(try numbering())]
        for step in steps { events.append(try step(try Letter(events))) }
        return try Letter(events)
    }

    static func drawn(_ letter: Letter) throws -> LetterEvent { try letter.drawing(text, by: officer, on: day) }

    static func rule(_ way: Delivery.Way) -> DeliveryRule {
        func step(_ from: String, _ days: Int) -> Dated<Int>.Step {
            Dated.Step(from: Day(from)!, value: days, source: Source(document: "民事诉讼法", mark: .unverified))
        }
        return DeliveryRule(
            code: way.rawValue, way: way, note: Label("", ""),
            days: way == .announcement ? Dated([step("2013-01-01", 60), step("2022-01-01", 30)]) : nil,
            source: Source(document: "民事诉讼法", mark: .unverified))
    }

    private func problem(_ body: () throws -> Any) -> String? {
        do {
            _ = try body()
            return nil
        } catch let problem as LetterProblem { return problem.code } catch { return "\(error)" }
    }

    @Test func `没有成稿编号的文书不得登记送达`() throws {
        let numbered = try Self.letter()
        let proof = DeliveryProof.direct(receipt: "ab", receiver: "张某")
        #expect(
            problem {
                try numbered.serving(
                    proof, begun: Self.day, served: Self.day, under: Self.rule(.direct), by: Self.officer, on: Self.day)
            } == "LET-104")
        let event = try Self.letter(Self.drawn).serving(
            proof, begun: Self.day, served: Self.day, under: Self.rule(.direct), by: Self.officer, on: Self.day)
        #expect(event.words.chinese == "直接送达，2026-06-30 送达")
    }

    static let proofs: [(whole: DeliveryProof, without: [DeliveryProof])] = [
        (
            .direct(receipt: "ab", receiver: "张某"),
            [.direct(receipt: "", receiver: "张某"), .direct(receipt: "ab", receiver: "")]
        ),
        (
            .left(receipt: "ab", witnesses: ["李某"], reason: "拒收"),
            [
                .left(receipt: "", witnesses: ["李某"], reason: "拒收"), .left(receipt: "ab", witnesses: [], reason: "拒收"),
                .left(receipt: "ab", witnesses: ["李某"], reason: ""),
            ]
        ),
        (
            .post(receipt: "ab", tracking: "XA1"),
            [.post(receipt: "", tracking: "XA1"), .post(receipt: "ab", tracking: "")]
        ),
        (
            .electronic(receipt: "ab", consent: "cd", channel: "政务平台"),
            [
                .electronic(receipt: "ab", consent: "", channel: "政务平台"),
                .electronic(receipt: "", consent: "cd", channel: "政务平台"),
                .electronic(receipt: "ab", consent: "cd", channel: ""),
            ]
        ),
        (
            .entrusted(receipt: "ab", organ: "中宁县发展改革局", paper: "函1号"),
            [
                .entrusted(receipt: "", organ: "中宁县发展改革局", paper: "函1号"),
                .entrusted(receipt: "ab", organ: "", paper: "函1号"),
                .entrusted(receipt: "ab", organ: "中宁县发展改革局", paper: ""),
            ]
        ),
        (
            .announcement(copy: "ab", place: "市政府网站", reason: "下落不明"),
            [
                .announcement(copy: "", place: "市政府网站", reason: "下落不明"),
                .announcement(copy: "ab", place: "", reason: "下落不明"),
                .announcement(copy: "ab", place: "市政府网站", reason: ""),
            ]
        ),
    ]

    @Test(arguments: proofs) func `送达必须有送达回证，各种方式各有其凭证`(_ given: (whole: DeliveryProof, without: [DeliveryProof]))
        throws
    {
        let rule = Self.rule(given.whole.way)
        let served = given.whole.way == .announcement ? nil : Self.day
        func record(_ proof: DeliveryProof) throws -> DeliveryRecord {
            try rule.record(proof, begun: Self.day, served: served, drawn: Self.day, today: Self.day + 30)
        }
        #expect(try record(given.whole).proof == given.whole)
        for proof in given.without { #expect(problem { try record(proof) } == "LET-102", "\(proof)") }
        let other = given.whole.way == .post ? Self.rule(.direct) : Self.rule(.post)
        #expect(
            problem {
                try other.record(given.whole, begun: Self.day, served: Self.day, drawn: Self.day, today: Self.day)
            } == "LET-115")
    }

    @Test func `送达方式与送达规则一一对应`() {
        #expect(Set(Self.proofs.map(\.whole.way)) == Set(Delivery.Way.allCases))
    }

    @Test func `自发出公告之日起，经过三十日，即视为送达`() throws {
        let proof = DeliveryProof.announcement(copy: "ab", place: "市政府网站", reason: "下落不明")
        let rule = Self.rule(.announcement)
        let record = try rule.record(proof, begun: Self.day, served: nil, drawn: Self.day, today: Self.day + 30)
        #expect(record.delivery.served == Day("2026-07-30"))
        // The day of service is worked out: what a form says of it is not asked.
        let told = try rule.record(proof, begun: Self.day, served: Self.day, drawn: Self.day, today: Self.day + 40)
        #expect(told.delivery.served == Day("2026-07-30"))
        #expect(
            problem { try rule.record(proof, begun: Self.day, served: nil, drawn: Self.day, today: Self.day + 29) }
                == "LET-113")
        let old = Day("2021-12-31")!
        #expect(
            try rule.record(proof, begun: old, served: nil, drawn: old, today: Self.day).delivery.served == old + 60)
        #expect(
            problem { try rule.record(proof, begun: Day("2012-12-31")!, served: nil, drawn: old + -9_999, today: old) }
                == "LET-114")
    }

    @Test func `受送达人签收的日期为送达日期，当面送达的以当日为准`() throws {
        let direct = DeliveryProof.direct(receipt: "ab", receiver: "张某")
        let post = DeliveryProof.post(receipt: "ab", tracking: "XA1")
        func record(_ proof: DeliveryProof, _ begun: Int, _ served: Int?, today: Int = 9) throws -> DeliveryRecord {
            try Self.rule(proof.way).record(
                proof, begun: Self.day + begun, served: served.map { Self.day + $0 }, drawn: Self.day,
                today: Self.day + today)
        }
        #expect(problem { try record(direct, 0, 1) } == "LET-112")
        #expect(problem { try record(post, 2, 1) } == "LET-112")
        #expect(problem { try record(post, -1, 3) } == "LET-110")
        #expect(problem { try record(post, 0, 10) } == "LET-111")
        #expect(problem { try record(post, 0, nil) } == "LET-102")
        #expect(try record(post, 0, 3).delivery.served == Self.day + 3)
    }

    @Test func `文书经用印归档后不得改稿，送达后不得作废`() throws {
        let scan = SealedScan(digest: "ab", type: "application/pdf", size: 9, archive: "2026-XY-1")
        let sealed = try Self.letter(Self.drawn, { try $0.sealing(scan, by: Self.officer, on: Self.day) })
        #expect(sealed.stage == .sealed && sealed.drafts == 1)
        #expect(problem { try Self.drawn(sealed) } == "LET-103")
        let revised = try Self.letter(Self.drawn, Self.drawn)
        #expect(revised.drafts == 2 && revised.stage == .drawn)
        let serving: (Letter) throws -> LetterEvent = {
            try $0.serving(
                .post(receipt: "ab", tracking: "1"), begun: Self.day, served: Self.day, under: Self.rule(.post),
                by: Self.officer, on: Self.day)
        }
        let served = try Self.letter(Self.drawn, serving)
        #expect(served.stage == .served)
        #expect(problem { try served.voiding(reason: "错", by: Self.officer, on: Self.day) } == "LET-103")
        #expect(problem { try serving(served) } == "LET-103")
        // The scan may come back after it was served.
        #expect(
            try Self.letter(Self.drawn, serving, { try $0.sealing(scan, by: Self.officer, on: Self.day) }).stage
                == .served)
        let void = try Self.letter(Self.drawn, { try $0.voiding(reason: "打印有误", by: Self.officer, on: Self.day) })
        #expect(void.stage == .void && problem { try Self.drawn(void) } == "LET-103")
        #expect(problem { try revised.voiding(reason: nil, by: Self.officer, on: Self.day) } == "LET-102")
        let other = Officer(account: "x", name: "x", organ: "tax")
        #expect(problem { try revised.voiding(reason: "错", by: other, on: Self.day) } == "LET-105")
        let heir = other.acting(for: Self.officer.organ)
        #expect(problem { try revised.voiding(reason: "错", by: heir, on: Self.day) } == nil, "whoever holds its code")
        #expect(problem { try revised.voiding(reason: "错", by: Self.officer, on: Self.day + -1) } == "LET-116")
    }

    @Test func `文书不得载有身份证件号码`() throws {
        let person = "11010519491231002X"
        #expect(problem { try Self.numbering(addressee: person) } == "LET-107")
        let text = LetterText(
            title: Self.text.title, addressee: Self.text.addressee, organ: Self.text.organ, chinese: ["号码 \(person)"],
            english: [])
        #expect(problem { try Self.letter().drawing(text, by: Self.officer, on: Self.day) } == "LET-107")
    }

    @Test func `发文字号由机关代字、年份和序号组成`() {
        let series = LetterSeries(
            code: "general", title: Label("", ""), pattern: "{word}〔{year}〕{number}号", words: ["a": "甲办"],
            source: Source(document: "d"))
        #expect(series.number(of: "a", short: "甲局", year: 2026, after: 2).text == "甲办〔2026〕3号")
        #expect(series.number(of: "b", short: "乙局", year: 2027, after: 0).text == "乙局〔2027〕1号")
    }

    @Test func `没有内容的段落不印，几行的内容成几段`() {
        let form = CaseLetterForm(
            code: "f", occasion: .objectionReturned, series: "general", title: Label("关于{matter}", "On {matter}"),
            paragraphs: [
                Label("缺少：", "Missing:"), Label("{missing}", "{missing}"), Label("时限：{clocks}", "Clocks: {clocks}"),
            ],
            recourse: [Label("可以陈述。", "You may answer.")], source: Source(document: "d"))
        let matter = LetterMatter(
            .objectionReturned, to: Label("甲公司", "A"), ["missing": Label("一\n二\n", "one\n two")], since: 4)
        let text = form.text(
            matter, organ: Label("机关", "organ"), common: ["matter": Label("内容", "x"), "clocks": Label("", "")])
        #expect(text.title.chinese == "关于内容" && text.chinese == ["缺少：", "一", "二", "可以陈述。"])
        #expect(text.english == ["Missing:", "one", "two", "You may answer."])
        #expect(form.unknownBlanks() == [])
    }

    static let by = #""by":{"account":"window","name":"王窗口","organ":"development-reform"}"#
    static let golden: [(@Sendable () throws -> LetterEvent, String)] = [
        (
            { .numbered(try numbering()) },
            #"{"addressee":"甲公司",\#(by),"case":"OBJ-1","day":"2026-06-30","event":"letter.numbered","letter":"OBJ-1-L1","number":"卫信用办〔2026〕3号","occasion":"objection-answered","sequence":3,"series":"general","title":"异议处理结果告知书","year":2026}"#
        ),
        (
            { .drawn("OBJ-1-L1", text, by: officer, on: day) },
            #"{"addressee":["甲公司","Firm A"],\#(by),"chinese":["处理结果：更正。","可以依法申请行政复议。"],"day":"2026-06-30","english":["Corrected."],"event":"letter.drawn","letter":"OBJ-1-L1","organ":["中卫市发展和改革委员会","Commission"],"title":["异议处理结果告知书","Answer"]}"#
        ),
        (
            {
                .sealed(
                    "OBJ-1-L1", SealedScan(digest: "ab", type: "image/png", size: 9, archive: "档1"), by: officer,
                    on: day)
            },
            #"{"archive":"档1",\#(by),"day":"2026-06-30","digest":"ab","event":"letter.sealed","letter":"OBJ-1-L1","size":9,"type":"image/png"}"#
        ),
        (
            { .voided("OBJ-1-L1", reason: "打印有误", by: officer, on: day) },
            #"{\#(by),"day":"2026-06-30","event":"letter.voided","letter":"OBJ-1-L1","reason":"打印有误"}"#
        ),
        (
            {
                try letter(drawn).serving(
                    .electronic(receipt: "ab", consent: "cd", channel: "政务平台"), begun: day, served: day,
                    under: rule(.electronic), by: officer, on: day)
            },
            #"{\#(by),"day":"2026-06-30","event":"letter.served","letter":"OBJ-1-L1","service":{"begun":"2026-06-30","channel":"政务平台","consent":"cd","proof":"ab","served":"2026-06-30","way":"electronic"}}"#
        ),
    ]

    @Test func `the bytes of the events are golden and read back`() throws {
        for (make, bytes) in Self.golden {
            let event = Event.letter(try make())
            #expect(String(decoding: event.body, as: UTF8.self) == bytes)
            #expect(try Event(body: Array(bytes.utf8)) == event)
        }
        for (whole, _) in Self.proofs {
            let event = Event.letter(
                try Self.letter(Self.drawn).serving(
                    whole, begun: Self.day, served: Self.day, under: Self.rule(whole.way), by: Self.officer,
                    on: Self.day + 30))
            #expect(try Event(body: event.body) == event)
        }
        #expect(throws: CanonicalFault.self) {
            try Event(body: Array(Self.golden[3].1.replacing("voided", with: "burnt").utf8))
        }
    }
}
