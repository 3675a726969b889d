import Credit
import Foundation
import Testing

/// Real codes and calendars in the folder beside the checkout; tests that need it are skipped, loudly, without it.
enum CodeData {
    static let folder: URL? = {
        var place = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        while place.path != "/" {
            if FileManager.default.fileExists(atPath: place.appendingPathComponent("Sources").path) {
                let data = place.deletingLastPathComponent().appendingPathComponent("shared/data")
                if FileManager.default.fileExists(atPath: data.path) { return data }
            }
            place = place.deletingLastPathComponent()
        }
        print("NOTE: ../shared/data is absent: tests on real codes and calendars are SKIPPED")
        return nil
    }()

    static var isThere: Bool { folder != nil }

    /// The rows of a CSV file below the folder, without its heading.
    static func rows(_ path: String) throws -> [[String]] {
        let text = try String(contentsOf: #require(folder).appendingPathComponent(path), encoding: .utf8)
        return text.split(separator: "\n").dropFirst().map(cells)
    }

    private static func cells(_ line: Substring) -> [String] {
        var cells: [String] = []
        var cell = ""
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                cells.append(cell)
                cell = ""
            default: cell.append(character)
            }
        }
        return cells + [cell]
    }
}

/// Numbers that look random and are the same in every run.
struct FixedRandom: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A made-up right code.
    mutating func creditCode() throws -> CreditCode {
        let starts = ["91640502", "92640521", "93640522", "12640500", "51110000", "N2640502", "91100000", "A1440300"]
        let letters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        let body = (0..<8).map { _ in letters[Int.random(in: 0..<31, using: &self)] }
        return try #require(
            CreditCode(completing: starts[Int.random(in: 0..<starts.count, using: &self)] + String(body)))
    }
}
