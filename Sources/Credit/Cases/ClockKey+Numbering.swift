extension ClockKey {
    /// 时限编码: the code without the number that a clock started once more bears.
    public var baseCode: String { parts.base }

    /// 第几次: the number that it bears; 1 for the first.
    public var number: Int { parts.number }

    private var parts: (base: String, number: Int) {
        guard let dash = code.lastIndex(of: "-"), let number = Int(code[code.index(after: dash)...]), number > 1
        else { return (code, 1) }
        return (String(code[..<dash]), number)
    }
}

extension [CaseTimer] {
    /// The code under which a clock is started once more: `objection-source`, then `objection-source-2`; a case has one
    /// clock of a code.
    func nextCode(of base: String) -> String {
        let count = filter { $0.key.baseCode == base }.count
        return count == 0 ? base : "\(base)-\(count + 1)"
    }

    /// The clock that was started last under a code; nil where none was.
    public func latest(of base: String) -> CaseTimer? { last { $0.key.baseCode == base } }
}
