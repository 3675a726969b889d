import Foundation
import Samples
import Testing

/// The headings are those of the templates in the city's pack, which says what an import understands.
struct SampleHeadingTests {
    private func titles(_ template: String) throws -> [String] {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
            folder.deleteLastPathComponent()
            try #require(folder.pathComponents.count > 1)
        }
        let file = folder.appending(path: "packs/zhongwei/templates/\(template).yaml")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            guard line.hasPrefix("  - { name:"), let title = line.range(of: "title: \"") else { return nil }
            return String(line[title.upperBound...].prefix { $0 != "\"" })
        }
    }

    @Test(arguments: [(SampleTable.permit, "permit-2018", 28), (.penalty, "penalty-2018", 32)])
    func `permits and penalties have all columns of their template, in its order`(
        _ table: SampleTable, _ template: String, _ count: Int
    ) throws {
        #expect(table.headings.count == count)
        #expect(try titles(template) == table.headings)
    }

    @Test func `the columns of the other tables are columns of their templates, in their order`() throws {
        for table in SampleTable.allCases where table != .permit && table != .penalty {
            let template =
                switch table {
                case .registryEntry: "registry-entry"
                case .taxGrade: "tax-a-grade"
                case .contract: "contract-performance"
                default: "listing"
                }
            let headings = table.headings
            #expect(try titles(template).filter { headings.contains($0) } == headings, "\(table)")
        }
    }
}
