// swift-tools-version: 6.2
import PackageDescription

let isFuzzing = Context.environment["MUTASI_FUZZ"] != nil

let swiftSettings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
    // Beside the address sanitizer, the compiler forgets that a fuzzer wants to see which way an input went.
    + (isFuzzing ? [.unsafeFlags(["-sanitize-coverage=edge,inline-8bit-counters,pc-table"])] : [])

/// The modules in which a debug build spends its time: byte-level Swift is twenty to thirty times slower without the optimizer.
/// Preconditions and overflow checks stay.
let optimized: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

func library(_ name: String, _ dependencies: [Target.Dependency] = [], isHot: Bool = true) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings + (isHot ? optimized : []))
}

func program(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .executableTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: swiftSettings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: swiftSettings)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let httpServer: [Target.Dependency] = [
    .product(name: "Hummingbird", package: "hummingbird"),
    .product(name: "HummingbirdCore", package: "hummingbird"),
    .product(name: "HummingbirdTLS", package: "hummingbird"),
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOSSL", package: "swift-nio-ssl"),
    .product(name: "HTTPTypes", package: "swift-http-types"),
]

// libFuzzer brings a main of its own, so that an ordinary build could not link this target: `deploy/fuzz` sets the variable.
let fuzzer: [Target] =
    !isFuzzing
    ? []
    : [
        .executableTarget(
            name: "mutasi-fuzz", dependencies: [.target(name: "FuzzKit")], path: "Tests/Fuzzer",
            swiftSettings: swiftSettings + [.unsafeFlags(["-parse-as-library"])])
    ]

let package = Package(
    name: "mutasi",
    products: [
        .executable(name: "mutasi-node", targets: ["mutasi-node"]),
        .executable(name: "mutasi-coordinator", targets: ["mutasi-coordinator"]),
        .executable(name: "mutasi-lab", targets: ["mutasi-lab"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    ],
    targets: [
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        library("StrictJSON"),
        library("Personnel"),
        library("Negotiation", ["Personnel", "StrictJSON"]),
        library("Planning", ["Personnel"]),
        library("SyncProtocol", ["Negotiation", "StrictJSON", "CCrypto", "CSodium"]),
        library("Statements", [grdb, sqlite]),
        library("NodeKit", ["Statements", "SyncProtocol", "Negotiation", "Personnel", "StrictJSON", "CCurl", grdb]),
        library(
            "CoordinatorKit",
            ["Statements", "SyncProtocol", "Negotiation", "StrictJSON", "CZlib", grdb, lifecycle, logging] + httpServer),
        .target(
            name: "CFaultDisk", dependencies: ["CSodium"], linkerSettings: [.linkedLibrary("sqlite3")]),
        library(
            "Simulation",
            [
                "NodeKit", "CoordinatorKit", "SyncProtocol", "Negotiation", "Personnel", "StrictJSON", "CFaultDisk",
                grdb,
                logging,
            ]),
        library(
            "Terminal",
            ["NodeKit", "SyncProtocol", "Negotiation", "Planning", "Personnel", "StrictJSON", argumentParser],
            isHot: false),

        program("mutasi-node", ["Terminal", "NodeKit", argumentParser]),
        program(
            "mutasi-coordinator",
            [
                "Terminal", "NodeKit", "CoordinatorKit", "SyncProtocol", "Negotiation", "Planning", "Personnel",
                "StrictJSON", argumentParser, lifecycle, unixSignals, logging,
            ]),
        program(
            "mutasi-lab",
            [
                "Simulation", "NodeKit", "CoordinatorKit", "SyncProtocol", "Negotiation", "Planning", "Personnel",
                "StrictJSON", argumentParser, grdb, sqlite, logging,
            ], exclude: ["Peers"]),

        tests("StrictJSONTests", ["StrictJSON"]),
        tests("PersonnelTests", ["Personnel"]),
        tests("NegotiationTests", ["Negotiation", "Personnel", "StrictJSON"]),
        tests("PlanningTests", ["Planning", "Personnel"]),
        tests("SyncProtocolTests", ["SyncProtocol", "Negotiation", "StrictJSON"]),
        tests(
            "NodeKitTests",
            ["NodeKit", "Statements", "SyncProtocol", "Negotiation", "Personnel", "StrictJSON", "CCurl", grdb],
            exclude: ["Transport/hostile_server.py", "Released/Databases"]),
        tests(
            "CoordinatorKitTests",
            [
                "CoordinatorKit", "SyncProtocol", "Negotiation", "StrictJSON", grdb, lifecycle, logging,
                .product(name: "NIOPosix", package: "swift-nio"),
            ] + httpServer,
            exclude: ["Released/Databases"]),
        tests(
            "TerminalTests",
            [
                "Terminal", "NodeKit", "CoordinatorKit", "SyncProtocol", "Negotiation", "Planning", "Personnel",
                "StrictJSON",
            ]),
        .target(
            name: "FuzzKit", dependencies: ["NodeKit", "SyncProtocol", "Negotiation", "StrictJSON"],
            path: "Tests/FuzzKit", swiftSettings: swiftSettings),
        tests("FuzzKitTests", ["FuzzKit"]),
        tests(
            "SimulationTests",
            ["Simulation", "NodeKit", "CoordinatorKit", "SyncProtocol", "Negotiation", "StrictJSON", grdb]),
    ] + fuzzer
)
