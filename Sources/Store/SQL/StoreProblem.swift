/// 存储问题: why the store cannot do what was asked; nothing was written then.
public enum StoreProblem: Error, Hashable, Sendable {
    /// The disk or the file can only be read.
    case readOnly(path: String)
    /// The disk is full.
    case diskFull(path: String)
    /// Another program has held the database for longer than we wait.
    case locked(path: String)
    /// The file is no database.
    case notADatabase(path: String)
    /// The file is a database, and not one of ours.
    case notOurs(path: String)
    /// The database is damaged.
    case damaged(path: String, detail: String)
    /// The file cannot be opened or made.
    case cannotOpen(path: String, detail: String)
    /// The database was made by a newer version of the program.
    case newerSchema(migration: String)
    /// A migration that the database has gone through is not the one of this program.
    case migrationDiffers(migration: String)
    /// Anything else that the database refuses.
    case refused(detail: String)
    /// The database is smaller than the last checkpoint signed for it: an old copy was put in its place.
    case olderThanCheckpoint(size: Int, signed: Int)
    /// The log in the database is another one than that of the checkpoint.
    case otherThanCheckpoint(size: Int)
    /// The log was signed with a key that is not there any more.
    case keyLost(path: String)
    /// The key that is there is not the log's.
    case otherKey(path: String)
    /// The log has another name than the one asked for.
    case otherOrigin(stored: String, asked: String)
    /// A rehearsal store is used live, or a live one for a rehearsal.
    case otherMode(isRehearsal: Bool)
    /// The day goes backwards.
    case clockWentBack(last: String, now: String)
    /// The log lacks something it must have.
    case brokenLog(position: Int, detail: String)
    /// An entry's content is none that this program knows.
    case unknownEvent(position: Int)
    /// A file lies where a new one is to be made.
    case fileExists(path: String)
    /// A body that is longer than an entry may be, or an event that contradicts what is stored.
    case impossibleEvent(detail: String)

    /// Short code by which the problem is found in the list of problems.
    public var code: String {
        switch self {
        case .readOnly: "STORE-101"
        case .diskFull: "STORE-102"
        case .locked: "STORE-103"
        case .notADatabase: "STORE-104"
        case .notOurs: "STORE-105"
        case .damaged: "STORE-106"
        case .cannotOpen: "STORE-107"
        case .newerSchema: "STORE-108"
        case .migrationDiffers: "STORE-109"
        case .refused: "STORE-110"
        case .olderThanCheckpoint: "STORE-111"
        case .otherThanCheckpoint: "STORE-112"
        case .keyLost: "STORE-113"
        case .otherKey: "STORE-114"
        case .otherOrigin: "STORE-115"
        case .otherMode: "STORE-116"
        case .clockWentBack: "STORE-117"
        case .brokenLog: "STORE-118"
        case .unknownEvent: "STORE-119"
        case .fileExists: "STORE-120"
        case .impossibleEvent: "STORE-121"
        }
    }
}
