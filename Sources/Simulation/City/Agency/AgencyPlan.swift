/// What an agency is by its office: names, inner order, and who works there.
struct AgencyPlan: Sendable {
    enum Shape: Sendable {
        /// A dinas or badan: head, secretariat, bidang.
        case office
        /// A kecamatan: camat, seksi, kelurahan.
        case district
        /// A bagian of the city secretariat.
        case division
    }

    /// The places where the agency serves people: schools, clinics, counters.
    struct Outlets: Sendable {
        let noun: String
        /// The title of the outlet's structural head; nil where a functional official leads it besides other duties.
        let headTitle: String?
        let staffEach: Int
        /// Of a thousand people of the agency, how many work in outlets.
        let perMille: Int
        let mix: [(element: CityRole, weight: Int)]
    }

    let code: String
    let name: String
    let englishName: String
    var shape: Shape = .office
    var headTitle: String
    var headEselon: CityPost.Eselon = .iib
    var headDistrict: String
    /// The share of the city's people, in proportion to the other agencies.
    let weight: Int
    /// Names of the bidang, seksi or subbagian under the head.
    let sections: [String]
    /// The agency's technical competence.
    let technical: String
    /// Services at the agency's counters.
    let services: [String]
    let mix: [(element: CityRole, weight: Int)]
    let outlets: Outlets?

    /// The level of its technical competence that the agency asks of a post.
    ///
    /// Permits need more than the other counters: that is the gap which a mover from another counter has to close.
    func technicalStandard(of post: CityPost) -> Int {
        if post.role == .serviceOperator || post.role == .serviceManager {
            return code == "dpmptsp" ? 2 : 1
        }
        return min(post.standard, 3)
    }
}
