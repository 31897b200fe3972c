/// What a move is on the own career path: pelaksana, pengawas, administrator, high leadership (JPT).
///
/// Functional posts stand beside that path, with levels of their own.
public enum CareerStep: Hashable, Sendable {
    /// So many steps up, at least 1.
    case up(Int)
    case level
    /// So many steps down, at least 1.
    case down(Int)
    /// Into, out of or between functional posts.
    case beside

    /// The step between two posts; nil where a kind is not known, or the eselon of a structural post.
    public init?(from: (kind: PostKind?, eselon: Eselon?), to: (kind: PostKind?, eselon: Eselon?)) {
        guard let fromKind = from.kind, let toKind = to.kind else { return nil }
        if fromKind == .functional || toKind == .functional {
            self = .beside
            return
        }
        guard let held = PostTier(kind: fromKind, eselon: from.eselon),
            let asked = PostTier(kind: toKind, eselon: to.eselon)
        else { return nil }
        let steps = asked.rawValue - held.rawValue
        self = steps > 0 ? .up(steps) : steps < 0 ? .down(-steps) : .level
    }
}
