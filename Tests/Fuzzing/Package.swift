// swift-tools-version: 6.2
import PackageDescription

// What SwiftPM calls the product's package when it compiles it: the name of the folder that it is in.
let product = String(
  (Context.packageDirectory.split(separator: "/").dropLast(2).last ?? "titer").lowercased()
    .map { $0.isLetter || $0.isNumber ? $0 : "_" })

// Apart from the product's package, so that its builds don't pay for it. `run` builds it with coverage, and says how.
let package = Package(
  name: "Fuzzing",
  dependencies: [.package(name: "titer", path: "../..")],
  targets: [
    .executableTarget(
      name: "fuzz",
      dependencies: [
        .product(name: "Evaluation", package: "titer"),
        .product(name: "Interchange", package: "titer"),
        .product(name: "Records", package: "titer"),
        .product(name: "Titer", package: "titer"),
      ],
      path: "Sources",
      packageAccess: false,
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
        // As if of the product's package, to see what only tests need; libFuzzer brings the main function.
        .unsafeFlags(["-package-name", product, "-parse-as-library"]),
      ])
  ]
)
