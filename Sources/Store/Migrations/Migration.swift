import Proofs

/// 迁移: one step of the tables' form; forward only, never edited once released.
struct Migration {
    let name: String
    let script: String

    var digest: String { SHA256.digest(of: script).hex }

    /// Every step, in order.
    static let all = [
        Migration(name: "m0001_start", script: text(PackageResources.m0001_start_sql)),
        Migration(name: "m0002_people", script: text(PackageResources.m0002_people_sql)),
        Migration(name: "m0003_objections", script: text(PackageResources.m0003_objections_sql)),
        Migration(name: "m0004_listings", script: text(PackageResources.m0004_listings_sql)),
        Migration(name: "m0005_repairs", script: text(PackageResources.m0005_repairs_sql)),
        Migration(name: "m0006_zero_reports", script: text(PackageResources.m0006_zero_reports_sql)),
        Migration(name: "m0007_commitments", script: text(PackageResources.m0007_commitments_sql)),
        Migration(name: "m0008_letters", script: text(PackageResources.m0008_letters_sql)),
        Migration(name: "m0009_rectifications", script: text(PackageResources.m0009_rectifications_sql)),
        Migration(name: "m0010_persons", script: text(PackageResources.m0010_persons_sql)),
    ]

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// Brings the tables to the form this program knows.
    ///
    /// - Throws: `StoreProblem.newerSchema` (STORE-108), `.migrationDiffers` (STORE-109).
    static func run(_ engine: any Engine) throws {
        let done = try engine.read { try names(in: $0) }
        if try check(done) { return }
        try engine.write { transaction in
            // Another process may have been faster.
            let done = try names(in: transaction)
            if try check(done) { return }
            if done.isEmpty { try transaction.script(table) }
            for migration in all.dropFirst(done.count) {
                try transaction.script(migration.script)
                try transaction.run(
                    "INSERT INTO migration (name, digest) VALUES (\(migration.name), \(migration.digest))")
            }
        }
    }

    private static let table = """
        CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY, digest TEXT NOT NULL) STRICT;
        """

    private static func names(in transaction: any Transaction) throws -> [(name: String, digest: String)] {
        do {
            return try transaction.rows("SELECT name, digest FROM migration ORDER BY name") { ($0.text(0), $0.text(1)) }
        } catch StoreProblem.refused {
            return []
        }
    }

    /// Whether every step has been done.
    private static func check(_ done: [(name: String, digest: String)]) throws -> Bool {
        let all = Migration.all
        for (index, step) in done.enumerated() {
            guard index < all.count, all[index].name == step.name else {
                throw StoreProblem.newerSchema(migration: step.name)
            }
            guard all[index].digest == step.digest else { throw StoreProblem.migrationDiffers(migration: step.name) }
        }
        return done.count == all.count
    }
}
