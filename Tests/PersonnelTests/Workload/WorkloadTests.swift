import Personnel
import Testing

struct WorkloadTests {
    private func rows(minutes: Int) throws -> [WorkloadRow] {
        [try #require(WorkloadRow(task: "Layanan", outputUnit: "menit", volumePerYear: minutes, normMinutes: 1))]
    }

    private func workload(minutes: Int, holders: Int, effective: Int = 75_000) throws -> Workload {
        Workload(rows: try rows(minutes: minutes), holders: holders, effectiveMinutes: effective)
    }

    @Test func sevenThousandHoursNeedSixPeople() throws {
        let work = Workload(
            rows: [
                try #require(WorkloadRow(task: "Terima", outputUnit: "berkas", volumePerYear: 7_000, normMinutes: 60)),
                try #require(WorkloadRow(task: "Lapor", outputUnit: "laporan", volumePerYear: 58, normMinutes: 120)),
            ], holders: 5, effectiveMinutes: 75_000)
        #expect(work.minutes == 7_116 * 60)
        #expect(work.needHundredths == 569)
        #expect(work.need == 6)
        #expect(work.difference == 1)
        #expect(work.ratioPermille == 1138)
        #expect(work.efficiency == .a)
    }

    @Test(arguments: [(0, 0), (37_499, 0), (37_500, 1), (112_499, 1), (112_500, 2)])
    func halfAPersonIsRoundedUp(minutes: Int, need: Int) throws {
        #expect(try workload(minutes: minutes, holders: 1).need == need)
    }

    @Test(arguments: [
        (910, EfficiencyClass.a), (909, .b), (760, .b), (759, .c), (610, .c), (609, .d), (510, .d), (509, .e), (0, .e),
    ])
    func classTurnsAtItsMark(permille: Int, expected: EfficiencyClass) throws {
        let work = try workload(minutes: permille, holders: 1, effective: 1000)
        #expect(work.ratioPermille == permille)
        #expect(work.efficiency == expected)
    }

    @Test func ratioIsRoundedDown() throws {
        #expect(try workload(minutes: 9_099, holders: 1, effective: 10_000).efficiency == .b)
    }

    @Test func withoutHoldersThereIsNoRatio() throws {
        let work = try workload(minutes: 75_000, holders: 0)
        #expect(work.ratioPermille == nil)
        #expect(work.efficiency == nil)
        #expect(work.difference == 1)
    }

    @Test func senselessSettingsDoNotTrap() throws {
        let largest = try #require(
            WorkloadRow(
                task: "", outputUnit: "", volumePerYear: WorkloadRow.largestVolume,
                normMinutes: WorkloadRow.largestNormMinutes))
        let work = Workload(rows: Array(repeating: largest, count: 10_000), holders: .max, effectiveMinutes: -5)
        #expect(work.minutes == .max)
        #expect(work.need == .max)
        #expect(work.needHundredths == .max)
        #expect(Workload(rows: [largest], holders: 1, effectiveMinutes: .max).need == 0)
        #expect(Workload(rows: [largest], holders: .max, effectiveMinutes: .max).ratioPermille == 0)
        #expect(WorkloadRow(task: "", outputUnit: "", volumePerYear: -1, normMinutes: 1) == nil)
        #expect(WorkloadRow(task: "", outputUnit: "", volumePerYear: 1, normMinutes: 1_000_001) == nil)
    }
}
