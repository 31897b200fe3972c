import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// Rushes at this agency's own counters.
extension Workplace {
    /// The units that asked for help, until they end it or its last day has passed.
    func unitsThatAsk() throws -> Set<String> {
        let today = try today()
        return Set(
            try foreseen(.surge).compactMap { try? Surge($0) }
                .filter { $0.agency == agency && $0.ended == nil && today <= $0.until }.map(\.unit))
    }

    /// The alarms of the last days for which nobody asked help yet, as far as this node has the staff rows.
    func openAlarms() throws -> [CounterReadings.Unit] {
        guard identity.isRegistry else { return [] }
        do {
            let (today, asked, settings) = (try today(), try unitsThatAsk(), try policy().personnel.surge)
            return try store.staff.read { try CounterReadings.alarms($0, on: today, settings) }
                .filter { !asked.contains($0.id) }
        } catch let error as CommandError where error.code == .neverSynced {
            return []
        }
    }
}

extension CounterReadings.Unit {
    /// The command that asks for help at the busiest counter, with words in capitals for what the person fills in.
    var declaration: String {
        let busiest = surge.readings.max { ($0.ratioPermille ?? 0) < ($1.ratioPermille ?? 0) }
        let service = busiest.map { "\"\($0.day.service)\"" } ?? "S"
        return "mutasi-node surge declare --unit \(id) --service \(service) --until D --post P --route R"
    }

    /// `{"unit","name","day","ratio","command"}`
    var alarmJSON: JSONValue {
        .object([
            ("unit", .string(id)), ("name", .string(name)),
            ("day", .optional(surge.readings.first?.day.day.iso)), ("ratio", .optional(surge.ratioPermille)),
            ("command", .string(declaration)),
        ])
    }

    /// How the day stands against an ordinary one.
    func verdict(_ language: Language) -> String {
        guard let ratio = surge.ratioPermille else {
            return Sentence("belum ada pembanding", "no ordinary day to compare with")[language]
        }
        let text = Sentence("{ratio} kali hari biasa", "{ratio} times an ordinary day").text(
            language, [("ratio", language.permille(ratio))])
        return surge.isAlarm == true ? text + Sentence(", LONJAKAN", ", RUSH")[language] : text
    }
}
