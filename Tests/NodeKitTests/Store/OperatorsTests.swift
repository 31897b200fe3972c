import NodeKit
import Testing

/// Who works at a node.
@Suite struct OperatorsTests {
    private let coordinator = ScriptedCoordinator()
    private let since = "2026-01-05T08:00:00+07:00"

    private func person(_ name: String, _ role: Operator.Role = .operator) -> Operator {
        Operator(name: name, role: role, since: since)
    }

    @Test func theyAreKeptInOrderAndARoleMayChange() throws {
        let store = try Sample.store(coordinator)
        #expect(try store.operators().isEmpty)
        try store.add(person("Sri"))
        try store.add(person("Bagus", .head))
        try store.add(person("Inspektorat", .auditor))
        try store.add(person("Sri", .head))
        #expect(try store.operators().map(\.name) == ["Sri", "Bagus", "Inspektorat"])
        #expect(try store.operators().map(\.role) == [.head, .head, .auditor])
        #expect(Operator.Role.allCases.filter(\.mayRecord) == [.operator, .head])
    }

    @Test func somebodyIsLeftWhoMayRecord() throws {
        let store = try Sample.store(coordinator)
        #expect(throws: NodeFailure.self) { try store.add(person("Inspektorat", .auditor)) }
        try store.add(person("Sri"))
        try store.add(person("Inspektorat", .auditor))
        for refused in [{ try store.removeOperator("Sri") }, { try store.add(person("Sri", .auditor)) }] {
            let failure = #expect(throws: NodeFailure.self) { try refused() }
            #expect(failure?.code == .notAllowed)
        }
        try store.removeOperator("Inspektorat")
        try store.removeOperator("Sri")
        #expect(try store.operators().isEmpty)
        #expect(#expect(throws: NodeFailure.self) { try store.removeOperator("Sri") }?.code == .notFound)
    }

    @Test func theListHasALimit() throws {
        let store = try Sample.store(coordinator)
        for number in 1...Operator.limit {
            try store.add(person("petugas \(number)"))
        }
        #expect(#expect(throws: NodeFailure.self) { try store.add(person("satu lagi")) }?.code == .limit)
        try store.add(person("petugas 1", .head))
        #expect(try store.operators().count == Operator.limit)
    }
}
