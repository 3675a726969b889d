import Credit

/// 发文登记簿页: the letters of the organ in a year, series by series, number by number.
struct RegisterPage: OfficePage {
    static let template = "office_register"
    let bar: OfficeBar?
    let register: OfficeRegister
    let rules: Rules

    var title: Label { .both("\(register.year) 年发文登记簿", "Register of letters, \(register.year)") }

    func show(on tape: inout Tape) {
        tape.put("office", bar)
        tape.put("heading", title)
        tape.put("years", register.years.map { Year(year: $0, isHere: $0 == register.year) })
        var codes: [String] = []
        for line in register.lines where !codes.contains(line.number.series) { codes.append(line.number.series) }
        tape.put(
            "series",
            codes.map { code in
                Series(
                    title: rules.letterSeries[code]?.title ?? .both(code, code),
                    lines: register.lines.filter { $0.number.series == code })
            })
    }

    private struct Year: Shown {
        let year: Int
        let isHere: Bool

        func show(on tape: inout Tape) {
            tape.put("year", String(year))
            tape.put("path", OfficeRoute.register.path + "?year=\(year)")
            tape.put("isHere", isHere)
        }
    }

    private struct Series: Shown {
        let title: Label
        let lines: [RegisterLine]

        func show(on tape: inout Tape) {
            let last = lines.last?.number.sequence ?? 0
            let void = lines.count { $0.letter?.stage == .void }
            let erased = lines.count { $0.letter == nil }
            tape.put("seriesTitle", title)
            let count: Label =
                last == lines.count
                ? .both(
                    "第 1 至 \(last) 号，连续无空号" + (void > 0 ? "，其中作废 \(void) 件" : "")
                        + (erased > 0 ? "，依法删除 \(erased) 件" : ""),
                    "numbers 1 to \(last), no gap" + (void > 0 ? ", \(void) of them void" : "")
                        + (erased > 0 ? ", \(erased) erased by law" : ""))
                : .both("登记簿有空号，请核对", "the register has a gap: check it")
            tape.put("count", count)
            tape.put("lines", lines.map { Line(line: $0) })
        }
    }

    private struct Line: Shown {
        let line: RegisterLine

        func show(on tape: inout Tape) {
            tape.put("number", line.number.text)
            switch line {
            case .letter(let letter): show(letter, on: &tape)
            case .erased(_, let day): tape.put("erased", day)
            }
        }

        private func show(_ line: LetterLine, on tape: inout Tape) {
            tape.put("erased", Day?.none)
            tape.put("path", OfficeRoute.letter(line.id).path)
            tape.put("letterTitle", line.title)
            tape.put("addressee", line.addressee)
            tape.put("day", line.day)
            tape.put("stage", line.stage.title)
            tape.put("mark", line.stage == .served ? "good" : line.stage == .void ? "rest" : "info")
            tape.put(words: "way", line.service?.way.title)
            tape.put("served", line.service?.day)
            tape.put("archive", line.archive)
        }
    }
}
