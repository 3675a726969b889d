/// JSON 跳读: passes over a value that is too long to be held, by its brackets alone.
struct JSONSkipper {
    private var depth = 0
    private var isString = false
    private var isEscaped = false

    /// Goes on through `start ..< end`.
    ///
    /// - Returns: behind the value, or nil if it goes on.
    mutating func skip(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
        var place = start
        while place < end {
            let byte = base[place]
            if isEscaped {
                isEscaped = false
            } else if isString {
                if byte == 0x5C { isEscaped = true }
                if byte == 0x22 {
                    isString = false
                    if depth == 0 { return place + 1 }
                }
            } else {
                switch byte {
                case 0x22: isString = true
                case 0x7B, 0x5B: depth += 1
                case 0x7D, 0x5D:
                    depth -= 1
                    if depth <= 0 { return depth == 0 ? place + 1 : place }
                case 0x2C where depth == 0: return place
                default: break
                }
            }
            place += 1
        }
        return nil
    }
}
