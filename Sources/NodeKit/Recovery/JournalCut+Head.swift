import SyncProtocol

extension JournalCut {
    /// Whether a page was read beyond the cut and no request says so: in the second version of the wire it cannot name a head that
    /// came in the first, and an earlier one takes its place.
    func hides(_ head: Head?) -> Bool {
        guard let head, head.root == nil else { return false }
        return head.epoch < epoch && head.position > position
    }
}
