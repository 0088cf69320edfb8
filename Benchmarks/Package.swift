// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

/// A program that reads records and measures the engine on them.
func program(_ name: String, path: String, exclude: [String] = []) -> Target {
  .executableTarget(
    name: name,
    dependencies: [
      .product(name: "Records", package: "titer"),
      .product(name: "Titer", package: "titer"),
    ],
    path: path,
    exclude: exclude,
    swiftSettings: settings)
}

// Apart from the product's package, so that its builds don't pay for what only benchmarks need.
let package = Package(
  name: "Benchmarks",
  products: [.library(name: "Material", targets: ["Material"])],
  dependencies: [.package(name: "titer", path: "..")],
  targets: [
    program("workloads", path: "Workloads"),
    // Search strategies, line by line.
    program("strategies", path: "Strategies", exclude: ["Files"]),
    // Many commits, and what merging adds to them.
    program("commits", path: "Commits"),
    // The biomedical chain without one rule or another.
    program("ablation", path: "Ablation"),
    // Titer's side of the comparison with other engines.
    .executableTarget(
      name: "Peer",
      dependencies: [.product(name: "Titer", package: "titer")],
      path: "Peers/engines/titer",
      swiftSettings: settings),
    // What micro benchmarks and the count of allocations are made on.
    .target(
      name: "Material",
      dependencies: [
        .product(name: "Records", package: "titer"),
        .product(name: "Titer", package: "titer"),
      ],
      path: "Material",
      swiftSettings: settings),
    .target(name: "AllocationCounter", path: "AllocationCounter"),
    .executableTarget(
      name: "allocations",
      dependencies: ["AllocationCounter", "Material", .product(name: "Titer", package: "titer")],
      path: "Allocations",
      swiftSettings: settings),
  ]
)
