import Glibc

/// How many cases a property is tried on.
public enum TestCases {
  /// `usual`, or what the environment variable `TITER_CASES` says.
  public static func count(usual: Int) -> Int {
    guard let text = unsafe getenv("TITER_CASES") else { return usual }
    return Int(unsafe String(cString: text)) ?? usual
  }
}
