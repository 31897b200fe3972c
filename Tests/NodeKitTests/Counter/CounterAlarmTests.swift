import Negotiation
import Personnel
import StrictJSON
import Testing

@testable import NodeKit

/// What an alarm at a unit's own counters does: it is told, and the unit lends nobody.
struct CounterAlarmTests {
    private let database: StaffDatabase
    private let policy: Policy

    init() throws {
        database = try StaffDatabase()
        try database.load(StaffFiles.all)
        policy = try StaffRecords.policy()
    }

    /// Four ordinary weeks before a day, and the day itself.
    private func count(unit: String, _ visitors: Int, on day: CivilDate) throws {
        let days = (0...4).compactMap { week in
            CounterDay(
                unit: unit, service: "KTP-el", day: day.adding(days: -7 * week), visitors: week == 0 ? visitors : 100,
                served: 100, minutes: 1000)
        }
        try database.store.put(days)
    }

    private func alarms(on day: CivilDate) throws -> [String] {
        try database.store.read { try CounterReadings.alarms($0, on: day, policy.personnel.surge) }.map(\.id)
    }

    @Test func anAlarmOfTheLastWeekIsOneAndAnOlderOneIsHistory() throws {
        let today = database.today
        try count(unit: "U-2", 121, on: today)
        #expect(try alarms(on: today) == ["U-2"])
        #expect(try alarms(on: today.adding(days: 7)) == ["U-2"])
        #expect(try alarms(on: today.adding(days: 8)) == [])
        // Figures of days to come say nothing yet.
        #expect(try alarms(on: today.adding(days: -1)) == [])
    }

    @Test func theUnitsOwnLastDayCounts() throws {
        let today = database.today
        try count(unit: "U-2", 180, on: today.adding(days: -1))
        try count(unit: "U-1", 100, on: today)
        #expect(try alarms(on: today) == ["U-2"])
        try count(unit: "U-2", 120, on: today)
        #expect(try alarms(on: today) == [])
    }

    @Test func aUnitInARushLendsNobodyAndSaysSo() throws {
        let today = database.today
        func left() throws -> LeftPost? {
            try database.workplaces(policy).left(
                by: try database.sheet(OfficialExport.aminah).civilServant, on: today)
        }
        func published() throws -> [Bool?] {
            try database.store.read { try AgencyNeed($0, on: today, policy.personnel, .none) }.statements.filter {
                $0.unit == "U-2"
            }.map { try JSON(parsing: $0.body.encoded)["need"]?["rush"]?.boolean }
        }
        #expect(try left()?.isInRush == false)
        #expect(try published() == [nil])
        try count(unit: "U-2", 180, on: today)
        #expect(try left()?.isInRush == true)
        #expect(try published() == [true])
        let asked = try database.workplaces(policy).inRush(["U-9"])
        #expect(asked.rushes == ["U-2", "U-9"])
    }
}
