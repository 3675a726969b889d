import Credit
import Testing

@testable import Intake

/// How a heading row finds its template.
struct HeadingTests {
    private let kind = RecordKind(
        code: "thing", title: Label("事项", "thing"), family: .permit, catalogueClass: "administrative",
        department: "somebody", source: Source(document: "某法"), dueWithin: nil,
        templates: [
            HeadingTests.template("new", ["subject": "行政相对人名称", "code": "统一社会信用代码", "number": "决定书文号"]),
            HeadingTests.template("old", ["subject": "单位", "number": "文号", "area": "地方编码"]),
        ], publication: .standing, demonstration: nil)

    private static func template(_ code: String, _ fields: [String: String]) -> RecordTemplate {
        RecordTemplate(
            code: code, title: code, source: Source(document: "某法"),
            fields: fields.sorted { $0.key < $1.key }.map { name, title in
                Field(
                    name: name, title: title, english: name, column: nil, aliases: [], type: .text, maximumLength: 100,
                    need: .optional, emptyWhen: nil, rules: [], visibility: .open, remedy: "")
            }, roles: [:], key: [], marks: [])
    }

    private func block(_ rows: [[String]]) -> RowBlock {
        var block = RowBlock()
        for (index, row) in rows.enumerated() {
            let first = block.cells.count
            for cell in row {
                block.cells.append(.init(offset: block.bytes.count, length: cell.utf8.count))
                block.bytes += Array(cell.utf8)
            }
            block.rows.append(.init(firstCell: first, cellCount: row.count, line: index + 1))
        }
        block.startsTable = true
        return block
    }

    @Test func `a heading below a merged title is found`() throws {
        let found = HeadingFinder(kind: kind).find(
            in: block([["双公示月报", ""], ["", ""], ["行政相对人名称", "统一社会信用代码", "决定书文号"], ["甲", "乙", "丙"]]))
        let (heading, row) = try #require(found)
        #expect(row == 2)
        #expect(heading.template.code == "new")
        #expect(heading.columns == [1, 2, 0])
    }

    @Test func `remarks, width, line breaks and numbering in a heading mean nothing`() throws {
        let found = HeadingFinder(kind: kind).find(
            in: block([["行政相对人名称\n（必填）", "统一社会信用代码（18位）", "＊决定书文号："]]))
        #expect(try #require(found).heading.matched == 3)
    }

    @Test func `the template with more headings wins`() throws {
        let found = HeadingFinder(kind: kind).find(in: block([["单位", "文号", "地方编码"]]))
        #expect(try #require(found).heading.template.code == "old")
    }

    @Test func `an unknown heading is named with a suggestion and never bound`() throws {
        let found = HeadingFinder(kind: kind).find(in: block([["行政相对人名称", "统一社会信用代马", "决定书文号"]]))
        let heading = try #require(found).heading
        #expect(heading.unknown.map(\.title) == ["统一社会信用代马"])
        #expect(heading.unknown.first?.suggestion == "统一社会信用代码")
    }

    @Test func `a department's own headings are understood when it says what they mean`() throws {
        let finder = HeadingFinder(kind: kind, mapping: ["大名": "subject", "码": "code"])
        #expect(try #require(finder.find(in: block([["大名", "码"]]))).heading.matched == 2)
        #expect(HeadingFinder(kind: kind).find(in: block([["大名", "码"]])) == nil)
    }

    @Test func `a row of rules below the heading is no data`() {
        let rules = block([["文本(128个字符)", "文本(64个字符)\n自然人此项空白", "日期"], ["甲", "乙", "2026-01-01"]])
        #expect(HeadingFinder.isDescription(rules.rows[0], in: rules))
        #expect(!HeadingFinder.isDescription(rules.rows[1], in: rules))
    }
}
