import Credit
import Foundation
import Testing

@testable import Command

/// R3, R6, R10, R11, R13 on the real store, through the real portal, in every form in which it answers.
@Suite struct RightsTests {
    /// Every form of a list: page, JSON, CSV, JSON Lines.
    private static func forms(_ path: String) -> [String] {
        [path, "/api/v1" + path, path + "?format=csv", path + "?format=jsonl"]
    }

    @Test func `个体工商户的处罚、许可不在名单和批量文件中，其本人页面仍予公示`() async throws {
        let story = try RightsStory()
        try await story.serve { get in
            for path in ["/penalties", "/permits", "/lists"] {
                for address in Self.forms(path) {
                    let reply = try await get(address)
                    #expect(reply.status == 200, "\(address)")
                    for hidden in [
                        RightsStory.trader, RightsStory.dissolved, "6405001000001", "traderp", "gonep", "categoryp",
                        "面馆",
                        "修鞋铺", "杂货铺",
                    ] {
                        #expect(!reply.text.contains(hidden), "\(address) \(hidden)")
                    }
                }
            }
            let permits = try await get("/permits?format=csv").text
            #expect(permits.contains("permit"))
            let own = [("companies/" + RightsStory.trader, "traderp"), ("subjects/reg:6405001000001", "categoryp")]
            for (key, id) in own {
                let page = try await get("/" + key)
                #expect(page.status == 200 && page["x-robots-tag"] == "noindex, noarchive", "\(key)")
                #expect(page.text.contains(id + "enalty") && page.text.contains(id + "ermit"), "\(key)")
                let record = try await get("/records/\(id)ermit")
                #expect(record.status == 200 && record["x-robots-tag"] == "noindex, noarchive", "\(id)")
            }
        }
    }

