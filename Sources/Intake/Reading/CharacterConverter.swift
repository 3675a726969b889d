/// 转码: turns a text of another encoding into UTF-8 piece by piece; a byte that is no character becomes NUL.
protocol CharacterConverter {
    /// Turns as much as fits and is whole.
    ///
    /// - Parameter isLast: whether what is left unfinished at the end of `input` stays so.
    /// - Returns: how many bytes were taken and how many were made.
    mutating func convert(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer, isLast: Bool
    ) -> (taken: Int, made: Int)
}
