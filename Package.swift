// swift-tools-version: 6.2
import PackageDescription

let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: swiftSettings)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "mutasi",
    products: [
        .executable(name: "mutasi-lab", targets: ["mutasi-lab"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
    ],
    targets: [
        library("StrictJSON"),
        library("Personnel"),
        library("Negotiation", ["Personnel", "StrictJSON"]),
        library("Simulation", ["Personnel"]),

        program("mutasi-lab", ["Simulation", argumentParser]),

        tests("StrictJSONTests", ["StrictJSON"]),
        tests("PersonnelTests", ["Personnel"]),
        tests("NegotiationTests", ["Negotiation", "StrictJSON"]),
        tests("SimulationTests", ["Simulation"]),
    ]
)
