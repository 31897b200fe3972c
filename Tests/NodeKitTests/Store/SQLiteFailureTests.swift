import GRDB
import Statements
import Testing

@testable import NodeKit

/// What SQLite says, as an operator is told it.
@Suite struct SQLiteFailureTests {
    @Test(arguments: [
        (ResultCode.SQLITE_CORRUPT, NodeFailure.Code.damaged), (.SQLITE_CONSTRAINT_FOREIGNKEY, .damaged),
        (.SQLITE_CONSTRAINT_UNIQUE, .damaged), (.SQLITE_SCHEMA, .damaged), (.SQLITE_FULL, .full),
        (.SQLITE_BUSY, .busy), (.SQLITE_NOTADB, .notADatabase), (.SQLITE_IOERR_WRITE, .io),
    ])
    func rowsThatContradictEachOtherAreDamageAndADiskErrorIsNone(result: ResultCode, code: NodeFailure.Code) {
        #expect(NodeFailure(DatabaseError(resultCode: result)).code == code)
    }

    @Test func aRowThatRottedIntoNothingIsDamage() throws {
        let queue = try DatabaseQueue()
        let failure = #expect(throws: NodeFailure.self) {
            try NodeFailure.mapping { try queue.read { try Int.fetchAll($0, sql: "SELECT NULL") } }
        }
        #expect(failure?.code == .damaged)
    }

    @Test func aColumnWhoseNameRottedIsDamage() throws {
        let queue = try DatabaseQueue()
        try queue.write { database in
            try database.execute(
                sql: """
                    CREATE TABLE generation(count INTEGER);
                    PRAGMA writable_schema = ON;
                    UPDATE sqlite_schema SET sql = replace(sql, 'count', 'cound');
                    PRAGMA writable_schema = RESET
                    """)
        }
        let failure = #expect(throws: NodeFailure.self) {
            try NodeFailure.mapping { try queue.read { try Int.fetchAll($0, sql: "SELECT count FROM generation") } }
        }
        #expect(failure?.code == .damaged)
    }

    @Test func aSnapshotEndsItsTransactionAlsoWhenItsReaderThrows() throws {
        struct Stop: Error {}
        let queue = try DatabaseQueue()
        #expect(try queue.snapshot { $0.isInsideTransaction })
        #expect(throws: Stop.self) { try queue.snapshot { _ in throw Stop() } }
        #expect(queue.writeWithoutTransaction { !$0.isInsideTransaction })
    }
}
