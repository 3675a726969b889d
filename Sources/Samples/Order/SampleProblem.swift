/// 演示数据参数错误: why an order for demonstration data cannot be met, in the words of who gave it.
public struct SampleProblem: Error, Equatable, Sendable {
    /// Stable code, such as `SAMPLE-101`.
    public let code: String
    /// Which setting is wrong.
    public let place: String
    /// The value that was given.
    public let value: String
    /// What is wrong and how to mend it, in Chinese.
    public let chinese: String
    /// What is wrong and how to mend it, in English.
    public let english: String

    static func subjects(_ value: Int) -> SampleProblem {
        SampleProblem(
            code: "SAMPLE-101", place: "companies", value: String(value),
            chinese: "主体数量必须在 1 到 \(SampleOrder.mostSubjects) 之间；请另给一个数。",
            english: "The number of companies must lie between 1 and \(SampleOrder.mostSubjects); give another one.")
    }

    static func records(_ value: Int) -> SampleProblem {
        SampleProblem(
            code: "SAMPLE-102", place: "records", value: String(value),
            chinese: "记录数量必须在 0 到 \(SampleOrder.mostRecords) 之间；请另给一个数。",
            english: "The number of records must lie between 0 and \(SampleOrder.mostRecords); give another one.")
    }

    static func share(_ place: String, _ value: Int) -> SampleProblem {
        SampleProblem(
            code: "SAMPLE-103", place: place, value: String(value),
            chinese: "比例按千分之几计，必须在 0 到 1000 之间；例如 15 表示 1.5%。",
            english: "A share is given per mille and must lie between 0 and 1000; 15 means 1.5 %.")
    }

    static func region(_ value: String) -> SampleProblem {
        SampleProblem(
            code: "SAMPLE-104", place: "city", value: value,
            chinese: "行政区划代码必须是六位数字，且至少要有一个登记地；请检查城市规则包。",
            english: "A region code must be six digits and at least one region is needed; check the city's pack.")
    }

    static func organs(_ table: SampleTable) -> SampleProblem {
        SampleProblem(
            code: "SAMPLE-105", place: "targets", value: table.rawValue,
            chinese: "该数据表没有可用的决定机关；请至少给出一个不限地区的机关。",
            english: "This table has no organ that may decide everywhere; name at least one without a region.")
    }

    static func noTable(_ records: Int) -> SampleProblem {
        SampleProblem(
            code: "SAMPLE-109", place: "targets", value: String(records),
            chinese: "要求生成记录，但没有可以写入记录的数据表；请在规则包中给出至少一个，或者把记录数量改为 0。",
            english: "Records are wanted but no table can take them; name one in the pack or ask for 0 records.")
    }

    static func repeated(_ table: SampleTable) -> SampleProblem {
        SampleProblem(
            code: "SAMPLE-106", place: "targets", value: table.rawValue,
            chinese: "同一数据表或同一信用信息类别出现了两次；每个只能出现一次。",
            english: "The table or its kind is named twice; name each once.")
    }

    static func until(_ value: String) -> SampleProblem {
        SampleProblem(
            code: "SAMPLE-107", place: "until", value: value,
            chinese: "截止日期必须在 1995 年到 2090 年之间，且此前两年内要有工作日；请另给一个日期。",
            english: "The last day must lie in 1995 to 2090, with working days in the two years before it.")
    }

    static func organCode(_ value: String) -> SampleProblem {
        SampleProblem(
            code: "SAMPLE-108", place: "targets", value: value,
            chinese: "决定机关的统一社会信用代码必须是 18 位；留空则自动编造演示代码。",
            english: "The credit code of an organ must have 18 characters; leave it out for a made-up one.")
    }
}
