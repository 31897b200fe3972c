import Personnel

/// The official staff export (SIASN "Export Data ASN"): what is needed of it, and what is wrong in it.
///
/// A row is good or bad as a whole. Columns other than those below are never read, sensitive ones among them.
public struct StaffExport: Equatable, Sendable {
    /// The name that the export has on disk.
    public static let fileName = "staff.csv"

    /// Without these a row cannot be understood.
    public static let requiredColumns = [
        "NIP BARU", "NAMA", "TANGGAL LAHIR", "JENIS KELAMIN", "KEDUDUKAN HUKUM NAMA", "STATUS CPNS PNS",
        "GOL AKHIR NAMA", "JENIS JABATAN NAMA", "JABATAN ID", "JABATAN NAMA", "TMT JABATAN", "TINGKAT PENDIDIKAN NAMA",
        "UNOR ID", "UNOR NAMA",
    ]
    /// These are read where they stand. The last is an own column: no official export says when a PPPK's contract ends.
    public static let optionalColumns = [
        "GELAR DEPAN", "GELAR BELAKANG", "JENIS PEGAWAI NAMA", "TMT CPNS", "TMT PNS", "PENDIDIKAN NAMA",
        "SATUAN KERJA KERJA ID", "AKHIR KONTRAK",
    ]

    /// The good rows in the file's order, each NIP once.
    public var rows: [StaffRow]
    /// What is wrong in the bad rows, in the file's order.
    public var errors: [RowError]
    /// What is odd in good rows: TANGGAL LAHIR or JENIS KELAMIN that differ from the NIP.
    public var warnings: [RowWarning]
    /// The rows read, blank ones left out.
    public var count: Int

    /// Reads a whole export. Throws `ImportError` when the file as a whole cannot be read.
    ///
    /// - Parameter workplaceIDs: what SATUAN KERJA KERJA ID may say; a row with another value belongs to another agency and
    ///   is bad. Empty means that the column is not looked at.
    public init(
        parsing bytes: [UInt8], file: String = fileName, workplaceIDs: [String] = []
    ) throws(ImportError) {
        var parser = StaffRowParser(file: file, workplaceIDs: workplaceIDs)
        var parsed: [StaffRow] = []
        var errors: [RowError] = []
        var firstRow: [NIP: Int] = [:]
        var duplicates: Set<NIP> = []
        let count = try Table.read(
            bytes, file: file, required: Self.requiredColumns, optional: Self.optionalColumns
        ) { reader in
            let row = parser.parse(&reader)
            if let nip = row.nip {
                if let first = firstRow[nip] {
                    duplicates.insert(nip)
                    reader.refuse("NIP BARU", nip.text, .duplicateNIP, "each NIP once; it is also in row \(first)")
                } else {
                    firstRow[nip] = reader.row.number
                }
            }
            errors += reader.errors
            if reader.errors.isEmpty, let good = row.value {
                parsed.append(good)
            }
        }
        // Which of two rows of one person is right is not for a program to say: the first is bad as well.
        for row in parsed where duplicates.contains(row.nip) {
            errors.append(
                RowError(
                    file: file, row: row.number, column: "NIP BARU", value: row.nip.text, code: .duplicateNIP,
                    expected: "each NIP once; it is also in a later row"))
        }
        rows = parsed.filter { !duplicates.contains($0.nip) }
        self.errors = errors.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
            .map(\.element)
        warnings = parser.warnings
        self.count = count
    }
}
