import Testing

@testable import NodeKit

struct CSVReaderTests {
    private func rows(_ bytes: [UInt8]) throws -> [[String]] {
        var reader = try CSVReader(bytes)
        var rows: [[String]] = []
        while let row = try reader.next() {
            rows.append(row.fields)
        }
        return rows
    }

    private func failure(_ bytes: [UInt8]) -> ImportError? {
        do {
            _ = try rows(bytes)
            return nil
        } catch {
            return error as? ImportError
        }
    }

    @Test(arguments: [",", ";", "\t"])
    func delimiterIsFoundInTheHeader(_ mark: String) throws {
        let file = "A\(mark)B\n1\(mark)2\n"
        #expect(try rows(Array(file.utf8)) == [["A", "B"], ["1", "2"]])
    }

    @Test func quotesHoldDelimitersQuotesAndLineBreaks() throws {
        let file = "A;B\r\n\"x;\"\"y\"\"\";\"dua\r\nbaris\"\r\n"
        #expect(try rows(Array(file.utf8)) == [["A", "B"], ["x;\"y\"", "dua\r\nbaris"]])
    }

    @Test func byteOrderMarkAndEveryLineEndAreTaken() throws {
        #expect(try rows([0xEF, 0xBB, 0xBF] + Array("A,B\r1,2\n3,4\r\n5,6".utf8)).count == 4)
    }

    @Test func utf16IsNamed() {
        let utf16: [UInt8] = [0xFF, 0xFE] + Array("NIP".utf8).flatMap { [$0, 0] }
        #expect(failure(utf16)?.code == .notUTF8)
        #expect(failure(utf16)?.values == ["UTF-16"])
    }

    @Test func latin1IsRefusedWithRowAndByte() {
        let error = failure(Array("NAMA\nAnd".utf8) + [0xE9] + Array("\n".utf8))
        #expect(error?.code == .notUTF8)
        #expect(error?.row == 2)
        #expect(error?.byte == 8)
    }

    @Test func brokenFilesHaveTypedErrors() {
        #expect(failure(Array("A,B\n1,\"2\n".utf8))?.code == .badQuote)
        #expect(failure(Array("A,B\n\"1\"x,2\n".utf8))?.code == .badQuote)
        #expect(failure([0x41, 0, 0x0A])?.code == .zeroByte)
    }

    @Test func limitsHoldAtTheLimitAndOnePast() {
        let cell = Array(repeating: UInt8(ascii: "x"), count: ImportLimits.fieldBytes)
        #expect(failure(cell) == nil)
        #expect(failure(cell + [0x78])?.code == .fieldTooLong)
        let columns = Array(repeating: UInt8(ascii: ","), count: ImportLimits.columns - 1)
        #expect(failure(columns) == nil)
        #expect(failure(columns + [0x2C])?.code == .tooManyColumns)
        let lines = Array(repeating: UInt8(ascii: "\n"), count: ImportLimits.rows + 1)
        #expect(failure(lines) == nil)
        #expect(failure(lines + [0x0A])?.code == .tooManyRows)
        #expect(failure(Array(repeating: 0x20, count: ImportLimits.fileBytes + 1))?.code == .fileTooLarge)
    }
}
