import Glibc

/// The target that the environment variable `FUZZ_TARGET` names.
private let target: Target = {
  let name = unsafe getenv("FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
  guard let target = Target.all.first(where: { $0.name == name }) else {
    print("FUZZ_TARGET: expected one of \(Target.all.map(\.name).joined(separator: " ")), found “\(name)”")
    exit(2)
  }
  return target
}()

/// What libFuzzer calls for every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.run(unsafe [UInt8](UnsafeBufferPointer(start: start, count: count)))
  return 0
}
