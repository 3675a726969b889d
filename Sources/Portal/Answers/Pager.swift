/// 翻页: the way back to the beginning of a list and on to its next page; `part_pager` draws it.
struct Pager: Shown {
    /// The beginning of the list; nil on its first page.
    let first: PageAddress?
    /// The next page; nil on the last.
    let next: PageAddress?
    /// How many rows stand on the page.
    let count: Int

    func show(on tape: inout Tape) {
        tape.put("first", first?.text)
        tape.put("next", next?.text)
        tape.put("count", count)
    }
}
