/// A receipt is of an epoch that this journal decides in and did not begin with it: the database was put back once more, and
/// another life of it answered. The next restore begins a later one.
struct UsedEpoch: DurableRefusal {
    var epoch: Int

    func record(in group: inout CommitGroup) throws {
        var standing = group.standing
        standing.latestEpoch = max(standing.latestEpoch, epoch)
        try group.set(standing)
        try group.halt("a receipt of epoch \(epoch) exists, which this journal does not know")
    }
}
