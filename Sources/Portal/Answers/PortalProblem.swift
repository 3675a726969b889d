import Credit

/// 无法答复: why a request is not answered with what was asked; each is a page and an RFC 9457 problem.
///
/// What was asked is never repeated: it may hold an identity number, or markup.
enum PortalProblem: Error, Equatable {
    /// The address cannot be read.
    case badAddress
    /// The search text is too long or holds control characters.
    case badSearch
    /// The search text holds a person's identity number (R10).
    case identityNumberRefused
    /// A question of the address, by its name, is asked in a way that is not understood.
    case badQuestion(String)
    /// A question of the address has a name that is not known there: the name, where it may be said again, and those that
    /// are known.
    case unknownQuestion(String?, [String])
    /// A past day was asked of a company's file (R6, R9).
    case pastNotPublic
    /// There is no page at this address.
    case noSuchPage
    /// No subject has this key.
    case noSuchSubject
    /// No published record has this id.
    case noSuchRecord
    /// The log has no such part.
    case noSuchTile
    /// No organisation of the plan has this code.
    case noSuchDepartment
    /// There is no bulletin of such a month.
    case noSuchBulletin
    /// Nothing is known of the unit that a reminder could be about.
    case nothingToRemind
    /// The rules, the plan or the guide have no entry of that code.
    case noSuchRule
    /// The working calendar of that year is not loaded (R13).
    case noSuchCalendar
    /// Only reading is offered here.
    case methodNotAllowed
    /// None of the forms the visitor's program accepts is offered.
    case notAcceptable
    /// The record's publication ended on this day (R6).
    case ended(Day)
    /// The record was withdrawn on this day after an objection on this ground: a neutral notice without its facts.
    case withdrawn(Day, ObjectionGround)
    /// Too many requests from one address.
    /// - Unit: seconds until the next
    case tooMany(Int)
    /// A list is narrowed by what is not there, or by a day that is none.
    case badFilter(ListFault)
    /// A list is to go on from a place that was never handed out.
    case badPlace
    /// Our own failure, under a number of the operator's log.
    case failed(String)

    /// HTTP status.
    var status: Int {
        switch self {
        case .badAddress, .badSearch, .badQuestion, .unknownQuestion, .identityNumberRefused, .badFilter, .badPlace: 400
        case .pastNotPublic: 403
        case .noSuchPage, .noSuchSubject, .noSuchRecord, .noSuchTile: 404
        case .noSuchDepartment, .noSuchBulletin, .nothingToRemind, .noSuchRule, .noSuchCalendar: 404
        case .methodNotAllowed: 405
        case .notAcceptable: 406
        case .ended, .withdrawn: 410
        case .tooMany: 429
        case .failed: 500
        }
    }

    /// Code for programs and for `docs/problems.md`.
    var code: String {
        switch self {
        case .badAddress: "WEB-101"
        case .badSearch: "WEB-102"
        case .identityNumberRefused: "WEB-103"
        case .pastNotPublic: "WEB-104"
        case .noSuchPage: "WEB-105"
        case .noSuchSubject: "WEB-106"
        case .noSuchRecord: "WEB-107"
        case .noSuchTile: "WEB-108"
        case .methodNotAllowed: "WEB-109"
        case .notAcceptable: "WEB-110"
        case .ended: "WEB-111"
        case .withdrawn: "WEB-114"
        case .tooMany: "WEB-112"
        case .failed: "WEB-113"
        case .badQuestion: "WEB-130"
        case .unknownQuestion: "WEB-131"
        case .noSuchDepartment: "WEB-132"
        case .noSuchBulletin: "WEB-133"
        case .nothingToRemind: "WEB-134"
        case .badFilter: "WEB-120"
        case .badPlace: "WEB-121"
        case .noSuchRule: "WEB-141"
        case .noSuchCalendar: "WEB-143"
        }
    }

