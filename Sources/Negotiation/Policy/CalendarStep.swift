import Personnel
import StrictJSON

/// A date of the region's calendar, in the member `calendar` of a policy set: `[{"step","date"}]`, the shape of a round's.
///
/// A round is the personnel agency's alone; what its dates ask of every agency stands here, where all see it.
public struct CalendarStep: Equatable, Sendable {
    /// The step of the day by which what the registries hold of people is checked and right, before a round begins.
    public static let dataCheck = "data-check"
    /// The most dates of a set.
    static let limit = 40

    /// A code of the region; a program acts on ``dataCheck`` alone.
    public let step: String
    public let date: CivilDate

    init(reading json: JSON) throws {
        step = try json.requiredString("step", maxBytes: 100)
        date = try json.requiredDate("date")
    }
}

extension Policy {
    /// The next day, from a day on, by which data is to be checked; nil when the calendar has none ahead.
    public func dataCheck(from day: CivilDate) -> CivilDate? {
        calendar.filter { $0.step == CalendarStep.dataCheck && $0.date >= day }.map(\.date).min()
    }
}
