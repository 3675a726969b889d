import ArgumentParser

/// `chengxin bench`: measures the work that must be fast, and tries to break the readers.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "测速与模糊测试（输入用 bench inputs 生成）· measurements and fuzzing",
        subcommands: [
            BenchInputs.self, BenchCodes.self, BenchCheck.self, BenchImport.self, BenchLog.self, BenchSearch.self,
            BenchFuzz.self, BenchAdopt.self,
        ])
}

/// 测量结果: the rounds of one measurement; the median counts, the spread is told.
struct Measurement {
    /// What was measured.
    let name: String
    /// How much work a round did.
    let units: Int
    /// What the units are.
    let unit: String
    /// - Unit: seconds, one a round
    let seconds: [Double]

    /// Runs some rounds; the first one warms the caches and does not count.
    init(_ name: String, units: Int, unit: String, rounds: Int, _ round: () throws -> Void) rethrows {
        var seconds: [Double] = []
        for index in 0...rounds {
            let start = Clock.seconds()
            try round()
            if index > 0 { seconds.append(Clock.seconds() - start) }
        }
        (self.name, self.units, self.unit, self.seconds) = (name, units, unit, seconds.sorted())
    }

    /// A measurement whose rounds were taken elsewhere.
    init(_ name: String, units: Int, unit: String, seconds: [Double]) {
        (self.name, self.units, self.unit, self.seconds) = (name, units, unit, seconds.sorted())
    }

    /// One line: name, units a second (median, lowest, highest), median seconds, peak memory of the process.
    var line: String {
        let median = seconds[seconds.count / 2]
        func rate(_ seconds: Double) -> Int { Int(Double(units) / max(seconds, 1e-9)) }
        return "\(name)\t\(rate(median)) \(unit)/s\t(\(rate(seconds[seconds.count - 1]))–\(rate(seconds[0])), "
            + "\(seconds.count) rounds)\tmedian \(Int(median * 1_000)) ms\tpeak \(Memory.peak) MiB"
    }
}
