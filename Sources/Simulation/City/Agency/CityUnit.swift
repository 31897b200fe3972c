/// A unit (unor) of an agency's tree.
struct CityUnit: Sendable {
    let id: String
    let name: String
    /// The place of the superior unit in the agency's list; nil for the agency itself.
    let parent: Int?
    let district: String
    /// The structural post that heads the unit, held or vacant.
    let headPost: CityPost?
    let isOutlet: Bool
}
