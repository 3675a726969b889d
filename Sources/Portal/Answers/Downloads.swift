/// 下载: where a list can be had as files; `part_downloads` draws it.
struct Downloads: Shown {
    /// The list, with what is asked of it; its place in the pages is left out.
    let address: PageAddress

    func show(on tape: inout Tape) {
        tape.put("csv", address.asking("format", "csv").text)
        tape.put("lines", address.asking("format", "jsonl").text)
        tape.put("interface", address.interface.text)
    }
}
