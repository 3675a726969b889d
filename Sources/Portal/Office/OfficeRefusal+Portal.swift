import Credit

/// What the portal itself refuses at the office; codes in `docs/problems.md`.
extension OfficeRefusal {
    static let notSignedIn = OfficeRefusal(
        code: "WEB-150", status: 401,
        words: .both(
            "请先登录；会话可能已经结束。刚才提交的内容没有保存。", "Please sign in; your session may have ended. Nothing you sent was kept."))
    static let wrongToken = OfficeRefusal(
        code: "WEB-151", status: 403,
        words: .both(
            "表单的校验码不对或者缺少，没有执行任何操作。请回到页面重新打开表单。",
            "The form's token is wrong or missing; nothing was done. Go back and open the form again."))
    static let foreignOrigin = OfficeRefusal(
        code: "WEB-152", status: 403,
        words: .both(
            "这次提交来自别的网站，没有执行任何操作。请从本站页面提交。",
            "This was sent from another site; nothing was done. Please send it from a page of this site."))
    static func tooLarge(_ most: Int) -> OfficeRefusal {
        OfficeRefusal(
            code: "WEB-153", status: 413,
            words: .both(
                "提交的内容超过上限（\(ByteWords.words(most))），没有保存。请拆分文件，或者压缩后再提交。",
                "What was sent is larger than allowed (\(ByteWords.words(most))); nothing was kept. Split the file or "
                    + "pack it."))
    }
    static let wrongType = OfficeRefusal(
        code: "WEB-154", status: 415,
        words: .both(
            "只接受网页表单（application/x-www-form-urlencoded 或 multipart/form-data）。",
            "Only forms of pages are taken (application/x-www-form-urlencoded or multipart/form-data)."))
    static func malformed(_ fault: FormFault) -> OfficeRefusal {
        OfficeRefusal(
            code: "WEB-155", status: 400,
            words: .both(
                "提交的表单无法读取：\(fault.words.chinese)。没有保存任何内容，请回到页面重新提交。",
                "The form cannot be read: \(fault.words.english). Nothing was kept; go back and send it again."))
    }
    /// 没有这个案件或批次: there is none, or it is another organisation's; the two look alike.
    public static let nothingThere = OfficeRefusal(
        code: "WEB-156", status: 404,
        words: .both(
            "没有这个案件或批次，或者不属于本单位。请从列表进入。",
            "There is no such case or batch, or it is not your organisation's. Please start from the list."))
    /// 现在不能办理: the case has moved on since the page was shown.
    public static let notPossibleNow = OfficeRefusal(
        code: "WEB-157", status: 409,
        words: .both(
            "这一步现在不能办理：案件可能已经由他人推进。请重新打开案件，看现在可以办什么。",
            "This cannot be done now: somebody may have moved the case on. Open it again to see what can be done."))
    /// 无此权限: the post does not include what is asked.
    public static func missingDuty(_ duty: Duty) -> OfficeRefusal {
        OfficeRefusal(
            code: "WEB-158", status: 403,
            words: .both(
                "您的岗位没有“\(duty.title.chinese)”权限。需要时请本单位账号管理员授权。",
                "Your post does not include “\(duty.title.english)”. Ask the administrator of your organisation."))
    }
    /// 案件已有新的办理: what was sent was filled in for an earlier state of the case.
    public static let caseMovedOn = OfficeRefusal(
        code: "WEB-190", status: 409,
        words: .both(
            "您打开之后，这个案件有了新的办理，刚才的操作没有执行。请先看新的办理，再决定是否继续；您填写的内容保留在下面。",
            "The case has gone on since you read it, so nothing was done. See what happened, then decide; what you typed is "
                + "kept below."))
    static func tooSlow(_ seconds: Int) -> OfficeRefusal {
        OfficeRefusal(
            code: "WEB-192", status: 408,
            words: .both(
                "提交的内容在 \(seconds) 秒内没有传完，没有保存。请检查网络后重新提交。",
                "What was sent did not arrive within \(seconds) seconds; nothing was kept. Check the connection and send it "
                    + "again."))
    }
    static let needsTLS = OfficeRefusal(
        code: "WEB-159", status: 403,
        words: .both("工作台只能通过 https 访问。", "The office is served over https only."))
    static let noSuchPage = OfficeRefusal(
        code: "WEB-105", status: 404,
        words: .both("工作台没有这个页面。请从待办案件进入。", "The office has no such page. Please start from the queue."))
    static let badSearch = OfficeRefusal(
        code: "WEB-102", status: 400,
        words: .both("查找内容过长。请缩短后再查。", "What you search for is too long; shorten it."))
    static let identityNumber = OfficeRefusal(
        code: "WEB-103", status: 400,
        words: .both(
            "不接受以身份证件号码查找；刚才输入的内容没有保存。请用案件编号、统一社会信用代码或者主体名称查找。",
            "Identity numbers are not searched; what you typed was not kept. Search by the case's id, a credit code or a name."
        ))
    static let badPlace = OfficeRefusal(
        code: "WEB-121", status: 400,
        words: .both("没有这个翻页位置。请从第一页开始。", "The list cannot go on from there. Start from its first page."))
    static func badQuestion(_ name: String) -> OfficeRefusal {
        OfficeRefusal(
            code: "WEB-130", status: 400,
            words: .both(
                "地址中的 \(name) 写法不对。请从列表页的筛选重新选择。",
                "“\(name)” in the address is not understood. Choose it on the list's page."))
    }
    static let wrongMethod = OfficeRefusal(
        code: "WEB-109", status: 405,
        words: .both(
            "这个地址不接受这种请求。请从页面上的按钮操作。", "This address does not take such a request. Use the buttons of the pages."))
    static func tooMany(_ seconds: Int) -> OfficeRefusal {
        OfficeRefusal(
            code: "WEB-112", status: 429,
            words: .both(
                "登录尝试过于频繁，请在 \(seconds) 秒后再试。", "Too many attempts to sign in; try again in \(seconds) seconds."))
    }
    static func failed(_ number: String) -> OfficeRefusal {
        OfficeRefusal(
            code: "WEB-113", status: 500,
            words: .both(
                "系统内部错误，问题编号 \(number)。请先重新打开案件或批次，看刚才的操作是否已经记录，再决定是否重做。",
                "Something went wrong on our side, number \(number). Open the case or batch again to see whether it was "
                    + "recorded before you repeat it."))
    }
}

/// 字节数: sizes as people read them.
enum ByteWords {
    static func words(_ bytes: Int) -> String {
        bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : bytes >= 1 << 10 ? "\(bytes >> 10) KiB" : "\(bytes) B"
    }
}
