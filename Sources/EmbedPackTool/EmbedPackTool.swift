import Foundation

/// Turns a pack's folder into a Swift file that holds all its files: `EmbedPackTool FOLDER OUTPUT`.
///
/// Run by the build, never by a person. What the files say is not looked at here; a test loads the result.
@main
struct EmbedPackTool {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { throw Trouble(description: "usage: EmbedPackTool FOLDER OUTPUT") }
        let folder = URL(filePath: arguments[1], directoryHint: .isDirectory)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: arguments[1])
            .filter { $0.hasSuffix(".yaml") && !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        guard paths.contains("pack.yaml") else { throw Trouble(description: "\(arguments[1]): no pack.yaml in it") }
        var source = """
            /// 内置规则包: the city's pack as it was when the program was built.
            enum EmbeddedPack {
                static let files: [PackFile] = [

            """
        for path in paths {
            let data = try Data(contentsOf: folder.appending(path: path))
            guard let text = String(validating: data, as: UTF8.self) else {
                throw Trouble(description: "\(path): not proper UTF-8; save it again as UTF-8")
            }
            source += "        PackFile(path: \(literal(path)), text: \(literal(text))),\n"
        }
        source += "    ]\n}\n"
        try Data(source.utf8).write(to: URL(filePath: arguments[2]), options: .atomic)
    }

    /// A string literal on one line that stands for exactly these characters.
    private static func literal(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": literal += "\\\(scalar)"
            case "\n": literal += "\\n"
            case "\u{20}"..."\u{7E}", "\u{A1}"..."\u{D7FF}", "\u{F900}"..."\u{FAFF}":
                literal.unicodeScalars.append(scalar)
            default: literal += "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
        return literal + "\""
    }

    private struct Trouble: Error, CustomStringConvertible {
        let description: String
    }
}
