/// One record of a delimited file.
package struct CSVRow: Equatable, Sendable {
    /// The row as a spreadsheet counts it: the header is 1, blank rows count, a line break in quotes does not.
    package let number: Int
    package let fields: [String]

    /// Whether no field holds anything.
    var isBlank: Bool {
        fields.allSatisfy(\.isEmpty)
    }
}
