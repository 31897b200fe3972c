import Foundation

/// Reads the official files of one agency: everything that can be known of them before anything is stored.
///
/// The order is: `StaffImport.read`, a look at the report, then `StaffStore.apply`.
public enum StaffImport {
    /// What a reading gives.
    public struct Reading: Sendable {
        /// What is good and bad in the files, for the operator.
        public var report: ImportReport
        /// The good rows.
        public var set: ImportSet
        /// For each file with bad rows a copy of them to correct and import again, by name.
        public var badRows: [(name: String, bytes: [UInt8])]
    }

    /// Reads files by their names; a pure function. Throws `ImportError` when a file as a whole cannot be read.
    ///
    /// - Parameters:
    ///   - known: what the store holds, from `StaffStore.knownReferences`.
    ///   - workplaceIDs: what SATUAN KERJA KERJA ID may say, such as the agency's code; empty means anything.
    public static func read(
        _ files: [(name: String, bytes: [UInt8])], known: KnownReferences = KnownReferences(),
        workplaceIDs: [String] = []
    ) throws(ImportError) -> Reading {
        var set = try ImportSet(reading: files, workplaceIDs: workplaceIDs)
        set.checkReferences(known)
        var copies: [(name: String, bytes: [UInt8])] = []
        for (name, bytes) in files {
            let errors = set.errors.filter { $0.file == name }
            guard let copy = try BadRowsFile.make(of: bytes, errors: errors) else { continue }
            copies.append((ImportFile.matching(name)?.file.badRowsName ?? name, copy))
        }
        let report = ImportReport(files: set.counts, errors: set.errors, warnings: set.staff?.warnings ?? [])
        return Reading(report: report, set: set, badRows: copies)
    }

    /// Reads the files of an import that stand in a folder. Throws `ImportError` as `read` and `ImportFolder.files` do.
    public static func read(
        folder: URL, known: KnownReferences = KnownReferences(), workplaceIDs: [String] = []
    ) throws(ImportError) -> Reading {
        try read(try ImportFolder.files(in: folder), known: known, workplaceIDs: workplaceIDs)
    }
}
