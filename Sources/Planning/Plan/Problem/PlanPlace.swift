import Personnel

/// Seats that differ in nothing but their ids: one group, one standard, one agency and district. Whether somebody takes one or
/// another of them is the same to everybody.
struct PlanPlace: Hashable, Sendable {
    let group: Int
    let standard: Int
    let agency: String
    let district: String?
    /// What the agency has said of people for these seats, by their id, where the policy weighs it.
    let wishes: [String: ReceiverWish]
    /// Whether people may come.
    let isOpen: Bool
}
