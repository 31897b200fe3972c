import GRDB
import Statements

/// Maps SQLite's errors at the edge of the store.
enum Storing {
    /// A broken constraint is a fault of whoever wrote (``EffectFault``); everything else is the storage's failure.
    static func mapped<Answer>(_ body: () throws -> Answer) throws -> Answer {
        do {
            return try body()
        } catch let error as DatabaseError {
            if error.resultCode == .SQLITE_CONSTRAINT {
                throw EffectFault(reason: error.message ?? "constraint")
            }
            // The description of a GRDB error may carry statement arguments, and those are people's data.
            throw StoreFailure(.io, "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "no message")")
        } catch let error as DamagedColumn {
            throw StoreFailure(.damaged, "column \(error.column) of a row has another type than was written")
        } catch let error as RowDecodingError {
            throw StoreFailure(.damaged, "a row has the wrong form: \(type(of: error))")
        }
    }

    /// The value, or `damaged`: a stored value that does not read back.
    static func sound<Value>(_ value: Value?, _ what: String) throws -> Value {
        guard let value else {
            throw StoreFailure(.damaged, "\(what) in the database cannot be read")
        }
        return value
    }
}
