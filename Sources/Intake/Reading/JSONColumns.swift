/// JSON 列: the keys of the objects met so far, each a column, in the order in which they were met.
struct JSONColumns {
    /// How many different keys the objects of one table may have, and how long a key may be.
    static let most = 4_096, longestKey = 1_024

    private struct Key: Hashable {
        let isInner: Bool
        let bytes: [UInt8]
    }

    /// Names as the block carries them.
    private(set) var names: [String] = []
    private var keys: [Key] = []
    private var places: [Key: Int] = [:]
    private var taken: Set<String> = []

    /// Column of the key whose raw bytes stand at `start ..< end`; nil if there is no room for another one.
    ///
    /// - Parameters:
    ///   - guess: where the key probably is: behind the one before.
    ///   - wrapper: name of the member whose object's members are taken out, for a key inside of it.
    mutating func column(
        _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, hasEscape: Bool, inside wrapper: String?, guess: Int
    ) -> Int? {
        let count = end - start
        if !hasEscape {
            // Objects that leave out empty members skip a few columns, they seldom change the order.
            for index in guess..<max(guess, min(guess + 8, keys.count)) {
                let key = keys[index]
                if key.bytes.count == count, key.isInner == (wrapper != nil),
                    key.bytes.withUnsafeBufferPointer({ equal($0.baseAddress, base + start, count) })
                {
                    return index
                }
            }
        }
        guard count <= JSONColumns.longestKey else { return nil }
        var bytes = Array(UnsafeBufferPointer(start: base + start, count: count))
        if hasEscape {
            let length = bytes.withUnsafeMutableBufferPointer {
                $0.baseAddress.map { JSONText.unescape($0, count: count).count } ?? 0
            }
            bytes.removeLast(count - length)
        }
        let key = Key(isInner: wrapper != nil, bytes: bytes)
        if let index = places[key] { return index }
        guard keys.count < JSONColumns.most else { return nil }
        let index = keys.count
        keys.append(key)
        places[key] = index
        names.append(name(for: bytes, inside: wrapper))
        return index
    }

    /// A member of the object taken out has its own name, unless the object around it uses the same.
    private mutating func name(for bytes: [UInt8], inside wrapper: String?) -> String {
        let plain = String(decoding: bytes, as: UTF8.self)
        var name = plain
        if taken.contains(name), let wrapper { name = "\(wrapper).\(plain)" }
        var number = 2
        while !taken.insert(name).inserted {
            name = "\(plain) (\(number))"
            number += 1
        }
        return name
    }

    @inline(__always)
    private func equal(_ left: UnsafePointer<UInt8>?, _ right: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard let left else { return count == 0 }
        for index in 0..<count where left[index] != right[index] { return false }
        return true
    }
}
