/// The columns of official files that transfers do not need (UU 27/2022, minimisation): never read, stored or repeated.
public enum SensitiveColumns {
    /// By the official header.
    public static let names = [
        "NIK", "AGAMA ID", "AGAMA NAMA", "JENIS KAWIN ID", "JENIS KAWIN NAMA", "NOMOR HP", "EMAIL", "EMAIL GOV",
        "ALAMAT", "NPWP NOMOR", "BPJS", "KARTU ASN VIRTUAL",
    ]

    /// Whether a header cell names one of them, in any capitals.
    static func contains(_ title: String) -> Bool {
        names.contains { ColumnMap.key($0) == ColumnMap.key(title) }
    }
}
