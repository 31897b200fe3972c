import Negotiation
import SyncProtocol

/// Entries against the bundles that carried them, and nodes against the keys that the journal gave them.
extension JournalVerifier {
    /// Holds the entry against its bundle.
    mutating func check(_ entry: JournalEntry) throws {
        let bundle = try self.bundle(of: entry)
        if let epoch = ended[entry.instance], entry.epoch <= epoch {
            throw JournalDamage(.entry, at: position, "an instance speaks that has ended")
        }
        guard entry.node == bundle.node, entry.agency == signers[bundle.node]?.agency else {
            throw JournalDamage(.entry, at: position, "the entry names another author than its bundle")
        }
        guard entry.index < bundle.operations.count, bundle.operations[entry.index] == entry.operation else {
            throw JournalDamage(.operation, at: position, "the operation is not the one in its bundle")
        }
    }

    private mutating func bundle(of entry: JournalEntry) throws -> Bundle {
        let last = bundles[entry.instance]
        if let last, last.number == entry.bundle { return last }
        try follow(entry.instance, through: entry.bundle)
        guard let bundle = bundles[entry.instance], bundle.number == entry.bundle else {
            throw JournalDamage(.bundle, at: position, "bundle \(entry.bundle) comes after a later one")
        }
        return bundle
    }

    /// Takes up an instance's bundles to this number. A bundle of operations that were all decided before left no entry: the
    /// chain passes through it all the same.
    private mutating func follow(_ instance: InstanceID, through number: Int) throws {
        while true {
            let last = bundles[instance]
            let next = (last?.number ?? 0) + 1
            guard next <= number else { return }
            let bundle = try read(instance, next, after: last)
            bundles[instance] = bundle
            bundleCount += 1
            owe(bundle)
        }
    }

    /// Takes up the bundles that come after each instance's last entry, or of one that has none.
    mutating func followAll() throws {
        for instance in Set(bundles.keys).union(lives.keys).sorted() {
            while try source.bundle(instance, number: (bundles[instance]?.number ?? 0) + 1) != nil {
                try follow(instance, through: (bundles[instance]?.number ?? 0) + 1)
            }
        }
    }

    private func read(_ instance: InstanceID, _ number: Int, after last: Bundle?) throws -> Bundle {
        guard
            let bytes = try source.bundle(instance, number: number), let bundle = try? Bundle(parsing: bytes),
            bundle.number == number
        else { throw JournalDamage(.bundle, at: position, "bundle \(number) is missing or cannot be read") }
        guard
            bundle.instance == instance, bundle.region == region.code,
            bundle.previous == last?.hash ?? Bundle.none
        else { throw JournalDamage(.bundle, at: position, "bundle \(number) does not follow the one before it") }
        let own = bundle.node == region.node ? signers[region.node] : nil
        guard let signer = own ?? lives[instance] else {
            throw JournalDamage(.bundle, at: position, "the node of bundle \(number) had no key at this position")
        }
        guard bundle.verifies(with: signer.key) else {
            throw JournalDamage(.bundle, at: position, "bundle \(number) is not signed by its node")
        }
        return bundle
    }

    private mutating func owe(_ bundle: Bundle) {
        guard let agency = signers[bundle.node]?.agency else { return }
        for bytes in bundle.operations {
            let statement = Statement(agency: agency, hash: Hex.encode(Sodium.sha256(bytes)))
            if !statements.contains(statement) {
                owed[statement] = position
            }
        }
    }

    /// Keys as agency records give them from this position on. Where a node begins another life, the bundles of the one that
    /// ends are taken up to the last.
    mutating func learnKeys(_ effects: [Effect]) throws {
        for case .put(let record) in effects where record.kind == .agency {
            guard let agency = try? Agency(record) else { continue }
            for node in agency.nodes {
                guard let key = Base64URL.decode(node.key).flatMap({ VerifyingKey(bytes: $0) }) else { continue }
                if let last = instances[node.id], last != node.instance {
                    while try source.bundle(last, number: (bundles[last]?.number ?? 0) + 1) != nil {
                        try follow(last, through: (bundles[last]?.number ?? 0) + 1)
                    }
                    ended[last] = epoch
                }
                let signer = Signer(agency: agency.code, key: key)
                signers[node.id] = signer
                instances[node.id] = node.instance
                lives[node.instance] = signer
            }
        }
    }

    /// The nodes that may sync have the keys that the journal gave them, and their last bundles are there.
    mutating func compareNodes(_ state: any StoreSnapshot) throws {
        let nodes = try state.nodes()
        for node in nodes {
            let instance = node.node == region.node ? node.exchange.instance : instances[node.node]
            guard
                signers[node.node] == Signer(agency: node.agency, key: node.key), instance == node.exchange.instance
            else {
                throw JournalDamage(.node, at: position, "node \(node.node) is not what the journal says")
            }
            try follow(node.exchange.instance, through: node.exchange.bundleNumber)
            let last = bundles[node.exchange.instance]
            guard
                last?.number ?? 0 == node.exchange.bundleNumber,
                last?.hash ?? Bundle.none == node.exchange.bundleHash
            else { throw JournalDamage(.node, at: position, "the last bundle of node \(node.node) is another one") }
        }
        let known = Set(nodes.map(\.node))
        if let missing = signers.keys.filter({ !known.contains($0) }).min() {
            throw JournalDamage(.node, at: position, "node \(missing) is missing")
        }
    }
}
