import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// A call from the standby list leaves the unit that lends whole (R23), as far as its agency published it.
@Suite struct DonorCallTests {
    private static let policy = PolicyText.policy().replacing(
        #""rules":["R1","R5","R12","R19","R21"]"#, with: #""rules":["R1","R5","R12","R19","R21","R23"]"#)

    private var town: Town
    private let vacancy: RecordID

    init() throws {
        town = try Town(policy: Self.policy)
        vacancy = try town.open("perizinan", town.loan, seats: 9)
    }

    /// Somebody of post `p1` in unit `u1`; another unit where it is named, none for nil.
    private mutating func entry(_ person: Int, unit: String? = "u1", post: String = "p1") throws -> RecordID {
        let card = try town.post("dukcapil", person: person)
        let place = unit.map {
            #","place":{"post":{"id":"\#(post)","name":"Petugas"},"unit":{"id":"\#($0)","name":"Loket"}}"#
        }
        let line =
            #",{"rule":"R23","outcome":"pass","reason":"floor-kept","value":{},"source":"abk","article":"a","policy":1}]"#
        try town.expect(
            try town.act(
                "dukcapil", "standby.post",
                #"{"standby":{"card":"\#(card)","route":"\#(town.loan)","months":[7,8],"days":60,"sheet":\#(Town.sheet().dropLast())\#(line)\#(place ?? "")}}"#
            ))
        return try town.last
    }

    private mutating func publish(unit: String = "u1", need: Int, holders: Int, rush: Bool = false) throws {
        let body = Town.needBody(unit: unit, need: need, holders: holders).replacing(
            #""posts":"#, with: #""rush":\#(rush),"posts":"#)
        try town.expect(try town.act("dukcapil", "need.publish", body, on: try town.region))
    }

    private mutating func call(
        _ entry: RecordID, for other: RecordID? = nil, start: String = "2026-07-01", back: String = "2026-07-20",
        reason: Bool = false
    ) throws -> Outcome {
        let paper = #""date":"2026-06-01","signer":"Kepala BKD","standing":"definitif""#
        let why = reason ? #","reason":\#(Town.reason)"# : ""
        return try town.act(
            "bkd", "standby.call",
            #"{"call":{"vacancy":"\#(other ?? vacancy)","start":"\#(start)","return":"\#(back)","number":"ST-\#(entry)",\#(paper),"opinions":[{"type":"\#(town.head)","number":"P-\#(entry)",\#(paper)}]\#(why)}}"#,
            on: entry)
    }

    private func finding(_ entry: RecordID) throws -> RuleResult {
        let offer = try town.offer(try #require(try town.standby(entry).called))
        let transfer = try town.transfer(try #require(offer.decreed).transfer)
        #expect(transfer.computed.filter { $0.rule == .r23 } == offer.computed.filter { $0.rule == .r23 })
        return try #require(offer.computed.first { $0.rule == .r23 })
    }

    @Test mutating func aUnitLendsWhatItHasAboveItsNeedAndNoMore() throws {
        let entries = [try entry(1), try entry(2), try entry(3)]
        try publish(need: 3, holders: 5)
        try town.expect(try call(entries[0]))
        try town.expect(try call(entries[1]))
        #expect(try finding(entries[1]).reason == .floorKept)
        let refused = try call(entries[2])
        #expect(refused.code == .rule && refused.said.contains("donor-below-floor"), "\(refused.said)")
        #expect(refused.said.contains(#""post-holders":"3""#) && refused.said.contains(#""post-floor":"3""#))
        #expect(try town.standby(entries[2]).called == nil)
        // A reason is for what is not known; it opens nothing that is.
        #expect(try call(entries[2], reason: true).code == .rule)
        // Before anybody is away, and from the day on which they are back, she may go.
        try town.expect(try call(entries[2], start: "2026-07-20", back: "2026-08-10"))
    }

    @Test mutating func whoIsAwayAlreadyIsNotSubtractedFromWhatIsPublishedLater() throws {
        let entries = [try entry(1), try entry(2)]
        try publish(need: 3, holders: 4)
        try town.expect(try call(entries[0]))
        // Published before she leaves, she still counts among the people.
        try publish(need: 3, holders: 4)
        #expect(try call(entries[1]).code == .rule)
        try town.day("2026-07-05")
        // Published while she is away, she does not.
        try publish(need: 3, holders: 4)
        try town.expect(try call(entries[1], start: "2026-07-06"))
    }

    @Test mutating func otherUnitsAndOtherPostsCountOnlyWhereTheyBelong() throws {
        let (near, far) = (try entry(1), try entry(2, unit: "u2"))
        try publish(need: 3, holders: 4)
        try publish(unit: "u2", need: 3, holders: 4)
        try town.expect(try call(near))
        try town.expect(try call(far))
        // The post is not among the published ones: nobody can say what it needs.
        let other = try entry(3, post: "p9")
        #expect(try call(other).said.contains("floor-unknown"))
    }

    @Test mutating func aUnitInARushLendsNobodyDuringIt() throws {
        let entry = try entry(1)
        try publish(need: 3, holders: 9, rush: true)
        #expect(try call(entry).said.contains("donor-in-rush"))
        try publish(need: 3, holders: 9)
        try town.expect(try town.act("dukcapil", "surge.declare", Town.surgeBody()))
        let surge = try town.last
        #expect(try call(entry, start: "2026-07-30", back: "2026-08-02").said.contains("donor-in-rush"))
        // The rush begins on 1 August: whoever is back by then helps at home.
        try town.expect(try call(entry, start: "2026-07-10", back: "2026-08-01"))
        try town.expect(try town.act("dukcapil", "surge.end", "{}", on: surge))
    }

    @Test(arguments: [(isTold: true, reason: RuleReason.needUnpublished), (isTold: false, reason: .postUnknown)])
    mutating func whatNobodyCanSayIsDecidedWithAReason(isTold: Bool, reason: RuleReason) throws {
        let entry = try entry(1, unit: isTold ? "u1" : nil)
        let refused = try call(entry)
        #expect(refused.code == .incomplete, "\(refused.said)")
        #expect(refused.said.contains(#""missing":["reason"]"#) && refused.said.contains(reason.rawValue))
        try town.expect(try call(entry, reason: true))
        #expect(try town.standby(entry).reason == String(repeating: "d", count: 64))
        #expect(try finding(entry).reason == reason)
        #expect(try finding(entry).outcome == .needsHuman)
    }

    @Test mutating func aRouteThatMakesItARemarkStopsNothing() throws {
        town = try Town(
            policy: Self.policy.replacing(#""R21","R23"]"#, with: #""R21","R23"],"remarks":["R23"]"#))
        let open = try town.open("perizinan", town.loan, seats: 9)
        let entry = try entry(1)
        try publish(need: 3, holders: 3)
        try town.expect(try call(entry, for: open))
        #expect(try finding(entry).reason == .donorBelowFloor)
    }
}
