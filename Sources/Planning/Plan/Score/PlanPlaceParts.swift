import Personnel

/// The parts of the fit that hang on where a place is: what a person and its agency wish, and the way to it.
///
/// People of one district with the same wishes (one *origin*) see places of one agency and district (one *region*) alike, and of the
/// hundreds of regions of a city only a handful differ to them (*kinds*). So a city's people times its places need no comparison
/// of texts, and no fit is weighed twice.
struct PlanPlaceParts: Sendable {
    private let settings: FitSettings
    /// 0 where the policy does not name the part.
    private let wishWeight: Int
    private let receiverWeight: Int
    private let wayWeight: Int
    /// [place]
    private let standards: [Int]
    /// [place]
    private let regions: [Int32]
    private let regionCount: Int
    /// [person]
    private let origins: [Int]
    /// [origin]
    private let outlooks: [Outlook]
    /// [origin × region] the number of the kind.
    private let kindNumbers: [Int32]
    /// [place] what its agency has said of people.
    private let receivers: [[Int: ReceiverWish]]
    /// [place] whether it has said anything.
    private let isSpokenFor: [Bool]
    /// Of whom any agency has said that it wants her.
    private let wanted: Set<Int>

    /// What people of one district with the same wishes see.
    private struct Outlook {
        /// Whether they were asked for wishes.
        let isAsked: Bool
        /// [standard]
        let posts: [Wishes.Answer]
        let kinds: [Kind]
    }

    /// What is alike of regions to an origin.
    private struct Kind: Hashable {
        let agency: Wishes.Answer
        let district: Wishes.Answer
        let way: Points
    }

    private struct Origin: Hashable {
        let district: String?
        let wishes: Wishes?
    }

    private struct Region: Hashable {
        /// Numbers of names.
        let agency: Int
        let district: Int
    }

    init(_ roster: PlanRoster, _ policy: PersonnelPolicy) {
        settings = policy.fit
        let wishWeight = policy.fitWeights.weight(of: .ownWish)
        let wayWeight = policy.fitWeights.weight(of: .district)
        receiverWeight = policy.fitWeights.weight(of: .receiverWish)
        standards = roster.placeStandards
        var agencies = Numbering<String>()
        var districts = Numbering<String?>()
        var regions = Numbering<Region>()
        self.regions = roster.places.map { place in
            let region = Region(
                agency: agencies.number(of: place.agency), district: districts.number(of: place.district))
            return Int32(regions.number(of: region))
        }
        regionCount = regions.values.count
        var origins = Numbering<Origin>()
        self.origins = roster.people.map { person in
            origins.number(
                of: Origin(
                    district: wayWeight > 0 ? person.profile.district : nil,
                    wishes: wishWeight > 0 ? person.profile.wishes : nil))
        }
        let asked = Asked(
            posts: roster.standards.map(\.requirement), agencies: agencies.values, districts: districts.values)
        let table = wayWeight > 0 ? policy.fit.districts : nil
        var outlooks: [Outlook] = []
        var kindNumbers: [Int32] = []
        for origin in origins.values {
            let answers = asked.answers(origin.wishes ?? Wishes())
            let ways = districts.values.map { table?.points(from: origin.district, to: $0) ?? .notAsked }
            var kinds = Numbering<Kind>()
            for region in regions.values {
                let kind = Kind(
                    agency: answers.agencies[region.agency], district: answers.districts[region.district],
                    way: ways[region.district])
                kindNumbers.append(Int32(kinds.number(of: kind)))
            }
            outlooks.append(Outlook(isAsked: origin.wishes != nil, posts: answers.posts, kinds: kinds.values))
        }
        self.outlooks = outlooks
        self.kindNumbers = kindNumbers
        self.wishWeight = wishWeight
        self.wayWeight = wayWeight
        receivers = roster.places.map { place in
            place.wishes.reduce(into: [:]) { said, wish in
                if let person = roster.personNumbers[wish.key] { said[person] = wish.value }
            }
        }
        isSpokenFor = receivers.map { [receiverWeight] in receiverWeight > 0 && !$0.isEmpty }
        wanted = Set(receivers.flatMap { said in said.filter { $0.value == .wanted }.keys })
    }

    /// What places say, by what can be wished of them.
    private struct Asked {
        private let posts: [PostRequirement]
        private let agencies: [PostRequirement]
        private let districts: [PostRequirement]

        init(posts: [PostRequirement], agencies: [String], districts: [String?]) {
            self.posts = posts
            self.agencies = agencies.map { agency in
                var requirement = PostRequirement(postName: "")
                requirement.agency = agency
                return requirement
            }
            self.districts = districts.map { district in
                var requirement = PostRequirement(postName: "")
                requirement.district = district
                return requirement
            }
        }

        func answers(
            _ wishes: Wishes
        ) -> (posts: [Wishes.Answer], agencies: [Wishes.Answer], districts: [Wishes.Answer]) {
            (
                posts.map { wishes.answer(.post, by: $0) }, agencies.map { wishes.answer(.agency, by: $0) },
                districts.map { wishes.answer(.district, by: $0) }
            )
        }
    }

    var isWeighed: Bool { wishWeight > 0 || receiverWeight > 0 || wayWeight > 0 }

    /// How many kinds of regions a person tells apart.
    func kindCount(_ person: Int) -> Int { outlooks[origins[person]].kinds.count }

    /// Where the kinds of a person's regions begin.
    func firstRegion(_ person: Int) -> Int { origins[person] * regionCount }

    /// The kind of a place to whose regions begin there.
    @inline(__always)
    func kind(_ place: Int, _ firstRegion: Int) -> Int { Int(kindNumbers[firstRegion + Int(regions[place])]) }

    /// What the agency of a place has said of a person, where the policy weighs it.
    @inline(__always)
    func receiverWish(_ person: Int, _ place: Int) -> ReceiverWish? {
        isSpokenFor[place] ? receivers[place][person] : nil
    }

    /// Adds the parts of a person in a place.
    func add(_ person: Int, _ place: Int, to weighing: inout Weighing) {
        add(person, standard: standards[place], kind: kind(place, firstRegion(person)), to: &weighing)
        if let said = receiverWish(person, place) { weighing.add(said.points, weight: receiverWeight) }
    }

    /// Adds the parts of a person in places of one kind and standard of whom their agencies have said nothing.
    func add(_ person: Int, standard: Int, kind number: Int, to weighing: inout Weighing) {
        let outlook = outlooks[origins[person]]
        let kind = outlook.kinds[number]
        if wishWeight > 0 { weighing.add(wish(outlook, standard, kind), weight: wishWeight) }
        if wayWeight > 0 { weighing.add(kind.way, weight: wayWeight) }
    }

    /// The most that an agency's word can make of a score.
    func most(_ person: Int, _ weighing: Weighing) -> Int {
        guard receiverWeight > 0, wanted.contains(person) else { return weighing.score ?? 0 }
        var wanted = weighing
        wanted.add(.exactly(1000), weight: receiverWeight)
        return max(weighing.score ?? 0, wanted.score ?? 0)
    }

    private func wish(_ outlook: Outlook, _ standard: Int, _ kind: Kind) -> Points {
        guard outlook.isAsked else { return .nothingKnown() }
        var count = WishCount()
        count.add(outlook.posts[standard])
        count.add(kind.agency)
        count.add(kind.district)
        return count.points(settings)
    }
}
