import Credit
import Foundation
import Testing

@testable import Intake

@Suite struct JSONReaderTests {
    @Test(.enabled(if: ReadingData.folder != nil))
    func `the JSON test suite is accepted and refused as it says`() throws {
        let data = try Data(contentsOf: ReadingData.url("parser_suites/json_test_suite.json"))
        let cases = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        var seen: [String: Int] = [:]
        for one in cases {
            let file = try #require(one["file"] as? String)
            let expect = try #require(one["expect"] as? String)
            func decoded(_ key: String) -> [UInt8] {
                Array(Data(base64Encoded: one[key] as? String ?? "") ?? Data())
            }
            var bytes = decoded("bytes_base64")
            if let times = one["times"] as? Int {
                bytes = Array(repeatElement(decoded("repeat_base64"), count: times).joined()) + decoded("tail_base64")
            }
            let accepted = JSONReader.accepts(bytes)
            if expect == "accept" { #expect(accepted, "\(file)") }
            if expect == "reject" { #expect(!accepted, "\(file)") }
            // Whatever it is, the reader of rows comes to an end with it.
            _ = try ReadingFuzz.json(bytes, chunk: 3)
            seen[expect, default: 0] += 1
        }
        #expect(seen == ["accept": 57, "reject": 122, "either": 19, "transform": 13])
    }

    @Test func `values become cells with their forms`() {
        let read = ReadRows.json(#"[{"a":"x","b":-1.50e3,"c":true,"d":false,"e":null,"f":[1, {"g":"h"}]}]"#)
        #expect(read.columns == ["a", "b", "c", "d", "e", "f"])
        #expect(read.rows == [["x", "-1.50e3", "TRUE", "FALSE", "", #"[1, {"g":"h"}]"#]])
        #expect(read.forms == [[.text, .number, .boolean, .boolean, .text, .text]])
    }

    @Test func `escapes are undone in keys and values`() {
        let read = ReadRows.json(#"[{"\u540d\u79f0":"\"\\\/\b\f\n\r\t\u4e2d\ud842\udfb7é"}]"#)
        #expect(read.columns == ["名称"])
        #expect(read.rows == [["\"\\/\u{8}\u{c}\n\r\t中𠮷é"]])
    }

    @Test func `half a character in an escape faults its row`() {
        let read = ReadRows.json(
            #"""
            [{"a":"\ud842"},
            {"a":"\udfb7x"},
            {"a":"\ud842\u0041"},
            {"a":"\u0000"},
            {"a":"b"}]
            """#)
        #expect(read.faults == [1: .badEncoding, 2: .badEncoding, 3: .badEncoding, 4: .badEncoding])
        #expect(read.rows == [["?"], ["?x"], ["?A"], ["?"], ["b"]])
    }

    @Test func `columns are the keys in the order they are met`() {
        let read = ReadRows.json(#"[{"a":1,"b":2},{"b":3,"c":4},{"c":5,"a":6},{}]"#)
        #expect(read.columns == ["a", "b", "c"])
        #expect(read.rows == [["1", "2"], ["", "3", "4"], ["6", "", "5"], []])
    }

    @Test func `the same key twice is a fault unless the values agree`() {
        let read = ReadRows.json("[{\"a\":1,\"a\":1},\n{\"a\":1,\"a\":2},\n{\"a\":\"1\",\"a\":1}]")
        #expect(read.faults == [2: .notAnObject, 3: .notAnObject])
    }

    @Test func `rows lie in the array of an object, also one level down`() {
        let read = ReadRows.json(#"{"code":0,"data":{"total":2,"list":[{"a":1},{"a":2}]},"msg":"ok"}"#)
        #expect(read.rows == [["1"], ["2"]])
        #expect(read.sheets == ["list"])
    }

    @Test func `each array of objects is a table with columns of its own`() {
        for chunk in [1, 7, 1 << 20] {
            let read = ReadRows.json(#"{"permits":[{"a":1}],"penalties":[{"b":2},{"c":3}]}"#, chunk: chunk)
            #expect(read.sheets == ["permits", "penalties"])
            #expect(read.rows == [["1"], ["2"], ["", "3"]])
            #expect(read.columns == ["b", "c"])
        }
    }

    @Test func `the members of an enveloped object are columns`() {
        let read = ReadRows.json(#"[{"id":"p","row":{"id":"1","名称":"甲"}},{"row":{"名称":"乙"},"id":"q"}]"#)
        #expect(read.columns == ["id", "row.id", "名称"])
        #expect(read.rows == [["p", "1", "甲"], ["q", "", "乙"]])
    }

    @Test func `a lone object is one row`() {
        #expect(ReadRows.json("{\"a\":1,\n\"b\":[]}").rows == [["1", "[]"]])
    }

    @Test func `a bad line of JSON Lines costs one row`() {
        let text = """
            {"a":1}
            {"a":2
            [3]
            {"a":4} x
            nonsense

            {"a":{"b":[5
            {"a":6}{"a":7}
            {"a":"8
            {"a":9}
            """
        for chunk in [1, 5, 1 << 20] {
            let read = ReadRows.json(text, chunk: chunk)
            #expect(
                read.faults == [
                    2: .notAnObject, 3: .notAnObject, 4: .notAnObject, 5: .notAnObject, 7: .notAnObject,
                    9: .notAnObject,
                ])
            let good = zip(read.rows, read.lines).filter { read.faults[$0.1] == nil }.map(\.0)
            #expect(good == [["1"], ["6"], ["7"], ["9"]])
            #expect(read.rows.count == 10)
            #expect(read.problem == nil)
        }
    }

    @Test func `a broken document ends where it breaks`() {
        let read = ReadRows.json("[{\"a\":1},\n{\"a\":2},\n{\"a\":3,},\n{\"a\":4}]")
        #expect(read.faults == [3: .notAnObject])
        #expect(read.rows.prefix(2) == [["1"], ["2"]])
        #expect(read.problem == .brokenJSON(line: 3))
        #expect(ReadRows.json("[{\"a\":1}]\nx").problem == .brokenJSON(line: 2))
        #expect(ReadRows.json("{\"rows\":[{\"a\":1}]\n\"b\":1}").problem == .brokenJSON(line: 2))
    }

    @Test func `a document that ends too early ends with a fault`() {
        #expect(ReadRows.json("[{\"a\":1},\n{\"a\":").faults == [2: .truncated])
        #expect(ReadRows.json("[{\"a\":1},\n").faults == [2: .truncated])
        #expect(ReadRows.json("{\"rows\":[{\"a\":1}]\n").faults == [2: .truncated])
    }

    @Test func `items that are no objects are faults`() {
        let read = ReadRows.json("[1,\n{\"a\":1},\n[2],\n\"x\",\nnull]")
        #expect(read.faults == [1: .notAnObject, 3: .notAnObject, 4: .notAnObject, 5: .notAnObject])
        #expect(read.rows == [["1"], ["1"], ["[2]"], ["\"x\""], ["null"]])
    }

    @Test func `bytes that are no UTF-8 cost their row`() {
        let text = Array("[{\"a\":\"x\"},\n{\"a\":\"".utf8) + [0xFF, 0xE4] + Array("\"},\n{\"a\":\"y\"}]".utf8)
        for chunk in [1, 2, 1 << 20] {
            let read = ReadRows(JSONReader(MemorySource(text), chunk: chunk))
            #expect(read.rows == [["x"], ["??"], ["y"]])
            #expect(read.faults == [2: .badEncoding])
        }
    }

    @Test func `an object too long is one fault and the next is read`() async {
        await #expect(processExitsWith: .success) {
            let before = Memory.peak()
            let source = EndlessLine(
                before: Array("[{\"a\":1},\n{\"a\":\"".utf8), length: 256 << 20, after: Array("\"},\n{\"a\":3}]".utf8))
            let read = ReadRows(JSONReader(source))
            try #require(read.rows == [["1"], [], ["3"]])
            try #require(read.faults == [2: .tooLong])
            let lines = EndlessLine(
                before: Array("{\"a\":1}\n{\"a\":\"".utf8), length: 64 << 20, after: Array("\n{\"a\":3}".utf8))
            let readLines = ReadRows(JSONReader(lines))
            try #require(readLines.rows == [["1"], [], ["3"]])
            try #require(readLines.faults == [2: .tooLong])
            try #require(Memory.peak() - before < 100 << 20)
        }
    }

    @Test func `nesting to any depth neither crashes nor is believed`() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(!JSONReader.accepts(Array(deep.utf8)))
        #expect(ReadRows.json("[{\"a\":1},{\"a\":" + deep).faults == [1: .notAnObject])
        #expect(JSONReader.accepts(Array((String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).utf8)))
    }

    @Test(arguments: Array(0..<30))
    func `random objects come back equal in pieces of any size`(seed: Int) throws {
        var random = SeededGenerator(UInt64(seed))
        let keys = ["名称", "code", "a\"b", "空 格", "日期\n"]
        let values = [
            "", "甲", "\"", "\\", "\n\t", "中卫市沙坡头区", "𠮷", "\u{1}", "a/b", "{[,]}", String(repeating: "长", count: 90),
        ]
        var objects: [[String: String]] = []
        for _ in 0..<Int.random(in: 1...40, using: &random) {
            var object: [String: String] = [:]
            for key in keys where Bool.random(using: &random) { object[key] = values.randomElement(using: &random) }
            objects.append(object)
        }
        let isLines = Bool.random(using: &random)
        let options: JSONSerialization.WritingOptions =
            isLines ? [] : Bool.random(using: &random) ? [.prettyPrinted] : []
        let parts = try (isLines ? objects : [objects] as [Any]).map {
            String(decoding: try JSONSerialization.data(withJSONObject: $0, options: options), as: UTF8.self)
        }
        let text = parts.joined(separator: "\n")
        for chunk in [1, 3, 64, 1_000, 1 << 20] {
            let read = ReadRows.json(text, chunk: chunk)
            let columns = try #require(read.columns)
            let found = read.rows.map { row in
                Dictionary(zip(columns, row).filter { !$0.1.isEmpty }, uniquingKeysWith: { first, _ in first })
            }
            #expect(found == objects.map { $0.filter { !$0.value.isEmpty } })
            #expect(read.faults.isEmpty && read.problem == nil)
        }
    }
}
