import Credit
import Glibc
import Testing

@Suite struct MarkupTests {
    static let tidy = "/usr/bin/tidy"
    static let hasTidy: Bool = {
        let found = access(tidy, X_OK) == 0
        if !found { print("NOTE: tidy is not installed; the markup of the pages is NOT checked in this run") }
        return found
    }()

    @Test(.enabled(if: hasTidy)) func `the markup of every page is without fault`() async throws {
        try await LivePortal.run { portal in
            for path in [
                "/", "/search", "/search?q=%E4%B9%BE%E4%B8%B0", "/search?q=nothing", AnswersTests.company,
                "/subjects/obj:street:%3Cb%3E%22%E5%8C%97%E8%A1%97%27&%CC%81", "/records/r7penalty0aaaa", "/rights",
                "/log", "/nothing", "/codes?code=\(Story.乾丰建材.key)", "/plan?state=works", "/rules?on=2020-05-01",
                "/rules/workdays?from=2026-12-30&days=5", "/permits", "/penalties?department=tax&limit=5", "/lists",
                "/lists?kind=serious-violation",
            ] + DepartmentPages.paths + BulletinPages.paths + RulePages.paths + RulebookPages.paths {
                for language in ["zh", "en"] {
                    let page = try await portal.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language)
                    let complaints = try Self.complaints(of: page.body)
                    #expect(complaints == [], "\(path)")
                }
            }
        }
    }

    /// What tidy says of a page, after what is newer than tidy is taken out: groups in a list of terms, `aria-current`.
    static func complaints(of page: [UInt8]) throws -> [String] {
        var page = page
        for (newer, older) in [
            ("<div><dt>", "<dt>"), ("</dd></div>", "</dd>"), (" aria-current=\"page\"", ""),
            (" aria-current=\"true\"", ""),
        ] {
            page = replacing(newer, in: page, by: older)
        }
        var name = Array("/tmp/portal-markup-XXXXXX".utf8CString)
        let handle = mkstemp(&name)
        guard handle >= 0 else { throw LoopbackClient.Failure(words: "no temporary file") }
        let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(path) }
        page.withUnsafeBytes { _ = write(handle, $0.baseAddress, $0.count) }
        close(handle)
        guard let pipe = popen("\(tidy) -e -q -utf8 \(path) 2>&1", "r") else {
            throw LoopbackClient.Failure(words: "tidy does not start")
        }
        var text: [UInt8] = []
        while true {
            let byte = getc(pipe)
            guard byte != EOF else { break }
            text.append(UInt8(truncatingIfNeeded: byte))
        }
        pclose(pipe)
        return String(decoding: text, as: UTF8.self).split(separator: "\n").map { String($0) }
    }

    private static func replacing(_ old: String, in page: [UInt8], by new: String) -> [UInt8] {
        let old = Array(old.utf8)
        var result: [UInt8] = []
        var at = 0
        while at < page.count {
            if page[at] == old[0], page[at...].starts(with: old) {
                result += Array(new.utf8)
                at += old.count
            } else {
                result.append(page[at])
                at += 1
            }
        }
        return result
    }
}
