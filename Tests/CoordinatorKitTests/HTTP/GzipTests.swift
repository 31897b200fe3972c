import Testing

@testable import CoordinatorKit

@Suite struct GzipTests {
    @Test(arguments: [
        ("gzip", true), ("deflate, gzip", true), ("GZIP;q=0.1", true), ("*", true), ("br;q=1, * ;q=0.5", true),
        ("gzip;q=0", false), ("gzip;q=0.000, *", false), ("*;q=0", false), ("identity", false), ("", false),
        ("gzipped", false), (";;,,", false), ("gzip;q=x", true),
    ])
    func whatIsOfferedIsReadAsTheStandardSays(field: String, isOffered: Bool) {
        #expect(Gzip.isOffered(in: field) == isOffered)
    }

    @Test func withoutTheFieldNothingIsPacked() {
        #expect(!Gzip.isOffered(in: nil))
    }

    @Test func shortAndRandomRepliesGoAsTheyAre() {
        #expect(Gzip.packed([UInt8](repeating: 7, count: Gzip.threshold - 1)) == nil)
        var generator = SystemRandomNumberGenerator()
        #expect(Gzip.packed((0..<Gzip.threshold).map { _ in UInt8.random(in: 0...255, using: &generator) }) == nil)
    }

    @Test func aLongReplyIsPackedInTheGzipFormat() throws {
        let bytes = Array(String(repeating: #"{"record":"018f","kind":"card"},"#, count: 1000).utf8)
        let packed = try #require(Gzip.packed(bytes))
        #expect(packed.count < bytes.count / 20)
        #expect(packed.starts(with: [0x1F, 0x8B, 8]))
        // The last four bytes say the length before packing.
        #expect(packed.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) } == bytes.count)
    }
}
