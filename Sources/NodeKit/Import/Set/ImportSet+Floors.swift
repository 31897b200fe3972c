/// `batas-minimal.csv`: the agency's own floors.
extension ImportSet {
    mutating func readFloors(_ bytes: [UInt8]) throws(ImportError) -> Int {
        var rows: [FloorRow] = []
        var places: Set<[String?]> = []
        var found: [RowError] = []
        let count = try Table.read(
            bytes, file: ImportFile.floors.rawValue, required: ["UNOR ID", "BATAS MINIMAL"], optional: ["JABATAN ID"]
        ) { cells in
            if cells.isAligned {
                let unit = cells.required("UNOR ID", "the id of the unit")
                let post = cells.optional("JABATAN ID")
                let people = cells.requiredNumber("BATAS MINIMAL", in: 0...OwnFloor.limit)
                if let unit, !places.insert([unit, post]).inserted {
                    cells.refuse("UNOR ID", unit, .duplicateID, "each unit, and each post in a unit, once")
                }
                if let unit, let people, cells.errors.isEmpty {
                    rows.append(FloorRow(number: cells.row.number, unitID: unit, postID: post, people: people))
                }
            }
            found += cells.errors
        }
        floors = rows
        errors += found
        return count
    }
}
