// swift-tools-version: 6.2
import PackageDescription

// Apart from the product's package, so that its builds don't pay for what only benchmarks need.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "titer", path: "..")],
  targets: [
    .executableTarget(
      name: "workloads",
      dependencies: [
        .product(name: "Records", package: "titer"),
        .product(name: "Titer", package: "titer"),
      ],
      path: "Workloads",
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)])
  ]
)