    /// What happened, in a few words.
    var title: Label {
        switch self {
        case .badAddress: .both("地址无法识别", "This address cannot be read")
        case .badSearch: .both("查询内容无法识别", "This search cannot be made")
        case .identityNumberRefused: .both("不接受以身份证件号码查询", "Identity numbers are not searched")
        case .badQuestion: .both("查询条件无法识别", "This question is not understood")
        case .unknownQuestion: .both("没有这个查询条件", "There is no such condition")
        case .pastNotPublic: .both("企业的历史公示状态不对公众开放", "A company's past is not public")
        case .noSuchPage: .both("没有这个页面", "There is no such page")
        case .noSuchSubject: .both("没有找到这个主体的档案", "No file of this subject is held")
        case .noSuchRecord: .both("没有这条公示信息", "There is no such published record")
        case .noSuchTile: .both("日志没有这一部分", "The log has no such part")
        case .noSuchDepartment: .both("没有这个单位", "There is no such organisation")
        case .noSuchBulletin: .both("没有这个月的通报", "There is no bulletin of this month")
        case .nothingToRemind: .both("没有需要督办的事项", "There is nothing to remind of")
        case .noSuchRule: .both("规则中没有这一项", "The rules have no such entry")
        case .noSuchCalendar: .both("这一年的工作日历尚未载入", "The calendar of that year is not loaded")
        case .methodNotAllowed: .both("这里只能查阅", "Only reading is offered here")
        case .notAcceptable: .both("没有所要的格式", "The form asked for is not offered")
        case .ended: .both("这条信息的公示已经结束", "The publication of this record has ended")
        case .withdrawn: .both("这条信息的公示已经撤回", "The publication of this record was withdrawn")
        case .tooMany: .both("请求过于频繁", "Too many requests")
        case .badFilter: .both("筛选条件无法识别", "The list cannot be narrowed like this")
        case .badPlace: .both("翻页位置无法识别", "The place in the list is not known")
        case .failed: .both("系统内部错误", "Something went wrong on our side")
        }
    }

    /// What it means.
    var detail: Label {
        switch self {
        case .badAddress:
            .both(
                "地址过长，或含有无法解码的字符。", "The address is too long, or holds characters that cannot be decoded.")
        case .badSearch:
            .both(
                "查询内容最多 100 个字，不能含有控制字符。",
                "A search has at most 100 characters and no control characters.")
        case .identityNumberRefused:
            .both(
                "查询内容含有公民身份号码。本站不按个人查询，也没有保存您输入的内容。",
                "The search holds a personal identity number. Persons are not searched here, and what you typed "
                    + "has not been kept.")
        case .badQuestion(let name):
            .both(
                "地址中的参数 \(name) 不是可以使用的写法。",
                "The parameter \(name) of the address is not written in a way that is known.")
        case .unknownQuestion(let name?, _):
            .both(
                "本页没有名为 \(name) 的参数。为免写错的条件被当作没有条件，不给出结果。",
                "This page has no parameter \(name). So that a misspelt condition is not taken for none, nothing is given."
            )
        case .unknownQuestion(nil, _):
            .both(
                "地址中有本页没有的参数。为免写错的条件被当作没有条件，不给出结果。",
                "The address has a parameter that this page does not have. So that a misspelt condition is not taken for "
                    + "none, nothing is given.")
        case .pastNotPublic:
            .both(
                "公示期届满或者修复后的信息不再向公众提供，本站也不按过去的日期给出企业的公示状态。",
                "What is no longer published is not shown to the public again, and this site does not tell how a company "
                    + "stood on a past day.")
        case .noSuchPage: .both("地址可能已经变更，或者输入有误。", "The address may have changed, or been mistyped.")
        case .noSuchSubject:
            .both(
                "本平台目前没有这个主体的信息。“没有信息”不等于“没有失信记录”，也不等于主体不存在。",
                "Nothing is held here about this subject. “Nothing held” means neither “a clean record” nor "
                    + "“no such company”.")
        case .noSuchRecord:
            .both("没有这条信息，或者它不公示。", "There is no such record, or it is not published.")
        case .noSuchTile:
            .both("日志还没有写到这里，或者地址不是规定的写法。", "The log does not reach so far, or the address is not canonical.")
        case .noSuchDepartment:
            .both("分工方案中没有这个代码的单位。", "No organisation of the plan has this code.")
        case .noSuchBulletin:
            .both(
                "通报从平台收到第一份文件的月份开始，到本月为止。", "Bulletins begin with the month of the first file and end with this month.")
        case .nothingToRemind:
            .both(
                "该单位当月没有迟报的行，也没有已知应报而未报的类别；没有事实依据，不出督办函。",
                "No row of the unit came in late, and nothing is known that should have come in and did not. Without a "
                    + "fact there is no reminder.")
        case .noSuchRule:
            .both("本站的规则、方案和指南都没有这个编号。", "Rules, plan and guide of this site have nothing under that code.")
        case .noSuchCalendar:
            .both(
                "放假通知发布之前，哪些天上班是未知的；本站不作推断。",
                "Until its notice appears nobody knows which days people work; this site does not guess.")
        case .methodNotAllowed: .both("公开页面只接受 GET 和 HEAD。", "Public pages accept GET and HEAD only.")
        case .notAcceptable:
            .both(
                "本页提供 HTML 和 JSON；有表格的页面另有 CSV 和 JSON Lines。",
                "This page is offered as HTML and as JSON; a page with a table also as CSV and JSON Lines.")
        case .ended(let day):
            .both(
                "公示期最后一日为 \(day)。依照规定，其内容不再提供。",
                "Its last day of publication was \(day). By law its content is no longer given out.")
        case .withdrawn(let day, let ground):
            .both(
                "\(day) 撤回公示。理由：\(ground.title.chinese)。原内容不再提供。",
                "Withdrawn on \(day). Reason: \(ground.title.english.lowercasedFirst). "
                    + "What it said is no longer given out.")
        case .tooMany(let seconds):
            .both("请在 \(seconds) 秒后再试。", "Please try again in \(seconds) seconds.")
        case .badFilter(let fault): fault.detail
        case .badPlace:
            .both(
                "参数 after 不是本站给出的翻页位置，或者被改动、截断。",
                "“after” is no place this site handed out, or it was altered or cut short.")
        case .failed(let number):
            .both(
                "问题编号 \(number)。请稍后再试；如仍然出错，请把编号告诉我们。",
                "Its number is \(number). Please try again later; if it stays, tell us the number.")
        }
    }

