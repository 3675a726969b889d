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
        "part_prove": text(PackageResources.part_prove_mustache),
        "proof": text(PackageResources.proof_mustache),
        "log": text(PackageResources.log_mustache),
        "rights": text(PackageResources.rights_mustache),
        "part_chart": text(PackageResources.part_chart_mustache),
        "part_spark": text(PackageResources.part_spark_mustache),
        "part_month": text(PackageResources.part_month_mustache),
        "part_rate": text(PackageResources.part_rate_mustache),
        "departments": text(PackageResources.departments_mustache),
        "department": text(PackageResources.department_mustache),
        "batches": text(PackageResources.batches_mustache),
        "errors": text(PackageResources.errors_mustache),
        "bulletins": text(PackageResources.bulletins_mustache),
        "bulletin": text(PackageResources.bulletin_mustache),
        "letter": text(PackageResources.letter_mustache),
        "index": text(PackageResources.index_mustache),
        "error": text(PackageResources.error_mustache),
    ]

    /// The style sheet: the language all pages share, then what each capability adds; paper has the last word.
    static let style: [UInt8] = [
        PackageResources.portal_css,
        PackageResources.style_parts_css,
        PackageResources.style_subject_css,
        PackageResources.style_charts_css,
        PackageResources.style_departments_css,
        PackageResources.style_bulletins_css,
        PackageResources.style_print_css,
    ].flatMap { $0 }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
