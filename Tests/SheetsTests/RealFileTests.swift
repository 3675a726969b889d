import CFreeXL
import Glibc
import Sheets
import Testing

/// The folder of real files beside the package; nil where it is absent.
let realFiles: String? = {
    var path = #filePath
    while let slash = path.lastIndex(of: "/") {
        path = String(path[..<slash])
        let candidate = path + "/../shared/data"
        if access(path + "/Package.swift", F_OK) == 0 || access(candidate + "/registry_files", F_OK) == 0 {
            if access(candidate + "/registry_files", F_OK) == 0 { return candidate }
        }
    }
    print("SKIPPED: the tests on real workbooks need the folder ../shared/data beside the package")
    return nil
}()

private func recorded(_ name: String) throws -> Recorder {
    let recorder = Recorder()
    let folder = try #require(realFiles)
    #expect(try Workbook.open(.path(folder + "/" + name)).read(into: recorder))
    return recorder
}

@Suite(.enabled(if: realFiles != nil)) struct `Real workbooks` {
    /// Sheets, rows with a value, cells: compared by hand with openpyxl and xlrd, cell by cell.
    @Test(arguments: [
        ("registry_files/zhejiang_incubators_maker_spaces.xls", 3, 151, 965),
        ("registry_files/zhejiang_random_check_2883.xlsx", 3, 2_884, 11_523),
        ("registry_files/zhejiang_random_check_2883_spreadsheetml.xlsx", 1, 2_884, 11_523),
        ("excel_templates/double_publicity_monthly_report.xls", 1, 5, 79),
        ("excel_templates/good_record_import.xlsx", 1, 3, 27),
        ("excel_templates/penalty_import_256_columns.xls", 1, 2, 11),
        ("excel_templates/power_catalogue.xlsx", 3, 1, 5), ("excel_templates/randomentinfo.xls", 3, 2, 3),
        ("excel_templates/xzcf.xls", 1, 2, 16), ("excel_templates/xzxk.xls", 1, 2, 18),
        ("double_publicity/ningxia_longde_penalty_template_2018.xls", 1, 6, 110),
        ("double_publicity/ningxia_longde_penalty_template_2018.xlsx", 1, 6, 110),
        ("same_rows_three_formats/2000_hainan.xls", 1, 913, 9_130), ("codes/eight_industries_wps.xlsx", 1, 516, 1_548),
        ("codes/enterprise_status_codes_wps.xlsx", 1, 10, 20),
        ("codes/industry_catalogue_2011_zhejiang.xlsx", 1, 1_398, 6_990),
        ("codes/registration_code_tables.xlsx", 11, 2_639, 9_085),
        ("names/company_name_char_frequency.xlsx", 7, 13_841, 27_682),
    ])
    func `are read whole`(_ name: String, _ sheets: Int, _ rows: Int, _ cells: Int) throws {
        let tally = SheetTally()
        let folder = try #require(realFiles)
        #expect(try Workbook.open(.path(folder + "/" + name)).read(into: tally))
        #expect([tally.sheets, tally.rows, tally.cells] == [sheets, rows, cells])
    }

    @Test func `the inspection list is the same in both of its formats but for one heading`() throws {
        let modern = try recorded("registry_files/zhejiang_random_check_2883.xlsx")
        let old = try recorded("registry_files/zhejiang_random_check_2883_spreadsheetml.xlsx")
        let differences = zip(modern.values, old.values).enumerated().filter { $1.0 != $1.1 }.map(\.offset)
        #expect(modern.values.count == 2_884 && old.values.count == 2_884)
        #expect(differences == [0])
        #expect(modern.values[0].filter { old.values[0][$0] != $1 }.keys.sorted() == [2])
    }

    @Test func `the Longde template is the same as XLS and as XLSX`() throws {
        let old = try recorded("double_publicity/ningxia_longde_penalty_template_2018.xls")
        let new = try recorded("double_publicity/ningxia_longde_penalty_template_2018.xlsx")
        #expect(old.values == new.values)
        #expect(new.lines.contains("O3 day 2018-01-12"))
    }

    @Test func `the rows of Hainan are those of the CSV file`() throws {
        let rows = try recorded("same_rows_three_formats/2000_hainan.xls").values
        let folder = try #require(realFiles)
        let text = String(decoding: try contents(folder + "/same_rows_three_formats/2000_hainan.csv"), as: UTF8.self)
        let codes = rows.compactMap { $0[1] }
        #expect(rows.count == 913 && rows.allSatisfy { $0.count == 10 })
        #expect(codes[1] == "914690056811668066")
        #expect(codes.allSatisfy { text.contains($0) })
    }

    @Test func `FreeXL agrees on every text and number of the XLS files`() throws {
        let folder = try #require(realFiles)
        for name in [
            "registry_files/zhejiang_incubators_maker_spaces.xls",
            "double_publicity/ningxia_longde_penalty_template_2018.xls",
            "excel_templates/xzcf.xls", "excel_templates/xzxk.xls", "same_rows_three_formats/2000_hainan.xls",
        ] {
            let ours = try recorded(name).lines.filter { !$0.hasPrefix("[") }
            let theirs = try freeXL(folder + "/" + name)
            #expect(ours.map { $0.split(separator: " ", maxSplits: 2).last.map(String.init) } == theirs, "\(name)")
        }
    }

    private func freeXL(_ path: String) throws -> [String] {
        var handle: UnsafeRawPointer?
        try #require(freexl_open(path, &handle) == FREEXL_OK)
        defer { freexl_close(handle) }
        var sheets: UInt32 = 0
        freexl_get_info(handle, UInt16(FREEXL_BIFF_SHEET_COUNT), &sheets)
        var values: [String] = []
        for sheet in 0..<UInt16(sheets) {
            freexl_select_active_worksheet(handle, sheet)
            var (rows, columns): (UInt32, UInt16) = (0, 0)
            freexl_worksheet_dimensions(handle, &rows, &columns)
            for row in 0..<rows {
                for column in 0..<columns {
                    var value = FreeXL_CellValue()
                    try #require(freexl_get_cell_value(handle, row, column, &value) == FREEXL_OK)
                    switch Int32(value.type) {
                    case FREEXL_CELL_NULL: break
                    case FREEXL_CELL_INT: values.append(String(value.value.int_value))
                    case FREEXL_CELL_DOUBLE:
                        let number = value.value.double_value
                        values.append(number == number.rounded() ? String(Int(number)) : String(number))
                    default: value.value.text_value.map { values.append(String(cString: $0)) }
                    }
                }
            }
        }
        return values.filter { !$0.isEmpty }
    }
}
