// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled alike: Swift 6 mode, the upcoming features of our style, no warning.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")

/// The deterministic machine and what it is made of.
let core: [Target.Dependency] = ["Facts", "Understanding", "Dialogue", "Desk", "Triage"]

/// Reading a text is arithmetic over many numbers: optimised in debug builds too, because the first
/// start trains the classifier, and `make chat` and every test wait for it.
let optimised: [SwiftSetting] = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

func target(
    _ name: String, _ dependencies: [Target.Dependency], _ settings: [SwiftSetting] = settings
) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func executable(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The targets and the only arrows allowed; `Tests/TidyTests` holds the import lines against it.
let package = Package(
    name: "triage",
    products: [
        .executable(name: "triaged", targets: ["triaged"]),
        .executable(name: "triage", targets: ["triage"]),
        .library(name: "Understanding", targets: ["Understanding"]),
    ],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        target("Facts", [], optimised),
        target("Understanding", ["Facts", "CStemmer"], optimised),
        target("Dialogue", ["Facts", "Understanding"]),
        target("Desk", ["Facts"], optimised),
        target("Triage", ["Facts", "Understanding", "Dialogue", "Desk"]),
        target("Reporting", ["Facts", "Desk"]),
        target("Handbook", core + ["Reporting", yams]),
        target("Wire", core + ["Reporting"]),
        target("Simulation", ["Facts", "Desk"], optimised),
        target("Storage", core + ["Reporting", "Wire", grdb]),
        target("Shop", core + ["Wire", grdb]),
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CSpawn"),
        target("Hooks", ["CSpawn"]),
        target("ShopHTTP", ["Facts", "Dialogue", "Wire", "Shop", "CCurl"]),
        target(
            "Daemon",
            core + [
                "Handbook", "Reporting", "Wire", "Storage", "Shop", "ShopHTTP", "Hooks", nioCore,
                nioPosix, logging,
            ]),
        target("Rehearsal", core + ["Handbook", "Wire", "Storage", "Shop", "Daemon"]),
        executable("triaged", ["Daemon", "Handbook", logging, argumentParser]),
        executable(
            "triage",
            core + [
                "Handbook", "Reporting", "Wire", "Storage", "Shop", "ShopHTTP", "Hooks", "Daemon",
                "Rehearsal", "Simulation", "CReadline", argumentParser,
            ]),
        tests("FactsTests", ["Facts"]),
        tests("UnderstandingTests", ["Facts", "Understanding"]),
        tests("DialogueTests", ["Facts", "Understanding", "Dialogue"]),
        // Ten thousands of states and commands, each checked: optimised like the desk itself.
        .testTarget(
            name: "DeskTests", dependencies: ["Facts", "Desk"], swiftSettings: optimised),
        tests("ReportingTests", ["Facts", "Desk", "Reporting"]),
        tests("SimulationTests", ["Facts", "Desk", "Simulation"]),
        tests("HandbookTests", core + ["Handbook", "Reporting"]),
        tests("WireTests", core + ["Wire"]),
        tests("StorageTests", core + ["Reporting", "Wire", "Storage"]),
        .testTarget(
            name: "ShopTests",
            dependencies: core + ["Wire", "Shop", "Handbook", "Storage", "Daemon"],
            exclude: ["reference.py"], swiftSettings: settings),
        tests("HooksTests", ["Hooks"]),
        tests("ShopHTTPTests", ["Facts", "Dialogue", "Shop", "ShopHTTP"]),
        tests(
            "DaemonTests",
            core + [
                "Handbook", "Reporting", "Wire", "Storage", "Shop", "Daemon", "DeskTests", logging,
            ]),
        tests("RehearsalTests", core + ["Handbook", "Wire", "Daemon", "Rehearsal"]),
        tests(
            "TriageCommandTests",
            core + ["Reporting", "Wire", "Daemon", "Rehearsal", "Simulation", "triage", "triaged"]),
        tests("TidyTests", ["Wire"]),
    ]
)
