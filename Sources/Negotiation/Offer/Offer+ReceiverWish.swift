import Personnel

extension Offer {
    /// What the receiving agency's own acts say of the card for this vacancy: it asked for it, agreed to it or ranked it, or
    /// refused it or passed it over, each with a reason. Nil while it has said nothing of the current terms, and once it has
    /// taken back what it asked.
    ///
    /// Silence is no word, and neither is an order that the personnel agency made in its place.
    ///
    /// - Parameter ranker: who ranks the offers of the vacancy.
    public func receiverWish(_ ranker: Ranker?) -> ReceiverWish? {
        guard closed?.reason != "withdrawn" else { return nil }
        if ranker == .receiving, let ranked { return ranked.place == nil ? .unwanted : .wanted }
        return switch stance(.receiving)?.says {
        case .agree: .wanted
        case .refuse: .unwanted
        case .silent, nil: nil
        }
    }
}
