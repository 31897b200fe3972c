import GRDB
import Statements

/// The one place where SQLite's result codes become ours.
extension NodeFailure {
    init(_ error: DatabaseError) {
        let detail = "SQLite says \(error.extendedResultCode.rawValue): \(error.message ?? "no message")."
        switch error.resultCode {
        case .SQLITE_CORRUPT:
            self = .damaged("The database is damaged. \(detail)")
        case .SQLITE_CONSTRAINT:
            // No path leans on a constraint to refuse anything: rows that contradict it were not written so.
            self = .damaged("Rows of the database contradict each other. \(detail)")
        case .SQLITE_ERROR, .SQLITE_SCHEMA:
            // The statements are this program's, and opening brought the schema to its version: they do not fit only where
            // the schema is no longer what was written.
            self = .damaged("The database's tables are not those that were written. \(detail)")
        case .SQLITE_NOTADB:
            self = NodeFailure(
                .notADatabase, "The file is not a database. \(detail)",
                advice: "Choose the right data directory, or restore the last backup.")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self = NodeFailure(
                .busy, "Another process holds the database. \(detail)", advice: "Try again when it has finished.")
        case .SQLITE_FULL:
            self = NodeFailure(.full, "The disk is full. \(detail)", advice: "Free space; nothing was half-done.")
        default:
            self = NodeFailure(
                .io, "The database could not be used. \(detail)",
                advice: "Check the disk and the data directory's owner.")
        }
    }

    /// Runs a use of the database; what GRDB throws becomes a failure of the node.
    static func mapping<Answer>(_ body: () throws -> Answer) throws -> Answer {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw NodeFailure(error)
        } catch let error as DamagedColumn {
            throw NodeFailure.damaged("A row has no valid value in column \(error.column).")
        } catch is RowDecodingError {
            // Its description carries the statement's arguments, and those are people's data.
            throw NodeFailure.damaged("A row of the database has another form than was written.")
        }
    }
}
