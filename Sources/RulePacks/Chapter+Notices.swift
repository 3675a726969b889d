import Credit

extension CodeSpace {
    /// 通报对象.
    static let noticeBody = CodeSpace(chinese: "通报对象", english: "body told by formal notice")
}

extension Chapter {
    /// 通报对象: a file is a body that is told by formal notice.
    static var noticeBodies: Chapter {
        .of("notice-bodies", into: \.noticeBodies) { strict in
            let (code, name) = (strict.fileCode(.noticeBody), strict.label())
            let about = strict.words("about", of: NoticeAbout.self)
            let (from, source) = (strict.day("from"), strict.source())
            guard let code, let name, let about, let from, let source else { return nil }
            return NoticeBody(code: code, name: name, about: about, from: from, source: source)
        }
    }
}

extension ExampleKind {
    /// `notice: { about: unit, on: 2026-06-30, expect: audit superior-body }`: who is told, in the order of the files.
    static let notice = ExampleKind(key: "notice") { strict in
        let (about, day) = (strict.word("about", of: NoticeAbout.self), strict.day("on"))
        let expect = strict.text("expect", atMost: 200)
        guard let about, let day, let expect else { return nil }
        let named = expect.split(separator: " ").map { "notice-bodies/\($0).yaml" }
        return Example(covers: named, expect: expect) { rules in
            rules.noticeBodies.told(of: about, on: day).map(\.code).joined(separator: " ")
        }
    }
}
