import ArgumentParser

/// 诚信: the program; every subcommand stands in a file of its own, all wiring in this folder.
@main
struct Chengxin: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chengxin",
        abstract: "诚信：城市公共信用信息平台 · public-credit platform of a city",
        version: Version.text,
        subcommands: [
            ServeCommand.self, ImportCommand.self, UndoCommand.self, SearchCommand.self, ShowCommand.self,
            VerifyCommand.self, ExportCommand.self, TemplateCommand.self, BackupCommand.self, RestoreCommand.self,
            CodeCommand.self, WorkdaysCommand.self, CheckPacksCommand.self, SampleCommand.self, DoctorCommand.self,
            AdoptCommand.self, VolumeCommand.self,
            AccountCommand.self, OrganisationCommand.self, AccessCommand.self, BenchCommand.self,
            ReadSheetsCommand.self, EraseCommand.self, TransitCommand.self,
        ])

    static func main() async {
        Console.ignoreBrokenPipes()
        Memory.keepForReuse()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let refusal as Refusal {
            Console.remark(refusal.sentence)
            exit(withError: ExitCode(refusal.exit))
        } catch let code as ExitCode {
            exit(withError: code)
        } catch  where exitCode(for: error) == .validationFailure {
            Console.remark(fullMessage(for: error))
            exit(withError: ExitCode(2))
        } catch  where exitCode(for: error) == .success {
            exit(withError: error)
        } catch {
            Console.remark(Refusal.words(for: error))
            exit(withError: ExitCode(1))
        }
    }
}

/// 版本: what the program says it is.
enum Version {
    static let text = "0.1.0"
}
