/// Who decides as appointing authority (PPK), in what standing and when, and the elections of that office: dated data.
public struct HeadOfRegion: Hashable, Sendable {
    /// The right by which somebody holds the office; the raw value stands in policies.
    public enum Standing: String, Hashable, Sendable, CaseIterable {
        /// Elected and inaugurated.
        case definitive = "definitif"
        /// *Penjabat*: appointed for the time until an inauguration.
        case appointed = "pj"
        /// *Penjabat sementara*: while the head campaigns.
        case appointedForCampaign = "pjs"
        /// *Pelaksana tugas*.
        case acting = "plt"
        /// *Pelaksana harian*.
        case daily = "plh"
    }

    /// One holder of the office.
    public struct Tenure: Hashable, Sendable {
        public var name: String
        public var standing: Standing
        public var span: DatedSpan

        public init(name: String, standing: Standing, span: DatedSpan) {
            self.name = name
            self.standing = standing
            self.span = span
        }
    }

    /// One election of the head.
    public struct Election: Hashable, Sendable {
        /// The day on which the candidates are set.
        public var candidatesSet: CivilDate
        /// The last day of the term that ends with it.
        public var termEnd: CivilDate
        /// The inauguration of who was elected; nil while its day is not known.
        public var inauguration: CivilDate?

        public init(candidatesSet: CivilDate, termEnd: CivilDate, inauguration: CivilDate? = nil) {
            self.candidatesSet = candidatesSet
            self.termEnd = termEnd
            self.inauguration = inauguration
        }

        /// The days on which officials are not replaced: from six months before the candidates are set to the end of the
        /// term (UU 10/2016 Ps 71(2)), and the six months from the inauguration on (Ps 162(3)).
        public var banned: [DatedSpan] {
            let before = DatedSpan(from: candidatesSet.adding(months: -6), until: termEnd)
            let after = inauguration.flatMap {
                DatedSpan(from: $0, until: $0.adding(months: 6).adding(days: -1))
            }
            return [before, after].compactMap { $0 }
        }
    }

    public var tenures: [Tenure]
    public var elections: [Election]

    public init(tenures: [Tenure], elections: [Election]) {
        self.tenures = tenures
        self.elections = elections
    }

    /// Who holds the office on a day: the one who took it last, since a former one's last day is often entered late.
    public func holder(on day: CivilDate) -> Tenure? {
        tenures.filter { $0.span.contains(day) }.max { $0.span.from < $1.span.from }
    }
}
