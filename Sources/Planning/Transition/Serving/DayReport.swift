import Personnel

/// Who serves on one day, at each listed place.
public struct DayReport: Hashable, Sendable {
    /// Who counts as serving although they may not be there: the system does not know it.
    public enum NotCounted: String, Hashable, Sendable, CaseIterable {
        case leave
        case sickness
        /// Somebody in training before a move counts at the old post.
        case training
    }

    public let day: CivilDate
    /// In the order of the problem's places.
    public let places: [PlaceDay]

    /// What every report has to say beside its numbers.
    public var notCounted: [NotCounted] {
        NotCounted.allCases
    }
}
