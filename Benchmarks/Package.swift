// swift-tools-version: 6.2
import PackageDescription

/// The tools of `Benchmarks/run`, apart from the product: what loads a daemon, and the peers that
/// it is held against.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "benchmarks",
    dependencies: [.package(url: "https://github.com/apple/swift-nio", from: "2.101.2")],
    targets: [
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .executableTarget(
            name: "echo",
            dependencies: [
                "CSQLite",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: settings),
        .executableTarget(name: "measure", swiftSettings: settings),
        // The desk itself, by links to its sources: no daemon and no dependency in between.
        .target(name: "Facts", swiftSettings: settings),
        .target(name: "Desk", dependencies: ["Facts"], swiftSettings: settings),
        .target(name: "Simulation", dependencies: ["Facts", "Desk"], swiftSettings: settings),
        .executableTarget(
            name: "deskload", dependencies: ["Facts", "Desk", "Simulation"],
            swiftSettings: settings),
    ]
)
