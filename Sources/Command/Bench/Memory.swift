import Glibc

/// 内存: how much memory the process has used at most.
enum Memory {
    /// - Unit: MiB
    static var peak: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1_024
    }
}
