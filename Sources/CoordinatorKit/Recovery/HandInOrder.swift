import Negotiation

/// The order in which bundles that were handed in are decided: that of the journal which was lost, as far as it is known.
///
/// A bundle's operations stood together, so it has the place of its last one. A bundle never comes before an earlier one of
/// its instance: one without a receipt goes with the next that has one, or comes last.
enum HandInOrder {
    /// `keys` are in the order of instance and number.
    static func sorted(_ keys: [HandedBundle.Key]) -> [HandedBundle.Key] {
        var places = keys.map { $0.lastPosition ?? .max }
        for index in keys.indices.dropLast().reversed()
        where keys[index].lastPosition == nil && keys[index].instance == keys[index + 1].instance {
            places[index] = places[index + 1]
        }
        for index in keys.indices.dropFirst() where keys[index].instance == keys[index - 1].instance {
            places[index] = max(places[index], places[index - 1])
        }
        return zip(places, keys).sorted { left, right in
            (left.0, left.1.instance, left.1.number) < (right.0, right.1.instance, right.1.number)
        }.map(\.1)
    }
}
