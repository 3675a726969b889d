import ArgumentParser
import Sheets

/// Reads a workbook apart from the process that wants it; the program calls itself so.
struct ReadSheetsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "read-sheets", shouldDisplay: false)
    @Argument var file: String

    func run() throws {
        throw ExitCode(SheetChild.run(path: file))
    }
}
