import Glibc

/// 读表子进程: what the process does that reads a workbook apart from the server.
public enum SheetChild {
    /// Limits its own memory and time, then reads the file and writes the stream of its cells to `output`.
    ///
    /// To be called first thing in the process, which is to exit with the returned code.
    /// - Parameter memoryBytes: address space of the whole process.
    public static func run(
        path: String, output: Int32 = 1, memoryBytes: UInt = 1_536 << 20, cpuSeconds: UInt = 600,
        limits: SheetLimits = SheetLimits()
    ) -> Int32 {
        restrict(RLIMIT_CORE, to: 0, hard: 0)
        restrict(RLIMIT_CPU, to: cpuSeconds, hard: cpuSeconds + 5)
        restrict(RLIMIT_AS, to: memoryBytes, hard: memoryBytes)
        let writer = SheetStreamWriter(descriptor: output)
        do {
            let isWhole = try Workbook.open(.path(path), limits: limits).read(into: writer)
            return isWhole && writer.finish() ? 0 : 1
        } catch {
            _ = writer.finish(error as? SheetProblem ?? .readerDied(signal: 0))
            return 1
        }
    }

    private static func restrict(_ resource: __rlimit_resource, to soft: UInt, hard: UInt) {
        var limit = rlimit(rlim_cur: soft, rlim_max: hard)
        setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }
}
