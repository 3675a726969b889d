/// 下载: where the list of a page can be had whole, as files and by programs; `part_downloads` draws it on any page.
struct Downloads: Shown {
    /// Path of the page.
    let path: String
    /// What the whole list is asked by, ready for an address; nil for nothing.
    let question: String?
    /// What every address carries on, where the language was chosen in the address.
    let language: Language?

    func show(on tape: inout Tape) {
        tape.put("csv", address(path, "format=csv"))
        tape.put("lines", address(path, "format=jsonl"))
        tape.put("interface", address("/api/v1" + path, nil))
    }

    private func address(_ path: String, _ form: String?) -> String {
        let asked = [question, form, language.map { "lang=" + $0.rawValue }].compactMap(\.self)
        return asked.isEmpty ? path : path + "?" + asked.joined(separator: "&")
    }
}
