import Testing
import Titer

@Suite struct ChecksumTests {
  // The check value of CRC-32/ISO-HDLC in Greg Cook's catalogue of CRC algorithms.
  @Test func theCheckValueIsTheCatalogues() {
    #expect(checksum(Array("123456789".utf8).span) == 0xCBF4_3926)
  }

  @Test func nothingHasTheChecksumZero() {
    #expect(checksum([UInt8]().span) == 0)
  }
}
