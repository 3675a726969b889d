import CMalloc
import Glibc

/// 内存: what the process asks of the machine's memory.
enum Memory {
    /// How much the process has used at most.
    /// - Unit: MiB
    static var peak: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1_024
    }

    /// Lets the allocator keep up to 64 MiB that are free for a moment: blocks of rows come and go, and giving their
    /// pages back each time costs more than an import's hashing does.
    static func keepForReuse() {
        mallopt(M_MMAP_THRESHOLD, 64 << 20)
        mallopt(M_TRIM_THRESHOLD, 64 << 20)
    }

    /// For a server: what is free goes back to the machine, blocks as large as an answer and its packing are kept, and
    /// threads share two stores of free blocks instead of each keeping its own.
    static func keepForAnswers() {
        mallopt(M_ARENA_MAX, 2)
        mallopt(M_MMAP_THRESHOLD, 1 << 20)
        mallopt(M_TRIM_THRESHOLD, 4 << 20)
    }

    /// Gives back what is free at the moment.
    static func giveBack() { malloc_trim(0) }
}
