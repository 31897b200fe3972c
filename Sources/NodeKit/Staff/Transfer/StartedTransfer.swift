import Negotiation
import Personnel
import StrictJSON

/// A transfer that started, as far as the staff tables need it.
public struct StartedTransfer: Equatable, Sendable {
    /// The post and unit that it leads to, as the vacancy names them.
    public struct Place: Equatable, Sendable {
        public var post: Post
        public var unitID: String
        public var unitName: String

        public init(post: Post, unitID: String, unitName: String) {
            self.post = post
            self.unitID = unitID
            self.unitName = unitName
        }

        /// The place of a vacancy; without names when it is no longer visible.
        init(_ vacancy: Vacancy?) {
            let place = vacancy?.group("place")
            let post = place?["post"]
            let unit = place?["unit"]
            self.init(
                post: Post(
                    id: post?["id"]?.string ?? "", name: post?["name"]?.string ?? "",
                    kind: post?["kind"]?.string.flatMap(PostKind.init(rawValue:)) ?? .pelaksana,
                    family: post?["family"]?.string),
                unitID: unit?["id"]?.string ?? "", unitName: unit?["name"]?.string ?? "")
        }
    }

    public var transfer: RecordID
    public var card: RecordID
    public var home: AgencyCode
    public var receiving: AgencyCode
    public var effect: Route.AssignmentEffect
    public var place: Place
    /// The first day in the new post.
    public var start: CivilDate
    /// For a secondment the day back in the own post; the day before is its last.
    public var returns: CivilDate?
    public var decree: Decree?

    public init(
        transfer: RecordID, card: RecordID, home: AgencyCode, receiving: AgencyCode, effect: Route.AssignmentEffect,
        place: Place, start: CivilDate, returns: CivilDate? = nil, decree: Decree? = nil
    ) {
        self.transfer = transfer
        self.card = card
        self.home = home
        self.receiving = receiving
        self.effect = effect
        self.place = place
        self.start = start
        self.returns = returns
        self.decree = decree
    }

    /// Reads the records; nil while the transfer has not started.
    ///
    /// - Parameters:
    ///   - vacancy: nil when it is no longer visible; the place is then without names.
    ///   - document: the decree, nil when it is not visible.
    public init?(_ transfer: Transfer, vacancy: Vacancy?, document: Document?) {
        guard transfer.started != nil else { return nil }
        self.init(
            transfer: transfer.id, card: transfer.card, home: transfer.home, receiving: transfer.receiving,
            effect: transfer.effect,
            place: Place(vacancy),
            start: transfer.startDate ?? transfer.start, returns: transfer.returns,
            decree: document.map { Decree(number: $0.number, date: $0.date) })
    }

    /// The days of the new assignment; nil when a secondment would end before it begins.
    var span: DatedSpan? {
        DatedSpan(from: start, until: effect == .second ? returns?.adding(days: -1) : nil)
    }

    /// The new assignment, which a transfer wrote; nil when it would end before it begins.
    var assignment: StaffAssignment? {
        span.map { span in
            StaffAssignment(
                assignment: Assignment(
                    postID: place.post.id, unitID: place.unitID,
                    kind: effect == .second ? .secondment : .definitive, span: span, agency: receiving.text),
                postName: place.post.name, unitName: place.unitName, decree: decree, origin: .transfer,
                transfer: transfer)
        }
    }
}
