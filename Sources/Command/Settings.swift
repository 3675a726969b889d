import ArgumentParser
import Credit
import Proofs
import RulePacks

/// 规则包选项: `--pack DIR`; the city built into the program without it.
struct PackOptions: ParsableArguments {
    @Option(help: "规则包文件夹；默认用程序内置的城市 · pack folder; default: the city built in")
    var pack: String?

    /// The files of the pack.
    func folder() throws -> PackFolder {
        if let pack { try PackFolder(path: pack) } else { .embedded }
    }

    /// The rules of the pack.
    func rules() throws -> Rules {
        try folder().rules { SHA256.digest(of: $0).hex }
    }
}

/// 时钟选项: `--clock DAY`.
struct ClockOptions: ParsableArguments {
    @Option(name: .customLong("clock"), help: "演练日（YYYY-MM-DD）；库一旦以演练方式写入就只能演练 · rehearsal day")
    var day: Day?

    /// The clock.
    var clock: Clock { Clock(rehearsal: day) }
}

extension Day: ExpressibleByArgument {
    /// The day of an argument, `YYYY-MM-DD`.
    public init?(argument: String) { self.init(argument) }
}
