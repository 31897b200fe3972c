import StrictJSON

/// What the journal tells about the coordinator itself. These operations change no record: they make two histories of one
/// region differ from the first start after they parted.
extension Workspace {
    /// `coordinator.boot` `{"boot"}`: a program begins to serve.
    func boot() throws {
        try checkRegion()
        _ = try body.requiredString("boot", maxBytes: 60)
    }

    /// `epoch.begin` `{"epoch","cut","boot"}`: the journal goes on after a restore. Everything up to the cut is what was
    /// answered from before; what came after it may have been lost.
    func beginEpoch() throws {
        try checkRegion()
        _ = try body.requiredInteger("epoch", in: 2...JSON.integerRange.upperBound)
        _ = try body.requiredInteger("cut", in: 0...max(position - 1, 0))
        _ = try body.requiredString("boot", maxBytes: 60)
    }

    private func checkRegion() throws {
        guard operation.record == (try region()).id else { throw Refusal.notFound }
    }
}
