// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target of our own; every one is compiled by the same rules.
func target(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil,
    plugins: [Target.PluginUsage] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, resources: resources, swiftSettings: strict, plugins: plugins)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
func nio(_ name: String) -> Target.Dependency { .product(name: name, package: "swift-nio") }
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "chengxin",
    products: [.executable(name: "chengxin", targets: ["Command"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    ],
    targets: [
        // The rules: pure, no import at all.
        target("Credit"),
        target("Search"),
        target("Samples", ["Credit"]),
        target("RulePacks", ["Credit", yams], plugins: ["EmbedPack"]),
        // Proofs and files, each with the C library it stands on.
        target("Proofs", ["COpenSSL"]),
        target("Sheets", ["CZip", "CExpat", "CXlsxWriter"]),
        target("Intake", ["Credit", "Sheets", "CZlib", "CZip"]),
        // One write path, one engine a target.
        target(
            "Store", ["Credit", "Proofs"],
            resources: [
                .embedInCode("Migrations/m0001_start.sql"), .embedInCode("Migrations/m0002_people.sql"),
                .embedInCode("Migrations/m0003_objections.sql"), .embedInCode("Migrations/m0004_listings.sql"),
                .embedInCode("Migrations/m0005_repairs.sql"), .embedInCode("Migrations/m0006_zero_reports.sql"),
                .embedInCode("Migrations/m0007_commitments.sql"), .embedInCode("Migrations/m0008_letters.sql"),
                .embedInCode("Migrations/m0009_rectifications.sql"), .embedInCode("Migrations/m0010_persons.sql"),
            ]),
        target("StoreSQLite", ["Store", grdb]),
        // A file of a department becomes a batch.
        target("Desk", ["Credit", "Intake", "Sheets", "Store", "Proofs"]),
        target(
            "Portal",
            [
                "Credit", "Store", "Proofs", "Search", "CZlib", hummingbird, hummingbirdCore, logging, nio("NIOCore"),
                nio("NIOPosix"), nio("NIOHTTP1"), httpTypes,
            ], resources: [.embedInCode("Templates")]),
        .executableTarget(
            name: "Command",
            dependencies: [
                "Credit", "Desk", "Intake", "Portal", "Proofs", "RulePacks", "Samples", "Search", "Sheets", "Store",
                "StoreSQLite", "CMalloc", arguments, logging,
            ],
            swiftSettings: strict),

        tests("CreditTests", ["Credit"]),
        tests("SearchTests", ["Search"]),
        tests("SamplesTests", ["Samples", "Credit"]),
        tests("RulePackTests", ["RulePacks", "Credit"]),
        tests("ProofsTests", ["Proofs"]),
        tests("SheetsTests", ["Sheets", "CZip", "CFreeXL"]),
        tests("IntakeTests", ["Intake", "Credit", "Sheets", "CZlib", "CZip"]),
        tests("StoreTests", ["Store", "StoreSQLite", "Credit", "Proofs"]),
        tests("DeskTests", ["Desk", "Store", "StoreSQLite", "RulePacks", "Credit", "Proofs", "Intake"]),
        tests("PortalTests", ["Portal", "Credit", "Proofs", "RulePacks", nio("NIOPosix"), hummingbird, logging]),
        tests("FenceTests", ["RulePacks"]),
        tests(
            "CommandTests",
            [
                "Command", "Credit", "Portal", "Proofs", "RulePacks", "Store", "StoreSQLite", nio("NIOPosix"),
                hummingbird, logging,
            ]),
        tests("ChannelTests", ["Command", "Portal", "Credit", "Store", "RulePacks", arguments]),

        .executableTarget(name: "EmbedPackTool", swiftSettings: strict),
        .plugin(name: "EmbedPack", capability: .buildTool(), dependencies: ["EmbedPackTool"]),

        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto"),
        .systemLibrary(name: "CZip", pkgConfig: "libzip"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CExpat", pkgConfig: "expat"),
        .systemLibrary(name: "CFreeXL", pkgConfig: "freexl"),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter"),
    ]
)
