/// Seats that differ in nothing but their ids: one group, one standard, one agency and district. Whether somebody takes one or
/// another of them is the same to everybody.
struct PlanPlace: Hashable, Sendable {
    let group: Int
    let standard: Int
    let agency: String
    let unit: String
    let district: String?
    /// Whether people may come.
    let isOpen: Bool
}
