import Foundation
import StrictJSON

/// The figures of one benchmark, as a table for people or one JSON document.
struct BenchReport {
    struct Figure {
        var name: String
        var value: Double
        var unit: String
    }

    var title: String
    var figures: [Figure] = []

    mutating func add(_ name: String, _ value: Double, _ unit: String) {
        figures.append(Figure(name: name, value: value, unit: unit))
    }

    func print(json: Bool) {
        Swift.print(json ? document.prettyPrinted() : table)
    }

    private var table: String {
        let width = figures.map(\.name.count).max() ?? 0
        let rows = figures.map { figure in
            "  " + figure.name.padding(toLength: width + 2, withPad: " ", startingAt: 0)
                + Self.text(figure.value) + " " + figure.unit
        }
        return ([title, Machine.description] + rows).joined(separator: "\n")
    }

    /// I-JSON has integers only: values are given in thousandths.
    private var document: JSONValue {
        .object([
            ("benchmark", .string(title)), ("machine", .string(Machine.description)),
            (
                "figures",
                .array(
                    figures.map { figure in
                        .object([
                            ("name", .string(figure.name)), ("unit", .string(figure.unit)),
                            ("thousandths", .integer(Int((figure.value * 1000).rounded()))),
                        ])
                    })
            ),
        ])
    }

    private static func text(_ value: Double) -> String {
        let digits = value >= 100 || value == value.rounded() ? 0 : value >= 10 ? 1 : 2
        return value.formatted(
            .number.precision(.fractionLength(digits)).locale(Locale(identifier: "en_US_POSIX")).grouping(.automatic))
    }
}
