/// A backup that was made and checked: how far it goes.
public struct BackupMark: Equatable, Sendable {
    public var epoch: Int
    public var position: Int
    /// RFC 3339 by the coordinator's clock; evidence only.
    public var made: String

    public init(epoch: Int, position: Int, made: String) {
        self.epoch = epoch
        self.position = position
        self.made = made
    }
}
