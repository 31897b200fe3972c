import Negotiation
import SyncProtocol

/// What a recovery collects until it decides, and what it leaves to be shown: state of the coordinator alone, of which the
/// journal knows nothing.
///
/// Writing outside a ``StoreTransaction`` fails. Everything may be repeated.
public protocol RecoveryShelf {
    /// Lets the node's next exchange be taken whatever its number, because this journal has an older one.
    func reopen(_ node: NodeID) throws
    func isReopened(_ node: NodeID) throws -> Bool
    func close(_ node: NodeID) throws

    /// Keeps that a node says it has seen a later head; one claim of each node counts.
    func claim(_ head: Head, by node: NodeID, of agency: AgencyCode) throws
    /// The agencies whose nodes claim a later head.
    func claimants() throws -> [AgencyCode]
    func forgetClaims() throws

    /// Keeps a bundle that was handed in; one with a receipt takes the place of the same without.
    func keep(_ handed: HandedBundle) throws
    func handed(_ instance: InstanceID, number: Int) throws -> HandedBundle?
    /// By instance and number.
    func handedKeys() throws -> [HandedBundle.Key]
    func keepHanded(_ attachment: Attachment) throws
    func handedAttachment(_ name: String) throws -> Attachment?
    func set(_ report: RecoveryReport) throws
    func reports() throws -> [RecoveryReport]
    /// Keeps where lives began, as a node that has reported was told; of one epoch the latest place.
    func keep(_ cuts: [JournalCut]) throws
    /// By their epochs, in order.
    func cuts() throws -> [JournalCut]
    /// Forgets the bundles of this instance, of all when it is nil, and attachments that go with none: they are decided.
    func forgetHanded(_ instance: InstanceID?) throws
    /// And the cuts that came with them.
    func forgetReports() throws

    func append(_ change: ChangedOutcome) throws
    /// In the order of their new positions, the last epoch's last.
    func changes() throws -> [ChangedOutcome]
    /// Keeps the positions of old lives that nobody has handed in yet, in the place of those that were kept.
    func set(gaps: [LostPositions], epoch: Int) throws
    func gaps(epoch: Int) throws -> [LostPositions]

    /// Owes the instance a receipt of this epoch for one of its bundles.
    func owe(_ instance: InstanceID, number: Int) throws
    /// The bundles for which a receipt is owed, in order.
    func owed(_ instance: InstanceID, limit: Int) throws -> [Int]
    /// Notes that the reply to this exchange carries the receipts.
    func send(_ instance: InstanceID, numbers: [Int], exchange: Int) throws
    /// The reply to this exchange carries none after all: what an earlier reply to it carried is owed as before.
    func withhold(_ instance: InstanceID, exchange: Int) throws
    /// The instance has absorbed every reply before this exchange: what they carried is no longer owed.
    func settle(_ instance: InstanceID, before exchange: Int) throws

    func append(_ backup: BackupMark) throws
    /// Those of epochs before this one, the last one first.
    func backups(before epoch: Int, limit: Int) throws -> [BackupMark]
}
