import Desk

/// 进度: one line that says how far a file is, how fast it goes and how long it will take.
struct ProgressBar {
    private let name: String
    private let started = Clock.seconds()
    private var shown = 0.0

    init(name: String) { self.name = name }

    /// Shows how far it is, at most four times a second.
    mutating func show(_ progress: SubmissionProgress) {
        let now = Clock.seconds()
        guard now - shown > 0.25 else { return }
        shown = now
        let passed = max(now - started, 0.001)
        let share = progress.size > 0 ? min(1, Double(progress.bytes) / Double(progress.size)) : 0
        let left = share > 0.01 ? Int(passed / share - passed) : nil
        let filled = Int(share * 20)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
        Console.progress(
            "\(name) \(bar) \(Int(share * 100))% · \(progress.rows) 行 · \(Int(Double(progress.rows) / passed)) 行/秒"
                + (left.map { " · 剩余约 \($0) 秒" } ?? ""))
    }

    /// Takes the line away.
    func clear() { Console.progress("") }
}
