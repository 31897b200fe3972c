/// How many of the visitors shall be answered within which time.
public struct WaitTarget: Hashable, Sendable {
    public static let secondsRange = 0...86_400
    /// Nobody can promise all: the share without a wait over the target nears 1000 and never reaches it.
    public static let shareRange = 1...999

    public let seconds: Int
    public let sharePermille: Int

    /// Makes a target, or nil when a number is out of its range.
    public init?(seconds: Int, sharePermille: Int) {
        guard Self.secondsRange.contains(seconds), Self.shareRange.contains(sharePermille) else { return nil }
        self.seconds = seconds
        self.sharePermille = sharePermille
    }
}
