// swift-tools-version: 6.2
import PackageDescription

// Apart from the other benchmarks, so that these don't wait for the harness to be built.
let package = Package(
  name: "Micro",
  dependencies: [
    .package(name: "Benchmarks", path: ".."),
    .package(name: "titer", path: "../.."),
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    // The harness looks for it in a folder of a folder “Benchmarks”.
    .executableTarget(
      name: "Micro",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "Material", package: "Benchmarks"),
        .product(name: "Titer", package: "titer"),
      ],
      path: ".",
      exclude: ["run.py"],
      sources: ["Benchmarks.swift", "Kernels.swift", "Parts.swift", "Searches.swift"],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)],
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
