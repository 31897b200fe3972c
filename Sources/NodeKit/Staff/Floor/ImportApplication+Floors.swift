extension ImportApplication {
    /// A complete file replaces the floors that came from a file; those that an operator typed stay where it does not name them.
    func applyFloors() throws -> Int {
        guard let rows = set.floors else { return 0 }
        let stated = rows.map { OwnFloor(unit: $0.unitID, post: $0.postID, people: $0.people, origin: .file) }
        var changes = try stated.reduce(0) { try $0 + (writer.put($1) ? 1 : 0) }
        guard set.isComplete(.floors) else { return changes }
        for floor in try reader.floors() where floor.origin == .file {
            guard !stated.contains(where: { $0.unit == floor.unit && $0.post == floor.post }) else { continue }
            changes += try writer.put(OwnFloor(unit: floor.unit, post: floor.post, people: 0, origin: .file)) ? 1 : 0
        }
        return changes
    }
}
