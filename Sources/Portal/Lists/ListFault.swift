import Credit

/// 筛选错误: which condition of a list cannot be met, and what would.
enum ListFault: Error, Equatable {
    /// No department has the code.
    case department
    /// No kind of this list has the code; these have one.
    case kind([String])
    /// The first day is no day.
    case decidedFrom
    /// The last day is no day.
    case decidedUntil
    /// The first day lies after the last.
    case daysReversed
    /// No timeliness is called so.
    case timeliness
    /// Not a number of rows that is given out.
    case limit

    /// What is wrong; what was asked is not repeated.
    var detail: Label {
        switch self {
        case .department:
            .both("参数 department 不是本市部门的编码。", "“department” is not the code of a department of this city.")
        case .kind: .both("参数 kind 不是本栏目的信息类别。", "“kind” is not a kind of record of this list.")
        case .decidedFrom:
            .both("参数 decided-from 不是一个存在的日期。", "“decided-from” is not a day that exists.")
        case .decidedUntil:
            .both("参数 decided-until 不是一个存在的日期。", "“decided-until” is not a day that exists.")
        case .daysReversed:
            .both("起始日期晚于截止日期。", "The first day lies after the last.")
        case .timeliness: .both("参数 timeliness 不是规定的写法。", "“timeliness” has none of its words.")
        case .limit: .both("参数 limit 不在规定范围内。", "“limit” is out of its range.")
        }
    }

    /// How to mend it.
    var remedy: Label {
        switch self {
        case .department:
            .both(
                "请在列表页的“部门”中选择，或者去掉这个条件。", "Choose from “Department” on the list’s page, or leave it out.")
        case .kind(let codes):
            .both(
                "可用的编码：\(codes.joined(separator: "、"))；或者去掉这个条件。",
                "Its kinds are \(codes.joined(separator: ", ")); or leave it out.")
        case .decidedFrom, .decidedUntil:
            .both("请写成 2026-06-30 这样的形式，或者去掉这个条件。", "Write it like 2026-06-30, or leave it out.")
        case .daysReversed: .both("请对调两个日期，或者去掉其中一个。", "Exchange the two days, or leave one out.")
        case .timeliness:
            .both(
                "可用 in-time、late、unknown，或者去掉这个条件。", "Use in-time, late or unknown, or leave it out.")
        case .limit: .both("请写 1 至 200 的整数，或者去掉它。", "Give a whole number from 1 to 200, or leave it out.")
        }
    }
}
