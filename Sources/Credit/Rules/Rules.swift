/// 规则: everything a pack says, looked up by code and by day.
///
/// Made by the pack's loader, handed to whoever decides or shows something, never changed while the program runs.
public struct Rules: Sendable {
    /// 城市编码: the pack's own code.
    public var code: String
    /// 规则包名称.
    public var name: Label
    /// 版本: the pack's version.
    public var version: String
    /// 摘要: digest of the pack's files as they were read; what was decided under this pack names it.
    public var digest: String
    /// 辖区: code of the region the city is.
    public var region: String
    /// 引用文件: the documents the sources quote.
    public var documents: Register<QuotedDocument>
    /// 部门, in the plan's order.
    public var departments: Register<Department>
    /// 行政区划.
    public var regions: Register<Region>
    /// 用语.
    public var terms: Register<Term>
    /// 目录版本, earliest first.
    public var catalogue: Register<CatalogueEdition>
    /// 工作日历, earliest year first.
    public var calendar: Register<CalendarYear>
    /// 能力.
    public var capabilities: Register<Capability>
    /// 分工方案, in its own order.
    public var plan: Register<PlanSection>
    /// 代码表.
    public var vocabularies: Register<Vocabulary>
    /// 数据模板.
    public var templates: Register<RecordTemplate>
    /// 信用信息类别.
    public var kinds: Register<RecordKind>
    /// 上报版式.
    public var layouts = Register<ReportingLayout>()
    /// 城市信用监测指标, earliest edition first.
    public var monitoring: Register<MonitoringEdition>
    /// 函件格式.
    public var letters: Register<LetterForm>
    /// 办事指南, in the order of reading.
    public var guide: Register<GuideText>
    /// 名单, in the plan's order.
    public var lists = Register<ListRule>()
    /// 名单认定程序.
    public var procedures = Register<ListingProcedure>()
    /// 失信惩戒措施.
    public var measures = MeasureCatalogue()
    /// 方案引用文件, in the plan's order.
    public var memoranda = Register<Memorandum>()
    /// 信用承诺.
    public var commitments = CommitmentCatalogue()
    /// 制度文件.
    public var policies = Register<Policy>()
    /// 办理时限.
    public var clocks = Register<ClockRule>()
    /// 信用动态, newest first.
    public var news = Register<NewsItem>()
    /// 信用修复规则, earliest version first.
    public var repairs = Register<RepairRule>()
    /// 退出渠道, by kind of record.
    public var repairRoutes = Register<RepairRoute>()
    /// 通报对象.
    public var noticeBodies = Register<NoticeBody>()

    /// Rules that say nothing yet; the loader fills them chapter by chapter.
    public init(code: String, name: Label, version: String, digest: String, region: String) {
        self.code = code
        self.name = name
        self.version = version
        self.digest = digest
        self.region = region
        documents = Register()
        departments = Register()
        regions = Register()
        terms = Register()
        catalogue = Register()
        calendar = Register()
        capabilities = Register()
        plan = Register()
        vocabularies = Register()
        templates = Register()
        kinds = Register()
        monitoring = Register()
        letters = Register()
        guide = Register()
    }

    /// The catalogue edition in force on a day; nil before the first, when there was no national catalogue.
    public func catalogue(on day: Day) -> CatalogueEdition? { catalogue.last { $0.from <= day } }

    /// What a term is called on a day; nil where the pack has no such term.
    public func label(ofTerm code: String, on day: Day) -> Label? { terms[code]?.label(on: day) }

    /// 条目: all items of the plan, in its order.
    public var planItems: [PlanItem] { plan.flatMap(\.items) }

    /// The items a department has to do, in the plan's order.
    public func planItems(of department: String) -> [PlanItem] {
        planItems.filter { $0.departments.contains(department) }
    }

    /// 下级区划: the regions that lie directly in one, in the pack's order.
    public func regions(in parent: String) -> [Region] { regions.filter { $0.parent == parent } }
}
