import Credit

/// 栏目: an entry of the navigation, with the pages it holds.
enum PortalSection: String, Sendable, CaseIterable {
    case home, search, published, departments, rules, guide, log

    /// What the navigation calls it.
    var title: Label {
        switch self {
        case .home: .both("首页", "Home")
        case .search: .both("信用查询", "Search")
        case .published: .both("信用公示", "Published")
        case .departments: .both("部门", "Departments")
        case .rules: .both("规则目录", "Rules")
        case .guide: .both("办事指南", "Guide")
        case .log: .both("公开日志", "Public log")
        }
    }

    /// A page that the navigation names.
    typealias Entry = (path: String, title: Label)

    /// Its pages, the first of which the section itself leads to.
    var entries: [Entry] {
        switch self {
        case .home: [("/", title)]
        case .search: [("/search", title)]
        case .published:
            [
                ("/penalties", .both("行政处罚", "Penalties")), ("/permits", .both("行政许可", "Licences")),
                ("/lists", .both("名单", "Lists")),
            ]
        case .departments:
            [
                ("/departments", .both("部门数据质量", "Data quality")), ("/bulletins", .both("月度通报", "Bulletins")),
            ]
        case .rules:
            [
                ("/rules", .both("规则库", "Rule library")), ("/rules/documents", .both("引用文件", "Documents")),
                ("/catalogue", .both("信息目录", "Catalogue")), ("/lists/register", .both("名单依据", "Bases of lists")),
                ("/measures", .both("措施清单", "Measures")),
                ("/measures/documents", .both("方案引用文件", "Documents of the plan")),
                ("/commitments", .both("信用承诺", "Commitments")), ("/policies", .both("政策法规", "Policies")),
                ("/policies/matrix", .both("部门与制度对照", "Departments by kind")),
                ("/rules/calendar", .both("工作日历", "Calendars")),
                ("/plan", .both("工作计划", "Work plan")),
            ]
        case .guide:
            [
                ("/guide", .both("修复与异议", "Repair and objection")), ("/news", .both("信用动态", "News")),
                ("/codes", .both("代码查询", "Code check")), ("/rights", .both("本平台不做的事", "What we refuse to do")),
            ]
        case .log: [("/log", .both("日志与验证", "Log and proof")), ("/log/proof", .both("核对一条记录", "Prove a record"))]
        }
    }
}

/// 导航: the sections and pages that the address table knows; what has no address is not linked.
struct Menu: Sendable {
    /// One link of the navigation.
    struct Link: Shown {
        let path: String
        let title: Label
        /// Whether it is the page itself.
        var isHere = false
        /// Whether the page is somewhere below it.
        var isAbove = false

        func show(on tape: inout Tape) {
            tape.put("path", path)
            tape.put("name", title)
            tape.put("isHere", isHere)
            tape.put("isAbove", isAbove)
        }
    }

    private let pages: [(section: PortalSection, entries: [PortalSection.Entry])]

    /// What the foot of every page leads to.
    let foot: [Link]

    init(_ table: RouteTable, hasOffice: Bool = false) {
        let known = Set(table.routes.map(\.pattern))
        let atFoot = Menu.atFoot.filter { entry in
            table.find(entry.path.split(separator: "/").map(String.init)) != nil
        }
        let doors: [PortalSection.Entry] = [
            ("/agent", .both("企业经办人", "For companies")), ("/office", .both("工作台（工作人员）", "Office (staff)")),
        ]
        foot = (atFoot + (hasOffice ? doors : []))
            .map { Link(path: $0.path, title: $0.title) }
        pages = PortalSection.allCases.map { section in
            (section, section.entries.filter { known.contains($0.path) })
        }
    }

    private static let atFoot: [PortalSection.Entry] = [
        ("/rights", .both("本平台不做的事", "What we refuse to do")),
        ("/guide/accessibility", .both("无障碍声明", "Accessibility")),
        ("/guide/glossary", .both("名词解释", "Glossary")),
        ("/plan", .both("工作计划及完成情况", "Work plan and its state")),
    ]

    /// The sections, for a page of one of them at an address pattern.
    func sections(_ present: PortalSection?, at pattern: String?) -> [Link] {
        pages.compactMap { section, entries in
            guard let first = entries.first else { return nil }
            return Link(
                path: first.path, title: section.title, isHere: first.path == pattern,
                isAbove: section == present && first.path != pattern)
        }
    }

    /// The pages of a section; none where there is only one, which the section's own link is.
    func pages(_ present: PortalSection?, at pattern: String?) -> [Link] {
        guard let present, let entries = pages.first(where: { $0.section == present })?.entries, entries.count > 1
        else {
            return []
        }
        let nearest = Menu.nearest(entries, to: pattern)
        return entries.map { entry in
            Link(
                path: entry.path, title: entry.title, isHere: entry.path == pattern,
                isAbove: entry.path == nearest?.path && entry.path != pattern)
        }
    }

    /// 面包屑: what stands above a page that the navigation does not name itself.
    func trail(_ present: PortalSection?, at pattern: String?) -> [Link] {
        guard let present, let entries = pages.first(where: { $0.section == present })?.entries,
            let parent = Menu.nearest(entries, to: pattern) ?? entries.first, parent.path != pattern,
            !entries.contains(where: { $0.path == pattern })
        else { return [] }
        let home = Link(path: "/", title: PortalSection.home.title)
        return [home, Link(path: parent.path, title: parent.title)]
    }

    /// The page whose address begins the pattern, the longest of several.
    private static func nearest(_ entries: [PortalSection.Entry], to pattern: String?) -> PortalSection.Entry? {
        guard let pattern else { return nil }
        return entries.filter { pattern == $0.path || pattern.hasPrefix($0.path + "/") }
            .max { $0.path.utf8.count < $1.path.utf8.count }
    }
}
