// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

// Apart from the product's package, so that its builds don't pay for what only benchmarks need.
let package = Package(
  name: "Benchmarks",
  products: [.library(name: "Material", targets: ["Material"])],
  dependencies: [.package(name: "titer", path: "..")],
  targets: [
    .executableTarget(
      name: "workloads",
      dependencies: [
        .product(name: "Records", package: "titer"),
        .product(name: "Titer", package: "titer"),
      ],
      path: "Workloads",
      swiftSettings: settings),
    // Search strategies, line by line.
    .executableTarget(
      name: "strategies",
      dependencies: [
        .product(name: "Records", package: "titer"),
        .product(name: "Titer", package: "titer"),
      ],
      path: "Strategies",
      exclude: ["Files"],
      swiftSettings: settings),
    // Many commits, and what merging adds to them.
    .executableTarget(
      name: "commits",
      dependencies: [
        .product(name: "Records", package: "titer"),
        .product(name: "Titer", package: "titer"),
      ],
      path: "Commits",
      swiftSettings: settings),
    // The biomedical chain without one rule or another.
    .executableTarget(
      name: "ablation",
      dependencies: [
        .product(name: "Records", package: "titer"),
        .product(name: "Titer", package: "titer"),
      ],
      path: "Ablation",
      swiftSettings: settings),
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
