import Personnel
import StrictJSON

/// One card for one vacancy: terms, a stance of each party, opinions, and what the reducer wrote of it.
public struct Offer: Equatable, Sendable {
    /// The personnel agency's decision over a heard party's refusal or silence, beside the stance, never in its place.
    public struct Override: Equatable, Sendable {
        public var proceeds: Bool
        /// The sides whose refusal or silence it was about; a later refusal of another side is contested anew.
        public var sides: [Side]
        /// Whether it was about the person's refusal or silence as well.
        public var isOverPerson = false
        public var terms: Int
        public var position: Int
        /// The deciding operation's body, its reason's attachment included.
        public var value: [UInt8]
    }

    /// The last move to a newer policy.
    public struct Moved: Equatable, Sendable {
        /// The policy before.
        public var from: RecordID
        public var stamp: EntryStamp
    }

    public struct Opinion: Equatable, Sendable {
        public var code: String
        /// `favourable` or `struck`.
        public var result: String
        public var document: RecordID
        public var terms: Int
        public var position: Int
        /// What its signer declared of a conflict of interest; nil when nothing was.
        public var hasConflict: Bool?
        /// Whether it counts no longer, since another head of region holds the office.
        public var isVoid = false
    }

    public struct Hold: Equatable, Sendable {
        public enum State: String, Sendable, CaseIterable {
            case waiting
            case held
        }

        public var state: State
        public var position: Int
        public var day: CivilDate
        /// Why it waits: `seat`, `card`, `package` for the others of its package, or the vacancy's mode until a ranking has named it;
        /// `free` when held.
        public var reason: String
    }

    /// The first of these that holds.
    public enum Label: String, Sendable, CaseIterable {
        case closed
        case decreed
        case approved
        case held
        case waiting
        case contested
        case proposed
    }

    public var id: RecordID
    public var home: AgencyCode
    public var receiving: AgencyCode
    public var card: RecordID
    public var vacancy: RecordID
    public var route: String
    public var policy: RecordID
    /// Set once the personnel agency has moved it from an older policy.
    public var moved: Moved?
    public var terms: Terms
    public var homeStance: Stance?
    public var receivingStance: Stance?
    /// What the person said, recorded by home or the personnel agency from a letter.
    public var personStance: Stance?
    /// First day on which a party certainly knew the terms: its deadline runs from there.
    public var homeClock: CivilDate?
    public var receivingClock: CivilDate?
    /// The home registry's rule sheet, as the current home stance carries it.
    public var sheet: [UInt8]?
    /// The region's day on which that sheet came.
    public var sheetDay: CivilDate?
    /// What the reducer computed itself over card, vacancy and policy.
    public var computed: [RuleResult]
    public var override: Override?
    public var opinions: [Opinion]
    public var hold: Hold?
    /// What the last ranking of its vacancy said of it on the current terms.
    public var ranked: Ranked?
    /// The offer whose line an approval changed into this one.
    public var replaces: RecordID?
    /// The person's own request that it follows.
    public var request: RecordID?
    public var closed: Ending?
    /// Position of the decree and the transfer that it made.
    public var decreed: Decreed?
    /// The offers with which it is held, decreed and started together; nil for one that goes alone.
    public var package: RecordID?

    public struct Decreed: Equatable, Sendable {
        public var position: Int
        public var document: RecordID
        public var transfer: RecordID
    }

    /// The most open offers for one vacancy.
    public static let openLimit = 200

    /// Neither closed nor decreed.
    public var isOpen: Bool { closed == nil && decreed == nil }

    /// It has the seat and the card, before and after the decree.
    public var isHolding: Bool { hold?.state == .held && closed == nil }

    /// The party or parties for which an agency speaks; both when home and receiving are the same agency.
    public func sides(of agency: AgencyCode) -> [Side] {
        Side.allCases.filter { self.agency($0) == agency }
    }

