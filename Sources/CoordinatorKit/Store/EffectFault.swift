/// Effects that the state cannot take: a fault of the reducer, never of the storage.
struct EffectFault: Error, Equatable {
    var reason: String
}
