import Credit

/// 页面框架: what stands round every page and is no part of its JSON.
struct Frame: Shown {
    let title: String
    let siteName: Label
    let organ: Label
    let settings: PortalSettings
    let stylesheet: String
    let reading: Reading?
    let isIndexed: Bool
    let canonical: String?
    /// The sections of the navigation.
    let sections: [Menu.Link]
    /// The pages of the present section.
    let pages: [Menu.Link]
    /// What stands above the page.
    let trail: [Menu.Link]
    /// What the foot of every page leads to.
    let foot: [Menu.Link]
    /// Added to inner links where the language was chosen in the address.
    let suffix: String
    /// This page in the other language.
    let otherLanguage: String
    /// Where the page's list can be had; nil where it has none.
    let downloads: Downloads?

    func show(on tape: inout Tape) {
        tape.put("htmlLang", tape.language.tag)
        tape.put("pageTitle", title)
        tape.put("siteName", siteName)
        tape.put("organ", organ)
        tape.put("stylesheet", stylesheet)
        tape.put("hidden", !isIndexed)
        tape.put("canonical", canonical)
        tape.put("suffix", suffix)
        tape.put("carriesLanguage", !suffix.isEmpty)
        tape.put("langCode", tape.language.rawValue)
        tape.put("otherLanguage", otherLanguage)
        tape.put("downloads", downloads)
        tape.put("menuSections", sections)
        tape.put("menuPages", pages)
        tape.put("menuTrail", trail)
        tape.put("menuFoot", foot)
        tape.put("hasShelf", !pages.isEmpty)
        tape.put("hasTrail", !trail.isEmpty)
        tape.put("rehearsal", reading?.isRehearsal)
        tape.put("readingDay", reading?.day)
        tape.put("hasLog", reading != nil)
        tape.put("logSize", reading?.treeSize ?? 0)
        tape.put("packVersion", settings.packVersion)
        tape.put("icpNumber", settings.icpNumber)
        tape.put("policeNumber", settings.policeNumber)
        tape.put("siteCode", settings.siteCode)
        tape.put("address", settings.baseAddress ?? "http://127.0.0.1:8080")
        tape.put("contact", settings.contact.map { tape.language.words(of: $0) })
    }
}
