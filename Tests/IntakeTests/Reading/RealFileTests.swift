import Credit
import Foundation
import Testing

@testable import Intake

@Suite(.enabled(if: ReadingData.folder != nil)) struct RealFileTests {
    @Test func `every text file of the data is read without a fault`() throws {
        let folder = try #require(ReadingData.folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        var read = 0
        for path in paths where ["csv", "tsv", "json"].contains(URL(fileURLWithPath: path).pathExtension) {
            let rows = try ReadRows(path: folder.appendingPathComponent(path).path)
            #expect(rows.problem == nil, "\(path)")
            #expect(!rows.rows.isEmpty, "\(path)")
            // A table of codes written as one object of 7,229 members: more than a row may have.
            let isTable = path == "codes/division_code_history_names.json"
            #expect(rows.faults == (isTable ? [1: .tooLong] : [:]), "\(path)")
            read += 1
        }
        #expect(read >= 80)
    }

    @Test(arguments: [
        ("subjects/zhongwei_subjects.csv", 3_876), ("double_publicity/tibet_penalty_rows.csv", 205),
        ("penalties/chongqing_penalties.csv", 4_664), ("red_lists/tax_a_grade_2018_heilongjiang_gbk.csv", 5_234),
        ("same_rows_three_formats/2000_hainan.json", 912), ("permits/nmpa_cosmetics_production_permits.json", 74),
        ("registry_files/zhejiang_random_check_2883.xlsx", 2_884), ("same_rows_three_formats/2000_hainan.xls", 913),
    ])
    func `the number of rows is that of the source list`(path: String, count: Int) throws {
        #expect(try ReadRows(path: ReadingData.url(path).path).rows.count == count)
    }

    @Test func `the list in GBK has one cell more than headings`() throws {
        let read = try ReadRows(path: ReadingData.url("red_lists/tax_a_grade_2018_heilongjiang_gbk.csv").path)
        #expect(read.rows[0][0].contains("\t"))
        #expect(read.rows.allSatisfy { $0.count == 5 })
        #expect(read.rows[1][1] == "91230800MA18XN8J5K")
    }

    @Test func `three formats give equal rows`() throws {
        let csv = try ReadRows(path: ReadingData.url("same_rows_three_formats/2000_hainan.csv").path)
        let json = try ReadRows(path: ReadingData.url("same_rows_three_formats/2000_hainan.json").path)
        let xls = try ReadRows(path: ReadingData.url("same_rows_three_formats/2000_hainan.xls").path)
        #expect(csv.rows.count == 913)
        #expect(Array(csv.rows.dropFirst()) == json.rows)
        #expect(csv.rows == xls.rows)
    }

    @Test func `a workbook gives the same rows as XLSX, as XML Spreadsheet, in an archive and gzipped`() throws {
        let path = "registry_files/zhejiang_random_check_2883"
        let xlsx = try ReadRows(path: ReadingData.url(path + ".xlsx").path)
        let xml = try ReadRows(path: ReadingData.url(path + "_spreadsheetml.xlsx").path)
        #expect(xlsx.rows.count == 2_884)
        #expect(Array(xlsx.rows.dropFirst()) == Array(xml.rows.dropFirst()))
        let archive = try Packing.zip([
            ("a.csv", Array("x\n".utf8)), ("b.xlsx", try ReadingData.bytes(path + ".xlsx")),
            ("c.xml", try ReadingData.bytes(path + "_spreadsheetml.xlsx")),
        ])
        defer { unlink(archive) }
        let packed = try ReadRows(path: archive)
        #expect(packed.sheets == ["a.csv", "b.xlsx / Sheet1", "c.xml / Sheet1"])
        #expect(packed.rows == [["x"]] + xlsx.rows + xml.rows)
        #expect(try ReadRows(bytes: Packing.gzip(ReadingData.bytes(path + ".xlsx"))).rows == xlsx.rows)
    }

    @Test func `a workbook let go in the middle ends its reading`() throws {
        for _ in 0..<20 {
            var file = try OpenedFile.open(path: ReadingData.url("names/company_name_char_frequency.xlsx").path)
            #expect(try file.next() != nil)
        }
    }

    @Test func `the envelope of a platform is taken off`() throws {
        let read = try ReadRows(path: ReadingData.url("double_publicity/city_platform_api_payloads.json").path)
        let columns = try #require(read.columns)
        #expect(columns.contains("CF_WSH") && columns.contains("table") && !columns.contains("row"))
        #expect(read.rows[0][try #require(columns.firstIndex(of: "CF_WSH"))] == "市场【2019】1号")
    }
}
