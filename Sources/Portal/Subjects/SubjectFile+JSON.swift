import Credit

extension SubjectFile {
    /// The JSON under which the portal serves the file; `show --json` prints the same.
    public var json: [UInt8] {
        Tape(language: .chinese, form: .json, PageContent(page: SubjectPage(file: self))).json()
    }
}
