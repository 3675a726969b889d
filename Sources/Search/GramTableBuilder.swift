/// 双字索引构建: makes a table in two passes over the same pairs, which come by ascending rank: one measures, one writes.
///
/// Measuring first lets every list be written at its final place, so that no list is ever held twice.
struct GramTableBuilder {
    private struct Slot {
        var key: UInt32 = 0
        /// The last rank that was seen under the key; one below the first gap before any was.
        var last: UInt32 = .max
        /// Bytes needed while measuring, the place of the next byte while writing.
        var place: UInt32 = 0
    }

    private var slots: [Slot]
    private var mask: Int
    private var used = 0

    init(expecting count: Int) {
        var size = 1_024
        while size < min(count, 1 << 21) { size *= 2 }
        slots = [Slot](repeating: Slot(), count: size)
        mask = size - 1
    }

    /// First pass: a name of this rank holds the pair; naming it twice for one rank counts once.
    mutating func measure(_ key: UInt32, rank: UInt32) {
        if used * 3 > slots.count * 2 { grow() }
        let isNew = slots.withUnsafeMutableBufferPointer { slots in
            let index = Self.place(of: key, in: UnsafeBufferPointer(slots), mask: mask)
            let isNew = slots[index].key == 0
            slots[index].key = key
            guard isNew || slots[index].last != rank else { return false }
            slots[index].place += Self.length(rank &- slots[index].last &- 1)
            slots[index].last = rank
            return isNew
        }
        if isNew { used += 1 }
    }

    /// Between the passes: makes room for every list; gives the table but for its bytes, and how many these are.
    mutating func allot() -> (keys: [UInt32], starts: [UInt32], byteCount: Int) {
        var order: [UInt64] = []
        order.reserveCapacity(used)
        for (index, slot) in slots.enumerated() where slot.key != 0 {
            order.append(UInt64(slot.key) << 32 | UInt64(index))
        }
        order.sort()
        var keys: [UInt32] = []
        var starts: [UInt32] = []
        keys.reserveCapacity(order.count)
        starts.reserveCapacity(order.count + 1)
        var sum: UInt32 = 0
        for pair in order {
            let index = Int(pair & 0xFFFF_FFFF)
            keys.append(UInt32(pair >> 32))
            starts.append(sum)
            let length = slots[index].place
            slots[index].place = sum
            slots[index].last = .max
            sum += length
        }
        starts.append(sum)
        return (keys, starts, Int(sum))
    }

    /// Second pass: writes the rank under the pair.
    mutating func write(_ key: UInt32, rank: UInt32, into bytes: UnsafeMutableBufferPointer<UInt8>) {
        slots.withUnsafeMutableBufferPointer { slots in
            let index = Self.place(of: key, in: UnsafeBufferPointer(slots), mask: mask)
            guard slots[index].last != rank else { return }
            var gap = rank &- slots[index].last &- 1
            var place = Int(slots[index].place)
            while gap >= 0x80 {
                bytes[place] = UInt8(truncatingIfNeeded: gap) | 0x80
                gap >>= 7
                place += 1
            }
            bytes[place] = UInt8(truncatingIfNeeded: gap)
            slots[index].place = UInt32(place + 1)
            slots[index].last = rank
        }
    }

    @inline(__always)
    private static func length(_ gap: UInt32) -> UInt32 {
        gap < 1 << 7 ? 1 : gap < 1 << 14 ? 2 : gap < 1 << 21 ? 3 : gap < 1 << 28 ? 4 : 5
    }

    @inline(__always)
    private static func place(of key: UInt32, in slots: UnsafeBufferPointer<Slot>, mask: Int) -> Int {
        var index = Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while slots[index].key != key, slots[index].key != 0 { index = (index + 1) & mask }
        return index
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        mask = slots.count - 1
        for slot in old where slot.key != 0 {
            let index = slots.withUnsafeBufferPointer { Self.place(of: slot.key, in: $0, mask: mask) }
            slots[index] = slot
        }
    }
}
