/// A post (*jabatan*) as the reference files name it; many people in many units can hold the same one.
public struct Post: Hashable, Sendable {
    /// The official id (JABATAN ID); functional and pelaksana posts have one id in the whole region.
    public let id: String
    public let name: String
    public let kind: PostKind
    /// The family of related posts (*rumpun*), when it is known.
    public let family: String?
    /// Only for a structural post.
    public let eselon: Eselon?
    /// Only for a functional post.
    public let level: FunctionalLevel?
    /// The age (BUP) at which a holder retires.
    public let retirementAge: Int

    /// Makes a post; without a stated retirement age the usual one of its eselon or level counts, else 58.
    public init(
        id: String, name: String, kind: PostKind, family: String? = nil, eselon: Eselon? = nil,
        level: FunctionalLevel? = nil, retirementAge: Int? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.family = family
        self.eselon = eselon
        self.level = level
        self.retirementAge = retirementAge ?? Self.usualRetirementAge(eselon, level)
    }

    /// The age that counts where the reference file states none.
    var usualRetirementAge: Int { Self.usualRetirementAge(eselon, level) }

    private static func usualRetirementAge(_ eselon: Eselon?, _ level: FunctionalLevel?) -> Int {
        eselon?.retirementAge ?? level?.retirementAge ?? 58
    }
}
