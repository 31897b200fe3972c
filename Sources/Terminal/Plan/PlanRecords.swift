import Negotiation
import NodeKit
import Personnel
import Planning
import StrictJSON

/// The pool of a plan from the records that the personnel agency sees.
///
/// People are those whose home registry checked them for the route and told their seat (`card check --seat`); what the check forbids
/// keeps somebody where she is. Seats are theirs and the free ones of open vacancies of the route. Need, holders and floors
/// come from what agencies published of their units (`need publish`); people who are not in the pool count there and stay.
public struct PlanRecords: Sendable {
    /// What a seat's id stands for.
    public enum Seat: Equatable, Sendable {
        /// The present seat of a card.
        case held(by: RecordID)
        /// A free seat of a vacancy.
        case free(of: RecordID)
    }

    /// Somebody who could not be taken into the pool, and why.
    public struct LeftOut: Equatable, Sendable {
        public enum Reason: String, CaseIterable, Sendable {
            /// Home checked the person and did not tell the seat, or told one that cannot be read.
            case noSeat = "no-seat"
            /// The check is of an earlier policy.
            case oldPolicy = "old-policy"
            /// The card does not say how the person is employed.
            case noProfile = "no-profile"
            /// A secondment, a move or an offer that holds the card is under way.
            case underWay = "under-way"
        }

        public var card: RecordID
        public var reason: Reason
    }

    public let route: Route
    public let policy: Policy
    public let pool: PlanPool
    public let leftOut: [LeftOut]
    /// Live cards that nobody checked for the route.
    public let unchecked: Int
    /// By the seat's id: `Pengelola Layanan, Loket (dukcapil)`.
    public let seatNames: [String: String]
    public let groupNames: [String: String]
    public let cards: [String: Card]
    /// What each free or held seat stands for.
    public let seats: [String: Seat]

    /// - Parameters:
    ///   - needs: what agencies say of their units now.
    ///   - route: the route on which all moves of the plan go.
    ///   - mostLost: the most people that an agency may lose on balance; nil sets no limit.
    public init(
        _ records: VisibleRecords, needs: [UnitNeed], route: Route, policy: Policy, start: CivilDate,
        mostLost: Int? = nil
    ) {
        var maker = PlanPoolMaker(records, route: route, policy: policy, start: start)
        maker.takePeople()
        maker.takeVacancies()
        maker.takeGroups(needs, mostLost: mostLost)
        self.route = route
        self.policy = policy
        pool = PlanPool(people: maker.people, seats: maker.planSeats, groups: maker.groups, start: start)
        leftOut = maker.leftOut
        unchecked = maker.unchecked
        seatNames = maker.seatNames
        groupNames = maker.groupNames
        cards = maker.cards
        seats = maker.seats
    }
}
