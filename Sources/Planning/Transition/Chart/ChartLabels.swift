import Personnel

/// The words of a transition chart, in one language. Names that are missing are shown as ids.
public struct ChartLabels: Sendable {
    public var title: String
    /// What the chart shows, for those who cannot see it.
    public var description: String
    /// Twelve, January first, short.
    public var months: [String]
    public var moveNames: [String: String]
    public var packageNames: [String: String]
    public var placeNames: [PlaceID: String]
    public var seasonNames: [String: String]
    /// How a date is written.
    public var date: @Sendable (CivilDate) -> String

    public var training: String
    public var handover: String
    public var service: String
    public var secondmentEnd: String
    public var busySeasons: String
    public var shortages: String
    public var withoutDate: String
    /// What the chart does not know: leave and sickness.
    public var note: String

    public init(
        title: String, description: String, months: [String], moveNames: [String: String] = [:],
        packageNames: [String: String] = [:], placeNames: [PlaceID: String] = [:], seasonNames: [String: String] = [:],
        date: @escaping @Sendable (CivilDate) -> String = { $0.iso }, training: String, handover: String,
        service: String, secondmentEnd: String, busySeasons: String, shortages: String, withoutDate: String,
        note: String
    ) {
        self.title = title
        self.description = description
        self.months = months
        self.moveNames = moveNames
        self.packageNames = packageNames
        self.placeNames = placeNames
        self.seasonNames = seasonNames
        self.date = date
        self.training = training
        self.handover = handover
        self.service = service
        self.secondmentEnd = secondmentEnd
        self.busySeasons = busySeasons
        self.shortages = shortages
        self.withoutDate = withoutDate
        self.note = note
    }
}
