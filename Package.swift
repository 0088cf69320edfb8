// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A door to a C library that the system provides: a module map and one header, nothing else.
func door(_ name: String, pkgConfig: String?, apt: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "titer",
  products: [
    .library(name: "Titer", targets: ["Titer"]),
    .library(name: "Records", targets: ["Records"]),
    .library(name: "Evaluation", targets: ["Evaluation"]),
    .library(name: "Interchange", targets: ["Interchange"]),
    .executable(name: "titer", targets: ["TiterCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    door("CLibXML2", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
    door("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    door("CZstd", pkgConfig: "libzstd", apt: "libzstd-dev"),
    door("CEdit", pkgConfig: "libedit", apt: "libedit-dev"),
    door("CUTF8Proc", pkgConfig: nil, apt: "libutf8proc-dev"),

    .target(name: "CLanes"),
    module("Titer", ["CLanes", "CUTF8Proc", "CZstd", "CZlib"]),
    module("Records", ["Titer", "CLibXML2", "CZlib", "CZstd"]),
    module("Evaluation", []),
    module("Interchange", ["Titer"]),
    .executableTarget(
      name: "TiterCLI",
      dependencies: [
        "Titer", "Records", "Evaluation", "Interchange", "CEdit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["CLanes", "Titer"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("TiterTests", ["CLanes", "Titer", "TestSupport"]),
    tests("RecordsTests", ["Records", "TestSupport"]),
    tests("EvaluationTests", ["Evaluation"], exclude: ["Golden"]),
    tests("InterchangeTests", ["Interchange", "TestSupport"]),
    tests(
      "TiterCLITests", ["TiterCLI", "Evaluation", "TestSupport"], exclude: ["Conformance", "Golden", "Help", "Names"]),
  ]
)
