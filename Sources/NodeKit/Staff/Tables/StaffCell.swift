import GRDB
import Personnel

/// One value of a staff table, and of the same member in a personnel file.
enum StaffCell: Hashable, Sendable {
    case text(String)
    case integer(Int)
    case none

    static func optional(_ text: String?) -> StaffCell {
        text.map(StaffCell.text) ?? .none
    }

    static func date(_ date: CivilDate?) -> StaffCell {
        optional(date?.iso)
    }
}

extension StaffCell: DatabaseValueConvertible {
    var databaseValue: DatabaseValue {
        switch self {
        case .text(let text): text.databaseValue
        case .integer(let integer): integer.databaseValue
        case .none: .null
        }
    }

    static func fromDatabaseValue(_ value: DatabaseValue) -> StaffCell? {
        switch value.storage {
        case .null: StaffCell.none
        case .int64(let integer): Int(exactly: integer).map(StaffCell.integer)
        case .string(let text): .text(text)
        case .double, .blob: nil
        }
    }
}
