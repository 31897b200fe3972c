/// What the receiving agency has said of one candidate for one of its posts, as its own acts tell it; the raw value stands in
/// command output.
///
/// Who keeps silent has no wish that counts, either way: a receiver does not lower anybody by wanting somebody else, and home,
/// which sees what was said of its own people only, computes what the personnel agency computes.
public enum ReceiverWish: String, Hashable, Sendable, CaseIterable {
    case wanted
    case unwanted

    /// What it is worth. Of whom the receiver has said nothing, nothing is asked.
    public var points: Points {
        switch self {
        case .wanted: .exactly(1000)
        case .unwanted: .exactly(0)
        }
    }
}
