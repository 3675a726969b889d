import Credit
import Foundation
import Testing

@testable import Portal

/// Office files: read back by programs that are not ours.
@Suite struct PaperTests {
    private static let unzip = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

    @Test func `a bulletin, a letter and the index sheet come as DOCX and as XLSX`() async throws {
        try await LivePortal.run { portal in
            for path in [
                "/records/r7penalty0aaaa/repair-notice", "/bulletins/2026-11", "/bulletins/2026-10/letters/emergency",
                "/bulletins/2026-11/index",
            ] {
                for (form, kind) in [("docx", "wordprocessingml.document"), ("xlsx", "spreadsheetml.sheet")] {
                    for language in ["zh", "en"] {
                        let target = "\(path)?format=\(form)&lang=\(language)"
                        let reply = try await portal.get(target)
                        #expect(reply.status == 200 && reply.body.starts(with: [0x50, 0x4B, 3, 4]), "\(target)")
                        #expect(reply["content-type"]?.contains(kind) == true)
                        #expect(reply["content-disposition"]?.hasSuffix(".\(form)\"") == true)
                        let again = try await portal.get(target)
                        #expect(again.body == reply.body, "the same content gives the same bytes")
                    }
                }
            }
            for path in ["/departments?format=docx", "/rights?format=xlsx", "/bulletins/2026-11?format=pdf"] {
                let reply = try await portal.get(path)
                #expect(reply.status == 406, "\(path)")
            }
        }
    }

    @Test(.enabled(if: unzip)) func `the archives are whole and their XML is well-formed`() throws {
        let papers = [
            BulletinPages.page(StoryReading.november).paper(in: .chinese),
            BulletinPages.letter(StoryReading.november + -1, "emergency").paper(in: .english),
            BulletinPages.index(StoryReading.november).paper(in: .chinese),
            Paper(
                file: "odd", title: "<&\"'>\u{1}\u{FFFF}",
                blocks: [
                    .paragraph("a\u{8}b]]>"),
                    .table(
                        PaperTable(
                            name: "a[b]:*?/\\'c", columns: ["=1+1"],
                            rows: [[.text("=cmd|' /C'!A0")], [.number(-5)], [.none]])),
                ]),
        ]
        for paper in papers {
            for bytes in [
                PaperDocument.bytes(paper, language: .chinese), PaperWorkbook.bytes(paper, language: .english),
            ] {
                let path = NSTemporaryDirectory() + "paper-\(UUID().uuidString).zip"
                defer { try? FileManager.default.removeItem(atPath: path) }
                try Data(bytes).write(to: URL(fileURLWithPath: path))
                let check = Process()
                check.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
                check.arguments = [
                    "-c",
                    """
                    import sys, zipfile, xml.dom.minidom
                    z = zipfile.ZipFile(sys.argv[1])
                    assert z.testzip() is None
                    assert '[Content_Types].xml' in z.namelist()
                    for name in z.namelist(): xml.dom.minidom.parseString(z.read(name))
                    """, path,
                ]
                try check.run()
                check.waitUntilExit()
                #expect(check.terminationStatus == 0, "\(paper.file)")
            }
        }
    }
}
