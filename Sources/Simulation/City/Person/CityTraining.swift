/// A training that the city's trainers give.
struct CityTraining: Sendable {
    let name: String
    let hours: Int
    let competence: String

    /// Competences of PermenPANRB 38/2017 that every post has a standard for.
    static let managerialCompetences = [
        "integritas", "kerja-sama", "komunikasi", "orientasi-hasil", "pelayanan-publik", "pengembangan-diri",
        "mengelola-perubahan", "pengambilan-keputusan", "perekat-bangsa",
    ]

    static let permits = CityTraining(
        name: "Bimbingan Teknis Perizinan Berusaha, BKPP", hours: 24, competence: "teknis-perizinan")
    static let trainingOfTrainers = CityTraining(
        name: "Training of Trainers, BKPP", hours: 40, competence: "pengembangan-diri")

    static let general = [
        CityTraining(name: "Pelayanan Publik Prima, BKPP", hours: 20, competence: "pelayanan-publik"),
        CityTraining(name: "Komunikasi Efektif di Loket, BKPP", hours: 12, competence: "komunikasi"),
        CityTraining(name: "Manajemen Perubahan, BKPP", hours: 16, competence: "mengelola-perubahan"),
        CityTraining(name: "Literasi Digital ASN, Diskominfo", hours: 8, competence: "teknis-informatika"),
        CityTraining(name: "Keamanan Informasi Dasar, Diskominfo", hours: 6, competence: "teknis-informatika"),
        CityTraining(name: "Pelatihan Antikorupsi \"Jujur itu Hebat\", BKPP", hours: 10, competence: "integritas"),
    ]

    static func technical(_ competence: String) -> CityTraining {
        guard competence != permits.competence else {
            return permits
        }
        let subject = competence.split(separator: "-").last.map(String.init) ?? competence
        return CityTraining(name: "Bimbingan Teknis \(subject), BKPP", hours: 24, competence: competence)
    }
}
