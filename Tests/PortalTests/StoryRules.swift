import Credit
import RulePacks

/// The rules of the built-in city, for the pages that show them.
enum StoryRules {
    static let city: Rules = {
        do { return try PackFolder.embedded.rules { _ in "sample" } } catch {
            preconditionFailure("the built-in pack is wrong: \(error)")
        }
    }()
}
