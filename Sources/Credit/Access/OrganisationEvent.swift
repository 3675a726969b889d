/// 机构变动: an organisation founded, renamed, placed under another, merged into another, or a 职责划转, from a day on.
public struct OrganisationEvent: Sendable, Hashable {
    /// Code of the organisation.
    public let organisation: String
    /// What changed.
    public let change: Change
    /// The first day on which it holds.
    public let from: Day
    /// 文号; nil where none was named.
    public let paper: String?
    /// Account that recorded it; nil for the first organisation alone.
    public let by: String?

    /// A change of an organisation.
    public init(organisation: String, change: Change, from: Day, paper: String?, by: String?) {
        self.organisation = organisation
        self.change = change
        self.from = from
        self.paper = paper
        self.by = by
    }

    /// 变动.
    public enum Change: Sendable, Hashable {
        /// 设立, under another unless it is the root, with the codes it holds.
        case founded(name: String, level: Organisation.Level, parent: String?, codes: [String])
        /// 更名.
        case renamed(name: String)
        /// 调整隶属.
        case placed(under: String)
        /// 撤并: everybody and every code it had passes to the other.
        case merged(into: String, accounts: [String], codes: [String])
        /// 职责划转: these codes pass to the other, and these people with them.
        case dutiesMoved(to: String, accounts: [String], codes: [String])
    }

    private var name: String {
        switch change {
        case .founded: "organisation.founded"
        case .renamed: "organisation.renamed"
        case .placed: "organisation.placed"
        case .merged: "organisation.merged"
        case .dutiesMoved: "organisation.duties-moved"
        }
    }

    var body: [UInt8] {
        var (accounts, codes): ([String], [String]) = ([], [])
        var (level, title, other): (Organisation.Level?, String?, String?)
        switch change {
        case .founded(let name, let stands, let parent, let held):
            (title, level, other, codes) = (name, stands, parent, held)
        case .renamed(let name): title = name
        case .placed(let parent): other = parent
        case .merged(let into, let people, let held): (other, accounts, codes) = (into, people, held)
        case .dutiesMoved(let to, let people, let held): (other, accounts, codes) = (to, people, held)
        }
        return CanonicalWriter.object { writer in
            writer.put("accounts", accounts)
            writer.put("by", by)
            writer.put("codes", codes)
            writer.put("event", name)
            writer.put("from", from)
            writer.put("level", level?.rawValue)
            writer.put("name", title)
            writer.put("organisation", organisation)
            writer.put("other", other)
            writer.put("paper", paper)
        }
    }

    init?(named name: String, _ reader: CanonicalReader) throws(CanonicalFault) {
        switch name {
        case "organisation.founded":
            guard let level = Organisation.Level(rawValue: try reader.require("level")) else {
                throw CanonicalFault(missing: "level")
            }
            change = .founded(
                name: try reader.require("name"), level: level, parent: reader.text("other"),
                codes: reader.texts("codes"))
        case "organisation.renamed": change = .renamed(name: try reader.require("name"))
        case "organisation.placed": change = .placed(under: try reader.require("other"))
        case "organisation.merged":
            change = .merged(
                into: try reader.require("other"), accounts: reader.texts("accounts"), codes: reader.texts("codes"))
        case "organisation.duties-moved":
            change = .dutiesMoved(
                to: try reader.require("other"), accounts: reader.texts("accounts"), codes: reader.texts("codes"))
        default: return nil
        }
        organisation = try reader.require("organisation")
        from = try reader.requireDay("from")
        paper = reader.text("paper")
        by = reader.text("by")
    }
}