    @Test func `注销的个体工商户，档案、信息、证据、查询一律撤下`() async throws {
        let story = try RightsStory()
        try await story.serve { get in
            for path in [
                "/companies/\(RightsStory.dissolved)", "/records/gonepenalty", "/records/gonepermit",
            ] {
                for address in [path, "/api/v1" + path] { #expect(try await get(address).status == 404, "\(address)") }
            }
            #expect(try await get("/api/v1/records/gonepermit/evidence").status == 404)
            for text in [RightsStory.dissolved, "老街修鞋铺"] {
                let reply = try await get("/api/v1/search?q=" + Self.encoded(text))
                #expect(reply.status == 200 && reply.text.contains(#""hits":[]"#), "\(text) \(reply.text)")
            }
        }
    }

    @Test func `个体工商户和个人独资企业只按代码或者全称查到`() async throws {
        let story = try RightsStory()
        try await story.serve { get in
            func hits(_ text: String) async throws -> String {
                try await get("/api/v1/search?q=" + Self.encoded(text)).text
            }
            for part in ["牛肉面", "河滩杂货", "南山石料", "杂货铺"] {
                #expect(try await hits(part).contains(#""hits":[]"#), "\(part)")
            }
            #expect(try await hits("渡口牛肉面馆（演示）").contains(RightsStory.trader))
            let found = try await hits("河滩杂货铺（演示）")
            #expect(found.contains("6405001000001") && found.contains(#""soleTrader":true"#))
            #expect(try await hits("南山石料厂（演示）").contains(RightsStory.proprietorship))
            #expect(try await hits("云麓砂石").contains(RightsStory.company))
        }
    }

    @Test func `公示期满的，网页、接口、证据一律410，不再给出内容`() async throws {
        let story = try RightsStory()
        try await story.serve { get in
            for address in ["/records/ended", "/api/v1/records/ended", "/api/v1/records/ended/evidence"] {
                let reply = try await get(address)
                #expect(reply.status == 410 && reply.text.contains("2026-03-31"), "\(address) \(reply.status)")
                #expect(!reply.text.contains("综合执法局"), "\(address)")
            }
            for address in ["/records/light", "/api/v1/records/light", "/api/v1/records/light/evidence"] {
                #expect(try await get(address).status == 404, "\(address)")
            }
            let past = try await get("/api/v1/records/running/evidence?on=2026-01-01")
            #expect(past.status == 403 && past["content-type"]?.contains("json") == true)
            for path in ["/penalties", "/companies/\(RightsStory.company)"] {
                for address in [path, "/api/v1" + path] {
                    let text = try await get(address).text
                    #expect(!text.contains("卫演〔2025〕ended号") && !text.contains("卫演〔2025〕light号"), "\(address)")
                }
            }
        }
    }

    @Test func `新规则缩短的截止日连同其规则，在信息、档案、名单、证据中一致`() async throws {
        let story = try RightsStory()
        try await story.serve { get in
            for address in [
                "/records/running", "/api/v1/records/running", "/companies/\(RightsStory.company)",
                "/api/v1/companies/\(RightsStory.company)", "/api/v1/records/running/evidence",
            ] {
                let text = try await get(address).text
                #expect(text.contains("2026-09-10"), "\(address)")
                #expect(address.hasPrefix("/companies") || text.contains("R2026"), "\(address)")
            }
            for address in Self.forms("/penalties") {
                let text = try await get(address).text
                #expect(text.contains("2026-09-10") && !text.contains("2028-09-10"), "\(address)")
            }
            let evidence = try await get("/api/v1/records/running/evidence").text
            #expect(evidence.contains(#""rule":"R2026""#) && evidence.contains(#""until":"2026-09-10""#))
        }
    }

    @Test func `整改移出为止的列入，过了复核日仍在公示，并写明复核日已过`() async throws {
        let story = try RightsStory()
        try await story.serve { get in
            let page = try await get("/records/listed")
            #expect(page.status == 200 && page.text.contains("整改移出为止，最迟于 2026-05-31 复核"))
            #expect(page.text.contains("复核日已过"))
            for address in Self.forms("/lists") {
                let text = try await get(address).text
                #expect(text.contains("最迟于 2026-05-31 复核") && text.contains("listed"), "\(address)")
            }
            #expect(try await get("/api/v1/lists").text.contains(#""publicationEnd":"until-cured""#))
            let permit = try await get("/records/permit")
            #expect(permit.text.contains("长期") && !permit.text.contains("2099"))
        }
    }

    @Test func `名单写明决定机关、文书号、依据，而不只是报送部门`() async throws {
        let story = try RightsStory()
        try await story.serve { get in
            for path in ["/penalties", "/permits", "/lists"] {
                for address in Self.forms(path).dropFirst() {
                    let text = try await get(address).text
                    // The templates of licences have no field for a legal basis.
                    let words = ["沙坡头区综合执法局", "卫演〔2025〕"] + (path == "/permits" ? [] : ["某条例第十七条"])
                    for word in words {
                        #expect(text.contains(word), "\(address) \(word)")
                    }
                }
                #expect(try await get(path).text.contains("沙坡头区综合执法局"), "\(path)")
            }
            let head = try await get("/penalties?format=csv").text.prefix { $0 != "\r\n" && $0 != "\n" }
            for column in ["organ", "documentNumber", "basis", "department"] {
                #expect(head.contains(column), "\(column)")
            }
        }
    }

    @Test func `写进事实的身份证号处处遮盖，含有号码或者不公开字段的原文不作为证据给出`() async throws {
        let story = try RightsStory()
        try await story.serve { get in
            for address in [
                "/records/numbered", "/api/v1/records/numbered", "/companies/\(RightsStory.company)",
                "/api/v1/companies/\(RightsStory.company)",
            ] {
                let text = try await get(address).text
                #expect(text.contains("１１０１０５ ******** ００２Ｘ"), "\(address)")
                #expect(!text.contains("１９４９１２３１"), "\(address)")
            }
            for id in ["numbered", "closed"] {
                let evidence = try await get("/api/v1/records/\(id)/evidence")
                #expect(evidence.status == 404 && !evidence.text.contains("某某"), "\(id)")
            }
            #expect(try await get("/api/v1/records/running/evidence").status == 200)
        }
    }

    @Test(arguments: [
        RightsStory.number, "640502900307123", "王某640502900307123", "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X",
    ])
    func `输入身份证号的查询被拒绝，号码不回显`(text: String) async throws {
        let story = try RightsStory()
        try await story.serve { get in
            for address in ["/search?q=", "/api/v1/search?q="] {
                let reply = try await get(address + Self.encoded(text))
                #expect(reply.status == 400, "\(address) \(text) \(reply.status)")
                #expect(!reply.text.contains(text) && !reply.text.contains(Self.encoded(text)), "\(address) \(text)")
            }
        }
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
