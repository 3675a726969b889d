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
        "part_rules": text(PackageResources.part_rules_mustache),
        "part_guide": text(PackageResources.part_guide_mustache),
        "part_source": text(PackageResources.part_source_mustache),
        "part_download": text(PackageResources.part_download_mustache),
        "part_sections": text(PackageResources.part_sections_mustache),
        "part_passage": text(PackageResources.part_passage_mustache),
        "part_changes": text(PackageResources.part_changes_mustache),
        "part_rule": text(PackageResources.part_rule_mustache),
        "catalogue": text(PackageResources.catalogue_mustache),
        "kind": text(PackageResources.kind_mustache),
        "rules": text(PackageResources.rules_mustache),
        "documents": text(PackageResources.documents_mustache),
        "calendars": text(PackageResources.calendars_mustache),
        "calendar": text(PackageResources.calendar_mustache),
        "workdays": text(PackageResources.workdays_mustache),
        "plan": text(PackageResources.plan_mustache),
        "plan_item": text(PackageResources.plan_item_mustache),
        "part_task": text(PackageResources.part_task_mustache),
        "code": text(PackageResources.code_mustache),
        "guide": text(PackageResources.guide_mustache),
        "guide_text": text(PackageResources.guide_text_mustache),
        "glossary": text(PackageResources.glossary_mustache),
        "organisation": text(PackageResources.organisation_mustache),
        "error": text(PackageResources.error_mustache),
    ]

    /// The style sheet.
    static let style = PackageResources.portal_css + PackageResources.style_rules_css

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
