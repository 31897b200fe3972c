import Personnel
import StrictJSON

/// What a civil servant asks for, handed in through the home agency or the personnel agency: a move to a place that is wished,
/// or an exchange with somebody who asked too.
///
/// Body: `{"home","card","by","to"?,"day","said","answers"?,"ended"?}`; the request itself stands in `said`:
/// `{"request":{"card","route","wishes":{"posts"?,"agencies"?,"districts"?},"to"?,"exchange"?,"reason"?,"letter":{"number"?,"date"},
/// "scan"?:{"attachment"}}}`.
public struct Request: Equatable, Sendable {
    public enum Word: String, Sendable, CaseIterable {
        /// The home agency lets the person go.
        case support
        /// The receiving agency, or the personnel agency, takes the person.
        case accept
        case refuse
    }

    /// What an agency said; the last word of each counts.
    public struct Answer: Equatable, Sendable {
        public var agency: AgencyCode
        public var says: Word
        /// The date on its paper.
        public var date: CivilDate
        /// The region's day on which it was entered.
        public var day: CivilDate
        /// Name of the reason's attachment.
        public var reason: String
        public var position: Int
        public var operation: OperationID
        public var actor: String
    }

    /// Ids, codes and names that the person wishes, best first.
    public struct Wishes: Equatable, Sendable {
        public var posts: [String]
        public var agencies: [AgencyCode]
        public var districts: [String]
    }

    /// The most wishes of one list.
    public static let wishLimit = 10
    /// The most open requests of one card.
    public static let openLimit = 5
    /// The most answers.
    public static let answerLimit = 20

    public var id: RecordID
    public var home: AgencyCode
    public var card: RecordID
    /// The agency that handed it in: home or the personnel agency.
    public var by: AgencyCode
    /// The agency that the person names.
    public var to: AgencyCode?
    /// The region's day on which it was entered.
    public var day: CivilDate
    public var said: Attested
    public var answers: [Answer] = []
    public var ended: Ending?

    public let route: String
    public let wishes: Wishes
    /// The request with which it is to be exchanged.
    public let exchange: RecordID?
    /// A code of the region for why, such as nearness to home.
    public let reason: String?
    /// The date on the person's letter.
    public let letterDate: CivilDate
    public let letterNumber: String?
    /// Name of the scan's attachment.
    public let scan: String?

    /// The last word of an agency.
    public func answer(of agency: AgencyCode) -> Answer? {
        answers.last { $0.agency == agency }
    }

    /// Whether a vacancy is what the person wished: of the named agency, and in every list of wishes that is not empty.
    public func isMet(by vacancy: Vacancy) -> Bool {
        let district = vacancy.group("place")?["district"]?.string
        return (to == nil || to == vacancy.agency)
            && (wishes.posts.isEmpty || wishes.posts.contains { $0 == vacancy.post })
            && (wishes.agencies.isEmpty || wishes.agencies.contains(vacancy.agency))
            && (wishes.districts.isEmpty || wishes.districts.contains { $0 == district })
    }

    /// From 1 on: the best place of a vacancy among the lists of wishes; nil when none names it.
    public func wish(metBy vacancy: Vacancy) -> Int? {
        let district = vacancy.group("place")?["district"]?.string
        let places = [
            wishes.posts.firstIndex { $0 == vacancy.post }, wishes.agencies.firstIndex(of: vacancy.agency),
            wishes.districts.firstIndex { $0 == district },
        ]
        return places.compactMap { $0 }.min().map { $0 + 1 }
    }

    /// The agencies that are asked: home and the one that is named.
    public var asked: [AgencyCode] {
        [home] + (to.map { $0 == home ? [] : [$0] } ?? [])
    }

    /// What an agency may say of it.
    public func words(of agency: AgencyCode, desk: AgencyCode) -> [Word] {
        Word.allCases.filter { word in
            switch word {
            case .support: agency == home || agency == desk
            case .accept: agency == to || agency == desk || (to == nil && agency == home)
            case .refuse: true
            }
        }
    }

    func audience(desk: AgencyCode) -> Audience {
        .of([home, desk] + (to.map { [$0] } ?? []))
    }
}
