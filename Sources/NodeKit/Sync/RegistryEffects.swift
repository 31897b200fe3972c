import GRDB
import SyncProtocol

/// What a registry does in the transaction that absorbs a page: a started transfer changes its staff rows, and the drafts
/// that follow from it are recorded.
///
/// Called when a view is complete, with the changes that the replica did not have yet, after they are in it: a record may
/// come pages before those that say what it means. When the view took several pages, all records of
/// ``RegistryTransfers/kinds`` count as changes. After that, and after a rebuild that did not help, the same change may come
/// again, so what it does must be the same when repeated. An error undoes the whole absorption.
public typealias RegistryEffects = @Sendable (Database, [ReplicaChange]) throws -> [Draft]
