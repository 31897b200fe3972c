import GRDB
import Negotiation
import Personnel

extension StaffStore {
    /// Takes the good rows of an import, in one transaction: all of them or, on any error, nothing.
    ///
    /// The same files again change nothing (`ImportResult.isUnchanged`). A person whom a started transfer moved stays where
    /// the transfer put them until the export agrees. Who is no longer in a complete staff export becomes absent. Rows of
    /// histories are added or corrected by their key and never deleted; the workload of a post in a unit and a post's
    /// standard are replaced by what a complete file says about them. A complete file also states, for everyone present,
    /// that there is nothing beside its rows.
    ///
    /// - Parameters:
    ///   - today: the region's day, on which an absence begins.
    ///   - acceptGoodRows: whether the good rows are taken although others are bad.
    /// - Throws: `StaffError.badRows` when there are bad rows and they were not accepted.
    @discardableResult
    public func apply(
        _ set: ImportSet, on today: CivilDate, acceptGoodRows: Bool = false
    ) throws -> ImportResult {
        guard set.errors.isEmpty || acceptGoodRows else {
            throw StaffError(
                .badRows, "\(set.errors.count) errors in the files; nothing was imported",
                next: "correct the rows, or import the good ones alone")
        }
        return try database.write { db in
            var application = ImportApplication(db, set: set, agency: agency.text, today: today)
            return try application.run()
        }
    }

    /// What `apply` would do; stores nothing.
    public func compare(_ set: ImportSet, on today: CivilDate) throws -> ImportResult {
        var result = ImportResult()
        try database.writeWithoutTransaction { db in
            try db.inTransaction {
                var application = ImportApplication(db, set: set, agency: agency.text, today: today)
                result = try application.run()
                return .rollback
            }
        }
        return result
    }
}
