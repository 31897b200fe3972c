import Personnel

/// The parts of the fit that hang on where a place is: what a person and its agency wish, and the way to it.
///
/// They are tables over agencies, districts and posts, so that a city's people times its places need no comparison of texts.
struct PlanPlaceParts: Sendable {
    private let settings: FitSettings
    /// 0 where the policy does not name the part.
    private let wishWeight: Int
    private let receiverWeight: Int
    private let wayWeight: Int
    /// [place]
    private let standards: [Int]
    private let agencies: [Int]
    private let districts: [Int]
    /// [district where somebody serves × district of a place]
    private let ways: [Points]
    /// [district where somebody serves] the most points of any way from there.
    private let mostOfWay: [Int]
    private let districtCount: Int
    /// [person]
    private let homes: [Int]
    /// [person] nil when she was never asked for wishes.
    private let wishes: [Answers?]
    /// [place] what its agency has said of people.
    private let receivers: [[Int: ReceiverWish]]
    /// Of whom any agency has said that it wants her.
    private let wanted: Set<Int>

    /// How a person's wishes stand to what places are; empty where nothing of the kind was wished.
    private struct Answers {
        /// [standard]
        var posts: [Wishes.Answer] = []
        var agencies: [Wishes.Answer] = []
        var districts: [Wishes.Answer] = []
    }

    init(_ roster: PlanRoster, _ policy: PersonnelPolicy) {
        settings = policy.fit
        wishWeight = policy.fitWeights.weight(of: .ownWish)
        receiverWeight = policy.fitWeights.weight(of: .receiverWish)
        wayWeight = policy.fitWeights.weight(of: .district)
        standards = roster.places.map(\.standard)
        var agencyNames = Numbering<String>()
        var districtNames = Numbering<String?>()
        agencies = roster.places.map { agencyNames.number(of: $0.agency) }
        districts = roster.places.map { districtNames.number(of: $0.district) }
        districtCount = districtNames.values.count
        var homeNames = Numbering<String?>()
        homes = roster.people.map { homeNames.number(of: $0.profile.district) }
        let table = policy.fit.districts
        let ways = homeNames.values.map { from in districtNames.values.map { table.points(from: from, to: $0) } }
        self.ways = ways.flatMap(\.self)
        mostOfWay = ways.map { $0.compactMap(\.score).max() ?? 0 }
        let isWeighed = wishWeight > 0
        let requirements = Requirements(roster, agencies: agencyNames.values, districts: districtNames.values)
        wishes = roster.people.map { person in
            isWeighed ? person.profile.wishes.map(requirements.answers) : nil
        }
        receivers = roster.places.map { place in
            place.wishes.reduce(into: [:]) { said, wish in
                if let person = roster.personNumbers[wish.key] { said[person] = wish.value }
            }
        }
        wanted = Set(receivers.flatMap { said in said.filter { $0.value == .wanted }.keys })
    }

    var isWeighed: Bool { wishWeight > 0 || receiverWeight > 0 || wayWeight > 0 }

    /// Adds the parts of a person in a place.
    func add(_ person: Int, _ place: Int, to weighing: inout Weighing) {
        if wishWeight > 0 { weighing.add(wish(person, place), weight: wishWeight) }
        if receiverWeight > 0, let said = receivers[place][person] {
            weighing.add(said.points, weight: receiverWeight)
        }
        if wayWeight > 0 { weighing.add(ways[homes[person] * districtCount + districts[place]], weight: wayWeight) }
    }

    /// What the score of a person is not above in any place.
    func most(_ person: Int, _ standard: Weighing) -> Int {
        var weighing = standard
        if wishWeight > 0, wishes[person] != nil { weighing.add(.exactly(1000), weight: wishWeight) }
        if receiverWeight > 0, wanted.contains(person) { weighing.add(.exactly(1000), weight: receiverWeight) }
        let most = max(standard.score ?? 0, weighing.score ?? 0)
        if wayWeight > 0 { weighing.add(.exactly(mostOfWay[homes[person]]), weight: wayWeight) }
        return max(most, weighing.score ?? 0)
    }

    private func wish(_ person: Int, _ place: Int) -> Points {
        guard let answers = wishes[person] else { return .nothingKnown() }
        var count = WishCount()
        if !answers.posts.isEmpty { count.add(answers.posts[standards[place]]) }
        if !answers.agencies.isEmpty { count.add(answers.agencies[agencies[place]]) }
        if !answers.districts.isEmpty { count.add(answers.districts[districts[place]]) }
        return count.points(settings)
    }

    /// What places say, by what can be wished of them.
    private struct Requirements {
        let posts: [PostRequirement]
        let agencies: [PostRequirement]
        let districts: [PostRequirement]

        init(_ roster: PlanRoster, agencies: [String], districts: [String?]) {
            posts = roster.standards.map(\.requirement)
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

        func answers(_ wishes: Wishes) -> Answers {
            Answers(
                posts: wishes.posts.isEmpty ? [] : posts.map { wishes.answer(.post, by: $0) },
                agencies: wishes.agencies.isEmpty ? [] : agencies.map { wishes.answer(.agency, by: $0) },
                districts: wishes.districts.isEmpty ? [] : districts.map { wishes.answer(.district, by: $0) })
        }
    }
}
