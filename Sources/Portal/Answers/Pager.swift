/// 翻页: the way back to the beginning of a list and on to its next page; `part_pager` draws it on any page.
struct Pager: Shown {
    /// The beginning of the list; nil on its first page.
    let first: PageAddress?
    /// The next page; nil on the last.
    let next: PageAddress?
    /// How many rows stand on the page.
    let count: Int

    /// The pages of a list at an address.
    ///
    /// - Parameter after: the place behind which the next page begins; nil on the last.
    init(_ address: PageAddress, after: String?, count: Int) {
        first = address["after"] == nil ? nil : address.beginning
        next = after.map { address.asking("after", $0) }
        self.count = count
    }

    func show(on tape: inout Tape) {
        tape.put("first", first?.text)
        tape.put("next", next?.text)
        tape.put("count", count)
    }
}