    /// What to do now.
    var remedy: Label {
        switch self {
        case .identityNumberRefused:
            .both(
                "企业请输入名称或者统一社会信用代码；查询本人信息，请持证件到服务窗口办理。",
                "For a company, type its name or unified code; for your own data, please come to the service window "
                    + "with your document.")
        case .badQuestion(let name):
            .both(
                "去掉地址中的 \(name)，或者从页面上的表单重新选择；写法见 /api/v1/openapi.json。",
                "Leave \(name) out, or choose again from the form on the page; how it is written stands in "
                    + "/api/v1/openapi.json.")
        case .unknownQuestion(_, let known):
            .both(
                "本页可以用的参数：\(known.joined(separator: "、"))。请改正名称，或者去掉它。",
                "Its parameters are \(known.joined(separator: ", ")). Correct the name, or leave it out.")
        case .tooMany:
            .both(
                "稍等片刻再刷新本页；批量使用请下载文件，不必逐页读取。",
                "Wait a moment and load the page again; for many rows take the download instead of page after page.")
        case .notAcceptable:
            .both("用浏览器打开本页，或者在 /api/v1 之下读取 JSON。", "Open the page in a browser, or read JSON under /api/v1.")
        case .methodNotAllowed:
            .both(
                "请直接打开这个地址；本站没有需要提交的表单，查询都写在地址里。",
                "Open the address itself; nothing is submitted here, every search stands in its address.")
        case .failed: .both("数据没有因此改变。请稍后刷新本页。", "Nothing was changed by it. Please load the page again later.")
        case .noSuchSubject, .noSuchRecord, .noSuchPage, .ended, .withdrawn:
            .both("可以换用名称的一部分或者统一社会信用代码重新查询。", "Try a part of the name, or the unified code.")
        case .noSuchDepartment, .noSuchBulletin, .nothingToRemind:
            .both("请从部门报送情况或者月通报的页面进入。", "Please start from the list of departments or of bulletins.")
        case .pastNotPublic:
            .both(
                "去掉地址中的 on 参数，可以查看今日公示的信息。企业需要自己过去的信息，请到服务窗口办理。",
                "Without “on” the address shows what is published today. A company that needs its own past is served at "
                    + "the service window.")
        case .badFilter(let fault): fault.remedy
        case .badPlace:
            .both(
                "请从列表第一页重新翻页，或者原样使用上一页给出的 next。",
                "Start again from the first page, or use the “next” of the page before as it is.")
        case .noSuchRule:
            .both("请从规则目录、方案或者指南的首页重新进入。", "Please start again from the rules, the plan or the guide.")
        case .noSuchCalendar:
            .both("可以在“工作日历”一页查看已载入的年度。", "The page “working calendars” lists the years that are loaded.")
        default: .both("请返回首页，或者重新查询。", "Please go back to the start, or search again.")
        }
    }
}

extension String {
    /// The same as a part of a sentence.
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
