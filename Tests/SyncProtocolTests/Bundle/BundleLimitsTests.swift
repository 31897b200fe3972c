import SyncProtocol
import Testing

@Suite struct BundleLimitsTests {
    @Test func operationsAreCountedToTheLimit() throws {
        let operations = (0...Limits.bundleOperations).map(Samples.operation)
        let full = try Samples.bundle(operations: Array(operations.dropLast()))
        #expect(try Bundle(parsing: full.bytes) == full)
        let over = try Samples.bundle(operations: operations)
        #expect(code { _ = try Bundle(parsing: over.bytes) } == .tooLarge)
        #expect(Bundle.count(fitting: operations) == Limits.bundleOperations)
        #expect(Bundle.count(fitting: []) == 0)
    }

    @Test func operationsHaveALargestSize() throws {
        let largest = [UInt8](repeating: 97, count: Limits.operationBytes)
        let full = try Samples.bundle(operations: [largest])
        #expect(try Bundle(parsing: full.bytes).operations == [largest])
        let over = try Samples.bundle(operations: [largest + [97]])
        #expect(code { _ = try Bundle(parsing: over.bytes) } == .tooLarge)
    }

    @Test func bundleHasALargestSize() throws {
        let bundle = try Samples.bundle()
        var padded = Array(bundle.bytes.dropLast())
        padded += [UInt8](repeating: 32, count: Limits.bundleBytes - bundle.bytes.count) + [UInt8(ascii: "}")]
        #expect(padded.count == Limits.bundleBytes)
        #expect(try Bundle(parsing: padded).operations == bundle.operations)
        padded.insert(32, at: 1)
        #expect(code { _ = try Bundle(parsing: padded) } == .tooLarge)
        var request = try Samples.request().encode()
        request = try replace("\"attachments\"", by: "\"bundle\":#,\"attachments\"", in: request)
        let place = try #require(request.firstIndex(of: UInt8(ascii: "#")))
        request.replaceSubrange(place...place, with: padded)
        #expect(code { _ = try SyncRequest(parsing: request) } == .tooLarge)
    }

    @Test(arguments: [UInt8(ascii: "a"), UInt8(ascii: "\""), 1]) func whatFitsGivesABundleWithinTheLimit(_ byte: UInt8)
        throws
    {
        let operation = [UInt8](repeating: byte, count: 40_000)
        let count = Bundle.count(fitting: Array(repeating: operation, count: 100))
        let bundle = try Samples.bundle(operations: Array(repeating: operation, count: count))
        #expect(count > 1)
        #expect(bundle.bytes.count <= Limits.bundleBytes)
        let over = try Samples.bundle(operations: Array(repeating: operation, count: count + 1))
        #expect(over.bytes.count > Limits.bundleBytes)
    }
}
