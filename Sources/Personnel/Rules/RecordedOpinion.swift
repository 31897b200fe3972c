/// What the board said, as a document records it.
public enum RecordedOpinion: String, Hashable, Sendable, CaseIterable {
    case favourable
    case unfavourable
}