    /// Whether nothing of this side stands in the way of a hold: it agrees, is not asked, or was decided over.
    public func isSettled(_ side: Side, _ route: Route) -> Bool {
        switch (route.voice(of: side), stance(side)?.says) {
        case (.none, _), (_, .agree): true
        case (.heard, .refuse), (.heard, .silent): isDecidedOver(side)
        default: false
        }
    }

    /// Whether nothing stands in the way of a hold any more, of either side or the person.
    public func isSettled(_ route: Route) -> Bool {
        Side.allCases.allSatisfy { isSettled($0, route) } && isPersonSettled(route)
    }

    /// The same for the person: is not asked, agrees, or was decided over.
    public func isPersonSettled(_ route: Route) -> Bool {
        switch (route.person, person?.says) {
        case (.none, _), (.told, _), (_, .agree): true
        case (.heard, .refuse), (.heard, .silent): isDecidedOverPerson
        default: false
        }
    }

    /// Whether the personnel agency proceeds over the person's refusal or silence.
    public var isDecidedOverPerson: Bool {
        override.map { $0.proceeds && $0.isOverPerson } ?? false
    }

    /// Whether the personnel agency proceeds over this side's refusal or silence.
    public func isDecidedOver(_ side: Side) -> Bool {
        override.map { $0.proceeds && $0.sides.contains(side) } ?? false
    }

    public func agency(_ side: Side) -> AgencyCode { side == .home ? home : receiving }

    /// The stance of a side on the current terms; one on older terms no longer counts.
    public func stance(_ side: Side) -> Stance? {
        let stance = side == .home ? homeStance : receivingStance
        return stance?.terms == terms.version ? stance : nil
    }

    /// What the person said of the current terms.
    public var person: Stance? {
        personStance?.terms == terms.version ? personStance : nil
    }

    /// Whether the person's word still has to be recorded.
    public func awaitsPerson(_ route: Route) -> Bool {
        (route.person == .heard || route.person == .required) && person == nil
    }

    /// Whether the person's refusal or silence waits for the personnel agency.
    public func isPersonContested(_ route: Route) -> Bool {
        guard route.person == .heard, let person else { return false }
        return person.says != .agree && !isDecidedOverPerson
    }

    /// Whether the personnel agency has to decide over somebody's refusal or silence.
    public func isContested(_ route: Route) -> Bool {
        isPersonContested(route) || !contestedSides(route).isEmpty
    }

    /// Sides whose refusal or silence waits for the personnel agency.
    public func contestedSides(_ route: Route) -> [Side] {
        Side.allCases.filter { side in
            guard route.voice(of: side) == .heard, let stance = stance(side) else { return false }
            return stance.says != .agree && !isDecidedOver(side)
        }
    }

    /// Sides that still have to say something.
    public func openSides(_ route: Route) -> [Side] {
        Side.allCases.filter { route.voice(of: $0) != .none && stance($0) == nil }
    }

    public func isApproved(_ route: Route) -> Bool {
        hold?.state == .held
            && route.requiredOpinions.allSatisfy(hasOpinion)
    }

    /// What is issued next about it: the first opinion for which the decree waits, else the document that ends it.
    public func nextDocument(_ route: Route) -> String {
        route.requiredOpinions.first { !hasOpinion($0) } ?? route.document
    }

    /// Whether the decree waits for the home registry to check its person, for the first time or again, on a day.
    public func needsCheck(on day: CivilDate, _ route: Route) -> Bool {
        guard !route.homeRules.isEmpty, !isDecidedOver(.home) else { return false }
        guard sheet != nil else { return true }
        guard let days = route.sheetDays else { return false }
        return sheetDay.map { $0.days(until: day) > days } ?? true
    }

    public func label(_ route: Route) -> Label {
        if closed != nil { return .closed }
        if decreed != nil { return .decreed }
        if isApproved(route) { return .approved }
        switch hold?.state {
        case .held: return .held
        case .waiting: return .waiting
        case nil: return isContested(route) ? .contested : .proposed
        }
    }
}
