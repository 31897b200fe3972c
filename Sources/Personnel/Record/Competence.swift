/// The competences that every post's standard can name (PermenPANRB 38/2017); technical ones have codes of their own.
public enum Competence {
    /// The levels that a competence can be measured at or asked for.
    public static let levels = 1...5

    /// The codes of the managerial and socio-cultural competences, in the regulation's order.
    public static let generalCodes = [
        "integritas", "kerja-sama", "komunikasi", "orientasi-hasil", "pelayanan-publik", "pengembangan-diri",
        "mengelola-perubahan", "pengambilan-keputusan", "perekat-bangsa",
    ]

    /// What the code of a technical competence begins with.
    public static let technicalPrefix = "teknis-"
}
