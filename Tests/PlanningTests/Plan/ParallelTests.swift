import Testing

@testable import Planning

struct ParallelTests {
    @Test(arguments: [0, 1, 255, 256, 257, 5000])
    func valuesComeInOrder(count: Int) {
        #expect(Parallel.map(count) { "\($0)" } == (0..<count).map { "\($0)" })
        #expect(Parallel.chunks(count) { $0 }.flatMap(\.self) == Array(0..<count))
    }
}
