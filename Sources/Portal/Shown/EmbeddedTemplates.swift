/// 内置模板: the templates and the style sheet as they were built in, so that one binary is enough.
enum EmbeddedTemplates {
    /// Templates by name.
    static let texts: [String: String] = [
        "layout": text(PackageResources.layout_mustache),
        "part_search": text(PackageResources.part_search_mustache),
        "part_recourse": text(PackageResources.part_recourse_mustache),
        "part_timeline": text(PackageResources.part_timeline_mustache),
        "home": text(PackageResources.home_mustache),
        "search": text(PackageResources.search_mustache),
        "subject": text(PackageResources.subject_mustache),
        "record": text(PackageResources.record_mustache),
        "log": text(PackageResources.log_mustache),
        "rights": text(PackageResources.rights_mustache),
        "error": text(PackageResources.error_mustache),
        "part_rulebook": text(PackageResources.part_rulebook_mustache),
        "part_citation": text(PackageResources.part_citation_mustache),
        "part_day": text(PackageResources.part_day_mustache),
        "part_rulebook_files": text(PackageResources.part_rulebook_files_mustache),
        "part_onday": text(PackageResources.part_onday_mustache),
        "part_filter": text(PackageResources.part_filter_mustache),
        "list_register": text(PackageResources.list_register_mustache),
        "list_rule": text(PackageResources.list_rule_mustache),
        "measures": text(PackageResources.measures_mustache),
        "measure": text(PackageResources.measure_mustache),
        "measure_documents": text(PackageResources.measure_documents_mustache),
        "commitments": text(PackageResources.commitments_mustache),
        "policies": text(PackageResources.policies_mustache),
        "policy_matrix": text(PackageResources.policy_matrix_mustache),
        "news": text(PackageResources.news_mustache),
        "news_item": text(PackageResources.news_item_mustache),
    ]

    /// The style sheet.
    static let style =
        PackageResources.portal_css
        + PackageResources.style_rulebook_css

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
