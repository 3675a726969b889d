import Foundation
import PackagePlugin

/// Builds the city's pack into the program: at every build that follows a change of `packs/zhongwei` the tool turns
/// the folder into one Swift file of the target.
@main
struct EmbedPack: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let pack = context.package.directoryURL.appending(path: "packs/zhongwei").resolvingSymlinksInPath()
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedPack.swift")
        return [
            .buildCommand(
                displayName: "Embedding packs/zhongwei",
                executable: try context.tool(named: "EmbedPackTool").url,
                arguments: [pack.path(percentEncoded: false), output.path(percentEncoded: false)],
                inputFiles: try inputs(below: pack),
                outputFiles: [output])
        ]
    }

    /// Every file, and every folder too: a folder's time changes when a file is added to it or taken from it.
    private func inputs(below pack: URL) throws -> [URL] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: pack.path(percentEncoded: false))
        return [pack] + names.sorted().map { pack.appending(path: $0) }
    }
}
