import Credit
import Synchronization
import Testing

@testable import Portal

@Suite struct CodePageTests {
    @Test func `a valid code is explained part by part, with the arithmetic of both checks`() throws {
        for text in [Story.乾丰建材.key, Story.面馆.key, "92640521MA0QL0T26L"] + (0..<200).compactMap(Self.code) {
            let code = try #require(CreditCode(text))
            let parts = CodePart.parts(of: code, in: StoryRules.city)
            #expect(parts.map(\.characters).joined() == text)
            for part in parts.suffix(2) {
                #expect(part.arithmetic?.hasSuffix("→ " + part.characters) == true, "\(text) \(part.arithmetic ?? "")")
            }
        }
    }

    /// Made-up codes of many shapes.
    private static func code(_ number: Int) -> String? {
        let letters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        let body = (0..<8).map { String(letters[(number * 7 + $0 * number * 3 + $0) % 31]) }.joined()
        return CreditCode(completing: "91640500" + body)?.text
    }

    @Test func `a code leads to the file that is held, however it was written`() async throws {
        try await LivePortal.run { portal in
            let page = try await portal.get("/codes?code=" + Story.乾丰建材.key).text
            #expect(page.contains("有效的统一社会信用代码") && page.contains("市场监管") && page.contains("中卫市"))
            #expect(page.contains("href=\"/companies/\(Story.乾丰建材.key)\""))
            let unknown = try await portal.get("/codes?code=" + CreditCode(completing: "91640500MA0WW0T1")!.text).text
            #expect(unknown.contains("没有这个主体的信息") && !unknown.contains("/companies/"))
            let wrong = try await portal.get("/codes?code=91640500MA0QF0T15G").text
            #expect(wrong.contains("校验码不对") && wrong.contains("应为“F”"))
            let small = try await portal.get("/codes?code=+91640500ma0qf0t15f").text
            #expect(small.contains("有效的统一社会信用代码"))
            let reply = try await portal.get("/codes?code=x")
            #expect(reply["cache-control"] == "no-store" && reply["x-robots-tag"] != nil)
        }
    }

    @Test func `身份号码在代码查询中也被拒绝，不回显、不留痕`() async throws {
        try await LivePortal.run { portal in
            let number = StoryReading.identityNumber
            let wide = String(
                String.UnicodeScalarView(number.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0)! }))
            let typed = [
                number, "%20" + number, "%E7%8E%8B" + number, PercentEncoding.encode(wide.utf8), "110101900101001",
            ]
            for value in typed {
                for form in ["text/html", "application/json"] {
                    let reply = try await portal.get("/codes?code=" + value, ["Accept": form])
                    #expect(reply.status == 400 && reply.text.contains("WEB-103"), "\(value)")
                    #expect(
                        !reply.text.contains(number) && !reply.text.contains(wide) && !reply.text.contains("11010190"))
                    #expect(!reply.text.contains("110101"))
                }
            }
            portal.notes.answers.withLock { notes in
                for note in notes {
                    #expect(note.route == "/codes" && !"\(note)".contains("110101"), "\(note)")
                }
            }
        }
    }

    @Test func `what is typed is shown as text`() async throws {
        try await LivePortal.run { portal in
            let reply = try await portal.get("/codes?code=%3Cscript%3E%22%27")
            #expect(reply.status == 200 && !reply.text.contains("<script"))
            #expect(reply.text.contains("value=\"&lt;script&gt;&quot;&#39;\""))
            let long = try await portal.get("/codes?code=" + String(repeating: "A", count: 101))
            #expect(long.status == 400)
        }
    }
}
