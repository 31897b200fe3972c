import GRDB
import Personnel

/// The values of one row by column; a value of another type than asked for counts as missing.
struct StaffFields {
    private let cells: [String: StaffCell]

    init(_ cells: [String: StaffCell]) {
        self.cells = cells
    }

    init(_ row: Row, _ columns: [String]) {
        var cells: [String: StaffCell] = [:]
        for column in columns {
            cells[column] = StaffCell.fromDatabaseValue(row[column])
        }
        self.cells = cells
    }

    /// The same values and one more.
    func adding(_ column: String, _ text: String) -> StaffFields {
        var cells = cells
        cells[column] = .text(text)
        return StaffFields(cells)
    }

    func text(_ column: String) -> String? {
        if case .text(let text) = cells[column] { text } else { nil }
    }

    func integer(_ column: String) -> Int? {
        if case .integer(let integer) = cells[column] { integer } else { nil }
    }

    func date(_ column: String) -> CivilDate? {
        text(column).flatMap(CivilDate.init(iso:))
    }

    /// Whether the column holds a date or nothing, but no other text.
    func isDateOrEmpty(_ column: String) -> Bool {
        switch cells[column] {
        case nil, .some(.none): true
        case .integer: false
        case .text: date(column) != nil
        }
    }
}
