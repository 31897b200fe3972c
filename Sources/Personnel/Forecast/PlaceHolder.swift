/// One person in one post of one unit, with the dates at which that ends: what a forecast reads, and no more of a person.
public struct PlaceHolder: Hashable, Sendable {
    /// Whose it is, in the words of who asks: a NIP at home. It is not read, only handed back.
    public let person: String
    public let place: PostInUnit
    public let kind: Assignment.Kind
    public let span: DatedSpan
    /// The first day of retirement; nil when the post, and so the age, is not known.
    public let retires: CivilDate?
    /// The last day of the contract; nil for who serves without one.
    public let contractEnd: CivilDate?
    /// For an acting holder: months begun in earlier duties in the same post, which the policy's limit counts too.
    public let actedMonthsBefore: Int

    public init(
        person: String, place: PostInUnit, kind: Assignment.Kind, span: DatedSpan, retires: CivilDate?,
        contractEnd: CivilDate? = nil, actedMonthsBefore: Int = 0
    ) {
        self.person = person
        self.place = place
        self.kind = kind
        self.span = span
        self.retires = retires
        self.contractEnd = contractEnd
        self.actedMonthsBefore = actedMonthsBefore
    }

    /// Whether the person counts among those who serve in the place.
    public var counts: Bool { kind != .acting }

    /// The first days without this person here, the earliest first; of two on one day the one that `Departure` names first.
    ///
    /// A duty beside the definitive post ends with the service at the latest, and then counts as ended, so that nobody
    /// retires twice. What comes after a departure that takes the person away does not happen any more and is left out. A
    /// date before the person begins here counts on the day on which she begins.
    func departures(_ policy: PersonnelPolicy) -> [(day: CivilDate, why: Departure)] {
        let end = span.until?.adding(days: 1)
        let outOfContract = contractEnd?.adding(days: 1)
        let outOfService = [end, retires, outOfContract].compactMap { $0 }.min()
        let dates: [(why: Departure, day: CivilDate?)] =
            switch kind {
            case .definitive:
                [
                    (.retirement, retires), (.contractEnd, outOfContract), (.move, end),
                    // R2 calls due who has served longer than the term: from the day after it on.
                    (.rotationDue, span.from.adding(months: policy.rotationDueMonths).adding(days: 1)),
                ]
            case .secondment: [(.secondmentEnd, outOfService)]
            case .acting: [(.actingEnd, outOfService), (.actingLimit, actingLimit(policy))]
            }
        let known = dates.compactMap { why, day in day.map { (day: max($0, span.from), why: why) } }
        let sorted = known.enumerated().sorted { left, right in
            (left.element.day, left.offset) < (right.element.day, right.offset)
        }.map(\.element)
        let last = sorted.firstIndex { $0.why != .rotationDue }
        return last.map { Array(sorted[...$0]) } ?? sorted
    }

    /// The first day on which an acting holder has acted longer than the policy allows (R25); nil where it sets no limit.
    private func actingLimit(_ policy: PersonnelPolicy) -> CivilDate? {
        policy.rules.actingMonths.map { span.from.adding(months: max(0, $0 - max(actedMonthsBefore, 0))) }
    }
}

extension CivilServant {
    /// Where this person serves on a day or will serve after it, for a forecast: the definitive post, each duty beside it,
    /// and the post that a decree names from a later day on.
    ///
    /// - Parameter agency: only places of this agency; nil means all.
    public func placeHolders(on day: CivilDate, of agency: String? = nil, _ policy: PersonnelPolicy) -> [PlaceHolder] {
        let retires = retirementDate(inPostOn: day, policy.forecast.retirementAges)
        let ahead = assignments.filter { assignment in
            (assignment.span.until.map { day <= $0 } ?? true)
                && (agency.map { $0.utf8.elementsEqual(assignment.agency.utf8) } ?? true)
        }
        return ahead.map { assignment in
            PlaceHolder(
                person: nip.text, place: PostInUnit(unit: assignment.unitID, post: assignment.postID),
                kind: assignment.kind, span: assignment.span, retires: retires,
                contractEnd: employment.isContract ? contractEnd : nil,
                actedMonthsBefore: assignment.kind == .acting
                    ? actedMonths(inPost: assignment.postID, before: assignment.span.from) : 0)
        }
    }
}
