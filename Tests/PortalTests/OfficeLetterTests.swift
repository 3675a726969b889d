import Credit
import Foundation
import Testing

@testable import Portal

@Suite struct OfficeLetterTests {
    @Test func `a letter, its files, the register and the volume are shown to whoever may see the case`() async throws {
        try await LivePortal.run(settings: LivePortal.settings, office: StoryOffice()) { portal in
            var visitor = OfficeVisitor.signedIn("zhang", at: portal)
            let page = try await visitor.get("/office/letters/OBJ-1-L1")
            #expect(page.status == 200)
            for words in ["示市监〔2026〕1号", "异议处理结果告知书", "&lt;甲&gt;公司：", "2026-&lt;1&gt;", "李&lt;某&gt;", "留置送达"] {
                #expect(page.text.contains(words), "\(words)")
            }
            let document = try await visitor.get("/office/letters/OBJ-1-L1/letter.docx")
            #expect(document.status == 200 && document["content-disposition"]?.contains("letter-OBJ-1-L1.docx") == true)
            let scan = try await visitor.get("/office/letters/OBJ-1-L1/scan")
            #expect(scan.status == 200 && scan["content-type"] == "image/png")
            let register = try await visitor.get("/office/register?year=2026")
            #expect(register.text.contains("第 1 至 4 号，连续无空号，其中作废 1 件，依法删除 1 件"))
            let rows = register.text.split(separator: "</tr>")
            let stub = try #require(rows.last { $0.contains("示市监〔2026〕4号") })
            #expect(stub.contains("依法删除</span> <time datetime=\"\(Story.today)\">"))
            #expect(!stub.contains("href") && !stub.contains("公司"))
            let volume = try await visitor.get("/office/cases/OBJ-1/volume")
            #expect(volume.status == 200 && volume["content-disposition"]?.contains("volume-OBJ-1.zip") == true)
            visitor = OfficeVisitor.signedIn("court", at: portal)
            for path in [
                "letters/OBJ-1-L1", "letters/OBJ-1-L1/letter.docx", "letters/OBJ-1-L1/scan", "cases/OBJ-1/volume",
            ] {
                let reply = try await visitor.get("/office/" + path)
                #expect(reply.status == 404 && !reply.text.contains("示市监"), "\(path)")
            }
        }
    }

    @Test func `an action of a letter leads back to the letter`() {
        #expect(CaseLetter.id(inAction: "letter.serve.OBJ-1-L1.post") == "OBJ-1-L1")
        #expect(CaseLetter.id(inAction: "letter.new.general") == nil)
        #expect(CaseLetter.id(inAction: "serve") == nil)
    }

    @Test func `a register with a gap says so`() throws {
        let lines = [OfficeLetters.line(1, .served), OfficeLetters.line(3, .drawn)]
        let page = RegisterPage(
            bar: OfficePages.bar(), register: OfficeRegister(year: 2026, years: [2026], lines: lines),
            rules: OfficePages.rules)
        let tape = Tape(language: .chinese, form: .json, PageContent(page: page))
        #expect(String(decoding: tape.json(), as: UTF8.self).contains("登记簿有空号"))
    }
}
