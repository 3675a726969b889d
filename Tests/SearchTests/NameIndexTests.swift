import Search
import Testing

@Suite struct NameIndexTests {
    private let index = NameIndex([
        NameEntry(document: 1, name: "深圳市腾讯计算机系统有限公司", code: "91640500MA00000018"),
        NameEntry(document: 2, name: "腾讯科技（深圳）有限公司", code: "91640500MA00000026"),
        NameEntry(
            document: 3, name: "中卫乾丰建材有限公司", formerNames: ["中卫腾讯建材厂", "中卫市老建材厂"], code: "91640500MA7T033465",
            otherCodes: ["640500100000016", "10774368-0"]),
        NameEntry(document: 4, name: "腾讯", code: "92640500MA7T03354W"),
        NameEntry(document: 5, name: "沙坡头区张某某腾讯小卖部", code: "92640500MA7T033000"),
        NameEntry(document: 6, name: "某某腾讯设计工作室", code: "91640500MA7T034000", isRestricted: true),
        NameEntry(document: 7, name: "中卫腾讯广场管委会"),
    ])

    private func hits(_ text: String, limit: Int = 20) -> [Hit] {
        guard case .hits(let hits) = index.search(text, limit: limit) else { return [] }
        return hits
    }

    private func lines(_ text: String) -> [String] { hits(text).map { "\($0.document) \($0.kind)" } }

    @Test func `exact comes before the beginning, the part and the former name`() {
        #expect(
            lines("腾讯") == ["4 exactName", "2 namePrefix", "7 nameContains", "1 nameContains", "3 formerName"])
        let former = hits("腾讯").last
        #expect(former?.matched == "中卫腾讯建材厂")
        #expect(former?.name == "中卫乾丰建材有限公司")
        #expect(former?.code == "91640500MA7T033465")
    }

    @Test func `the name is shown as it was handed in`() {
        #expect(hits("腾讯科技(深圳)").map(\.name) == ["腾讯科技（深圳）有限公司"])
        #expect(hits("騰訊科技深圳有限公司").map(\.kind) == [.exactName])
    }

    @Test func `a former name is found as a whole and by a part`() {
        #expect(lines("中卫市老建材厂") == ["3 formerName"])
        #expect(lines("老建材") == ["3 formerName"])
    }

    @Test(arguments: [
        ("91640500MA7T033465", "3 exactCode"), ("91640500ma7t033465", "3 exactCode"),
        ("９１６４０５００ＭＡ７Ｔ０３３４６５", "3 exactCode"), ("640500100000016", "3 exactCode"),
        ("10774368-0", "3 exactCode"), ("107743680", "3 exactCode"), ("91640500MA7T0334", "3 codePrefix"),
        ("6405001", "3 codePrefix"), ("92640500MA7T03354W", "4 exactCode"), ("91640500MA7T034000", "6 exactCode"),
    ])
    func `a code is found as a whole or by its beginning`(text: String, line: String) {
        #expect(lines(text) == [line])
    }

    @Test(arguments: ["92640500", "92", "92640500MA7T0335", "91640500MA7T034", "小卖部", "张某某", "设计工作室", "沙坡头区张某某腾讯小买部"])
    func `who is restricted is not found by a part, a beginning or a near miss`(text: String) {
        #expect(hits(text).filter { [4, 5, 6].contains($0.document) }.isEmpty)
    }

    @Test func `who is restricted is found by the whole name`() {
        #expect(lines("沙坡头区张某某腾讯小卖部") == ["5 exactName"])
        #expect(lines("某某 腾讯 设计工作室").first == "6 exactName")
        #expect(lines("某某腾讯设计") == [])
    }

    @Test func `every word must be in the name`() {
        #expect(lines("深圳 系统") == ["1 nameContains"])
        #expect(lines("系统 深圳") == ["1 nameContains"])
        #expect(lines("深圳 广场").isEmpty)
        #expect(lines("腾讯 科技").first == "2 namePrefix")
    }

    @Test(arguments: [
        "深圳市腾汛计算机系统有限公司", "深圳市讯腾计算机系统有限公司", "深圳市腾计算机系统有限公司", "深圳市腾腾讯计算机系统有限公司",
        "深圳巿腾汛计算机系统有限公司", "腾汛计算机", "讯腾计算机",
    ])
    func `a name with one or two mistakes is found`(text: String) {
        #expect(lines(text).first == "1 similar")
    }

    @Test func `one hit is given once, by its best name`() {
        #expect(hits("中卫").filter { $0.document == 3 }.map(\.kind) == [.namePrefix])
    }

    @Test func `find takes the whole name only`() {
        #expect(index.find(name: "腾讯科技(深圳)有限公司").map(\.document) == [2])
        #expect(index.find(name: "中卫市老建材厂").map(\.matched) == ["中卫市老建材厂"])
        #expect(index.find(name: "腾讯科技").isEmpty)
        #expect(index.find(name: "").isEmpty)
        let same = NameIndex((0..<9).map { NameEntry(document: $0, name: "同名公司", code: "9164050000000000\(9 - $0)0") })
        #expect(same.find(name: "同名 公司").map(\.document) == [8, 7, 6])
    }

    @Test func `scores never rise along an answer`() {
        for text in ["腾讯", "中卫", "公司", "深圳市腾汛计算机系统有限公司", "9164"] {
            let scores = hits(text).map(\.score)
            #expect(scores == scores.sorted(by: >))
            #expect(scores.allSatisfy { $0 > 0 })
        }
    }

    @Test func `the limit is kept`() {
        #expect(hits("腾讯", limit: 2).map(\.document) == [4, 2])
        #expect(hits("腾讯", limit: 0).isEmpty)
        #expect(hits("腾讯", limit: -1).isEmpty)
        #expect(NameIndex().search("腾讯") == .hits([]))
    }

    @Test func `a document number given twice stands for its last entry`() {
        let index = NameIndex([
            NameEntry(document: 1, name: "甲乙丙公司", code: "AA"), NameEntry(document: 1, name: "丁戊己公司", code: "BB"),
        ])
        #expect(index.count == 1)
        #expect(index.find(name: "甲乙丙公司").isEmpty)
        #expect(index.find(name: "丁戊己公司").count == 1)
    }
}
