/// A stretch in which a person is bound elsewhere and cannot be moved.
public struct Leave: Hashable, Sendable {
    /// The raw value is the word of the official files.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case studyAssignment = "tugas belajar"
        /// The service owed after a study assignment.
        case serviceBond = "ikatan dinas"
        /// Leave outside state duty.
        case outsideStateDuty = "cltn"

        /// Parses the official word in any capitals; nil for anything else.
        public init?(parsing text: String) {
            guard let match = Self.allCases.first(where: { LooseText.matches($0.rawValue, text) }) else { return nil }
            self = match
        }
    }

    public let kind: Kind
    /// Without a last day the leave goes on.
    public let span: DatedSpan

    public init(kind: Kind, span: DatedSpan) {
        self.kind = kind
        self.span = span
    }
}
