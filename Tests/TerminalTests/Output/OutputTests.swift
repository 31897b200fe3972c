import Glibc
import Terminal
import Testing

struct OutputTests {
    @Test func bytesArriveInOrderOnceFlushed() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { close(ends[0]) }
        let output = Output(descriptor: ends[1])
        output.line("satu")
        output.show(Page([.paragraph("dua")]))
        output.flush()
        close(ends[1])
        var buffer = [UInt8](repeating: 0, count: 100)
        let count = read(ends[0], &buffer, buffer.count)
        #expect(String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self) == "satu\ndua\n")
        #expect(output.medium == .plain)
    }

    @Test func failedDescriptorBreaksTheOutputAndNothingElse() {
        let output = Output(descriptor: -1)
        output.line("hilang")
        output.flush()
        #expect(output.isBroken)
    }
}
