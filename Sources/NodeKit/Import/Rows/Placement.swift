import Personnel

/// One post of a person's history as `rw_jabatan` states it: it lasts until the next one begins.
public struct Placement: Equatable, Sendable {
    public var postID: String
    public var postName: String
    public var unitID: String?
    public var from: CivilDate
    public var decree: String?
    /// The kind of move that led there, in the words of the file.
    public var move: String?

    public init(
        postID: String, postName: String, unitID: String?, from: CivilDate, decree: String?, move: String?
    ) {
        self.postID = postID
        self.postName = postName
        self.unitID = unitID
        self.from = from
        self.decree = decree
        self.move = move
    }
}
