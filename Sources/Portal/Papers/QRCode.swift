/// 二维码: a text as a QR code, model 2, byte mode, level M, versions 1 to 6; enough for the address of a record.
///
/// - Source: ISO/IEC 18004:2015
struct QRCode: Equatable {
    /// Modules along a side, without the quiet zone.
    let size: Int
    /// Dark modules, row by row.
    private(set) var dark: [Bool]
    /// Modules that belong to a pattern and take no data.
    private var fixed: [Bool]

    /// Data codewords and blocks, and error-correcting codewords of a block, of versions 1 to 6 at level M.
    private static let versions: [(data: Int, blocks: Int, check: Int)] = [
        (16, 1, 10), (28, 1, 16), (44, 1, 26), (64, 2, 18), (86, 2, 24), (108, 4, 16),
    ]

    /// The code of a text; nil where it is longer than 106 bytes.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        // Mode and count take twelve bits.
        guard let version = QRCode.versions.firstIndex(where: { bytes.count + 2 <= $0.data }) else { return nil }
        self.init(bytes, version: version + 1)
    }

    private init(_ bytes: [UInt8], version: Int) {
        size = 17 + 4 * version
        dark = Array(repeating: false, count: size * size)
        fixed = dark
        drawPatterns(version)
        place(QRCode.codewords(bytes, QRCode.versions[version - 1]))
        var best: (penalty: Int, mask: Int)?
        for mask in 0..<8 {
            var masked = self
            masked.apply(mask)
            let penalty = masked.penalty
            if best.map({ penalty < $0.penalty }) ?? true { best = (penalty, mask) }
        }
        apply(best?.mask ?? 0)
    }

    /// The modules as a path for a drawing, with four modules of quiet zone around it.
    var path: String {
        var path = ""
        for y in 0..<size {
            var x = 0
            while x < size {
                var length = 0
                while x + length < size, dark[y * size + x + length] { length += 1 }
                if length > 0 { path += "M\(x + 4) \(y + 4)h\(length)v1h-\(length)z" }
                x += max(length, 1)
            }
        }
        return path
    }

    /// Side of the drawing that `path` is for.
    var side: Int { size + 8 }

    // MARK: - Patterns

    private mutating func set(_ x: Int, _ y: Int, _ isDark: Bool) {
        guard (0..<size).contains(x), (0..<size).contains(y) else { return }
        dark[y * size + x] = isDark
        fixed[y * size + x] = true
    }

    private mutating func drawPatterns(_ version: Int) {
        for index in 0..<size {
            set(6, index, index % 2 == 0)
            set(index, 6, index % 2 == 0)
        }
        for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] {
            for dy in -4...4 {
                for dx in -4...4 {
                    let ring = max(abs(dx), abs(dy))
                    set(x + dx, y + dy, ring != 2 && ring != 4)
                }
            }
        }
        if version > 1 {
            let centre = size - 7
            for dy in -2...2 { for dx in -2...2 { set(centre + dx, centre + dy, max(abs(dx), abs(dy)) != 1) } }
        }
        drawFormat(0)
    }

    private mutating func drawFormat(_ mask: Int) {
        // Level M is 00.
        var rest = mask
        for _ in 0..<10 { rest = (rest << 1) ^ ((rest >> 9) * 0x537) }
        let bits = (mask << 10 | rest) ^ 0x5412
        func bit(_ index: Int) -> Bool { bits >> index & 1 == 1 }
        for index in 0...5 { set(8, index, bit(index)) }
        set(8, 7, bit(6))
        set(8, 8, bit(7))
        set(7, 8, bit(8))
        for index in 9..<15 { set(14 - index, 8, bit(index)) }
        for index in 0..<8 { set(size - 1 - index, 8, bit(index)) }
        for index in 8..<15 { set(8, size - 15 + index, bit(index)) }
        set(8, size - 8, true)
    }

    // MARK: - Data

    private mutating func place(_ words: [UInt8]) {
        var index = 0
        for right in stride(from: size - 1, through: 1, by: -2).map({ $0 <= 6 ? $0 - 1 : $0 }) {
            for step in 0..<size {
                for column in 0..<2 {
                    let x = right - column
                    let y = (right + 1) & 2 == 0 ? size - 1 - step : step
                    guard !fixed[y * size + x], index < words.count * 8 else { continue }
                    dark[y * size + x] = words[index >> 3] >> (7 - UInt8(index & 7)) & 1 == 1
                    index += 1
                }
            }
        }
    }

    private mutating func apply(_ mask: Int) {
        for y in 0..<size {
            for x in 0..<size where !fixed[y * size + x] {
                let turned: Bool
                switch mask {
                case 0: turned = (x + y) % 2 == 0
                case 1: turned = y % 2 == 0
                case 2: turned = x % 3 == 0
                case 3: turned = (x + y) % 3 == 0
                case 4: turned = (x / 3 + y / 2) % 2 == 0
                case 5: turned = x * y % 2 + x * y % 3 == 0
                case 6: turned = (x * y % 2 + x * y % 3) % 2 == 0
                default: turned = ((x + y) % 2 + x * y % 3) % 2 == 0
                }
                if turned { dark[y * size + x].toggle() }
            }
        }
        drawFormat(mask)
    }

    private static func codewords(_ bytes: [UInt8], _ version: (data: Int, blocks: Int, check: Int)) -> [UInt8] {
        // 0100 for bytes, then the count, then the bytes, all shifted by half a byte.
        let plain = [0x40 | UInt8(bytes.count >> 4), UInt8(bytes.count & 15) << 4]
        var words = plain
        for byte in bytes {
            words[words.count - 1] |= byte >> 4
            words.append(byte << 4)
        }
        var pad: UInt8 = 0xEC
        while words.count < version.data {
            words.append(pad)
            pad ^= 0xFD
        }
        let length = version.data / version.blocks
        let blocks = (0..<version.blocks).map { Array(words[$0 * length..<($0 + 1) * length]) }
        let checks = blocks.map { remainder(of: $0, count: version.check) }
        return (0..<length).flatMap { at in blocks.map { $0[at] } }
            + (0..<version.check).flatMap { at in checks.map { $0[at] } }
    }

    /// 纠错码字: the remainder of a block by the Reed-Solomon generator.
    private static func remainder(of block: [UInt8], count: Int) -> [UInt8] {
        var generator = Array(repeating: UInt8(0), count: count)
        generator[count - 1] = 1
        var root: UInt8 = 1
        for _ in 0..<count {
            for index in 0..<count {
                generator[index] = product(generator[index], root)
                if index + 1 < count { generator[index] ^= generator[index + 1] }
            }
            root = product(root, 2)
        }
        var rest = Array(repeating: UInt8(0), count: count)
        for byte in block {
            let factor = byte ^ rest.removeFirst()
            rest.append(0)
            for index in 0..<count { rest[index] ^= product(generator[index], factor) }
        }
        return rest
    }

    /// The product in the field of 256 elements.
    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var result = 0
        for bit in (0..<8).reversed() {
            result = (result << 1) ^ ((result >> 7) * 0x11D)
            if right >> UInt8(bit) & 1 == 1 { result ^= Int(left) }
        }
        return UInt8(result)
    }

    // MARK: - Choice of the mask

    private var penalty: Int {
        var penalty = 0
        for line in 0..<size {
            penalty += linePenalty((0..<size).map { dark[line * size + $0] })
            penalty += linePenalty((0..<size).map { dark[$0 * size + line] })
        }
        for y in 0..<size - 1 {
            for x in 0..<size - 1 {
                let first = dark[y * size + x]
                if first == dark[y * size + x + 1], first == dark[(y + 1) * size + x],
                    first == dark[(y + 1) * size + x + 1]
                {
                    penalty += 3
                }
            }
        }
        let share = dark.count { $0 } * 20 - size * size * 10
        return penalty + abs(share) / (size * size) * 10
    }

    /// Runs of five and more, and what looks like the eye of a finder with four light modules beside it.
    private func linePenalty(_ line: [Bool]) -> Int {
        var (penalty, run) = (0, 0)
        for index in line.indices {
            run = index > 0 && line[index] == line[index - 1] ? run + 1 : 1
            if run == 5 { penalty += 3 } else if run > 5 { penalty += 1 }
        }
        let eye = [true, false, true, true, true, false, true]
        for start in 0...(line.count - 7) where line[start..<start + 7].elementsEqual(eye) {
            let isLight = { (index: Int) in !(line.indices.contains(index) && line[index]) }
            if (1...4).allSatisfy({ isLight(start - $0) }) { penalty += 40 }
            if (7...10).allSatisfy({ isLight(start + $0) }) { penalty += 40 }
        }
        return penalty
    }
}
