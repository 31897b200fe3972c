import Personnel
import Testing

/// Needs by place, their sums and floors, with the reference region's 75,000 minutes and a floor of 80 percent.
struct StaffingTests {
    private let policy = Fixtures.policyWithFloor

    private func need(
        _ unit: String, _ post: String, people: Int?, holders: Int, floor: Int? = nil
    ) throws -> StaffingNeed {
        let rows = try people.map { people in
            let row = WorkloadRow(task: "Layanan", outputUnit: "berkas", volumePerYear: people * 75_000, normMinutes: 1)
            return [try #require(row)]
        }
        return StaffingNeed(
            place: PostInUnit(unit: unit, post: post), rows: rows ?? [], holders: holders, ownFloor: floor, policy)
    }

    @Test func aPlaceShowsNeedDifferenceRatioAndClass() throws {
        let place = try need("U-1", "P-1", people: 6, holders: 8)
        #expect(place.need == 6)
        #expect(place.difference == -2)
        #expect(place.ratioPermille == 750)
        #expect(place.efficiency == .c)
        #expect(place.floor?.people == 5)
        #expect(place.floor?.isOwn == false)
        #expect(place.isBelowFloor == false)
    }

    @Test func withoutAnAnalysisTheNeedIsNotNought() throws {
        let place = try need("U-1", "P-1", people: nil, holders: 3)
        #expect(place.need == nil)
        #expect(place.difference == nil)
        #expect(place.isBelowFloor == nil)
    }

    @Test func whoIsLentForAPartCountsWithTheRest() throws {
        func place(_ hundredths: Int?) -> StaffingNeed {
            StaffingNeed(
                place: PostInUnit(unit: "U", post: "P"), rows: [], holders: 3, hundredths: hundredths, ownFloor: 3,
                policy)
        }
        #expect(place(nil).isBelowFloor == false)
        #expect(place(250).isBelowFloor == true)
        #expect(place(250).holders == 3)
        #expect(StaffingTable([place(250)], ownFloors: ["U": 3], policy).units.map(\.isBelowFloor) == [true])
    }

    @Test func surplusDoesNotHideShortage() throws {
        let sum = StaffingSum([
            try need("U-1", "P-1", people: 6, holders: 4), try need("U-2", "P-1", people: 2, holders: 4),
            try need("U-2", "P-2", people: nil, holders: 5),
        ])
        #expect(sum.difference == 0)
        #expect(sum.shortage == 2)
        #expect(sum.surplus == 2)
        #expect(sum.holders == 8)
        #expect(sum.unanalysedHolders == 5)
        #expect(sum.ratioPermille == 1000)
        #expect(sum.efficiency == .a)
        #expect((sum.places, sum.unanalysedPlaces, sum.belowFloor, sum.unknownFloors) == (3, 1, 1, 1))
    }

    @Test func sumsOfSumsAreTheSumOfAll() throws {
        let needs = try (0..<40).map { index in
            try need(
                "U-\(index % 7)", "P-\(index)", people: index % 5 == 0 ? nil : index % 4, holders: index % 3,
                floor: index % 6 == 0 ? 1 : nil)
        }
        var sum = StaffingSum()
        for (_, part) in StaffingTable.sums(of: needs, by: { $0.place.unit }) { sum.add(part) }
        #expect(sum == StaffingSum(needs))
        #expect(sum == StaffingTable(needs, policy).total)
    }

    @Test func aPublishedSumThatContradictsItselfIsRefused() {
        func sum(need: Int, holders: Int, shortage: Int, belowFloor: Int = 0) -> StaffingSum? {
            StaffingSum(
                places: 2, unanalysedPlaces: 0, need: need, holders: holders, unanalysedHolders: 0, shortage: shortage,
                surplus: 0, belowFloor: belowFloor, unknownFloors: 0, workMinutes: 1, effectiveMinutes: 1)
        }
        #expect(sum(need: 5, holders: 3, shortage: 2)?.difference == 2)
        #expect(sum(need: 5, holders: 3, shortage: 1) == nil)
        #expect(sum(need: -1, holders: 0, shortage: 0) == nil)
        #expect(sum(need: 5, holders: 3, shortage: 2, belowFloor: 3) == nil)
    }

    @Test func aUnitHasAFloorOverAllItsPosts() throws {
        let table = StaffingTable(
            [
                try need("U-2", "P-1", people: 5, holders: 2), try need("U-1", "P-2", people: nil, holders: 2),
                try need("U-1", "P-1", people: 3, holders: 1),
            ], ownFloors: ["U-2": 2, "U-3": 1], policy)
        #expect(table.needs.map(\.place.post) == ["P-1", "P-2", "P-1"])
        #expect(table.units.map(\.unit) == ["U-1", "U-2", "U-3"])
        #expect(table.units.map { $0.floor?.people } == [3, 4, 1])
        #expect(table.units.map { $0.floor?.isOwn } == [false, false, true])
        // Who has no analysis serves all the same; a unit in which nobody serves is below its own floor.
        #expect(table.units.map(\.isBelowFloor) == [false, true, true])
    }

    @Test func aUnitWithoutAnyAnalysisHasNoFloor() throws {
        let table = StaffingTable([try need("U-1", "P-1", people: nil, holders: 2)], policy)
        #expect(table.units.first?.floor == nil)
        #expect(table.units.first?.isBelowFloor == nil)
    }

    @Test func hugeNumbersDoNotTrap() throws {
        let rows = try #require(
            WorkloadRow(
                task: "", outputUnit: "", volumePerYear: WorkloadRow.largestVolume,
                normMinutes: WorkloadRow.largestNormMinutes))
        let place = StaffingNeed(
            place: PostInUnit(unit: "U", post: "P"), rows: Array(repeating: rows, count: 10_000), holders: .max,
            ownFloor: .max, policy)
        var sum = StaffingSum([place, place, place])
        sum.add(sum)
        #expect(sum.workMinutes == .max)
        #expect(sum.allHolders == .max)
        #expect(sum.ratioPermille == 1000)
    }
}
