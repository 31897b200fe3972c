import Terminal
import Testing

struct TableTests {
    private let table = Table(
        [.init("Nama"), .init("Jumlah", .right)], rows: [["Dinas Kesehatan", "1.250"], ["東京 🙂", "7"]])

    @Test func columnsAlignByDisplayWidth() {
        #expect(
            table.lines(for: .plain) == [
                "Nama             Jumlah", "---------------  ------", "Dinas Kesehatan   1.250", "東京 🙂               7",
            ])
    }

    @Test func narrowTerminalWrapsTheWidestColumn() {
        let long = Table([.init("A"), .init("B")], rows: [["satu", String(repeating: "kata ", count: 12)]])
        let lines = long.lines(for: Medium(width: 40))
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= 40 })
        #expect(lines.count > 3)
        #expect(long.lines(for: .plain).count == 3)
    }

    @Test func longWordBreaksAfterItsHyphen() {
        let table = Table(
            [.init("Jenis"), .init("B")], rows: [["kebutuhan-organisasi", "satu dua tiga empat lima enam"]])
        #expect(
            Array(table.lines(for: Medium(width: 40)).dropFirst(2)) == [
                "kebutuhan-           satu dua tiga empat", "organisasi           lima enam",
            ])
    }

    @Test func tooManyColumnsBecomeBlocks() {
        let wide = Table((1...8).map { .init("Kolom \($0)") }, rows: [(1...8).map { "nilai nomor \($0)" }])
        let lines = wide.lines(for: Medium(width: 40))
        #expect(lines.first == "Kolom 1: nilai nomor 1")
        #expect(lines.count == 8)
    }

    @Test func textFromOutsideCannotSteerTheTerminal() {
        let table = Table([.init("A")], rows: [["a\u{1B}[31mb\u{202E}c\nd"]])
        #expect(table.lines(for: .plain).last == "a[31mbc d")
    }

    @Test func commandIsNeverBroken() {
        let command = "mutasi-node " + String(repeating: "--line 1a2b3c ", count: 10)
        let page = Page([.advice("Lakukan ini", command: command)])
        #expect(page.lines(for: Medium(width: 40)).contains("     " + command))
    }
}
