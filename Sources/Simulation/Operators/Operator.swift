import GRDB
import Negotiation
import NodeKit
import Personnel
import SyncProtocol

/// Somebody at a node who negotiates: at random, most often lawfully as far as the node can know, sometimes foolishly.
///
/// Sees the node's replica and nothing else, inside one read.
struct Operator {
    /// Who sits there most of the time, and who confirms what the clerk proposed.
    static let clerk = "petugas"
    static let second = "atasan"

    let agency: AgencyCode
    let isDesk: Bool
    let isRegistry: Bool
    /// What distinguishes the private data of the two runs of a twin; empty for everybody but the keeper.
    let secret: String
    let agencies: [AgencyCode]
    let reader: ReplicaReader
    let policies: PolicyShelf
    let today: CivilDate
    var dice: SeededGenerator

    /// Nil before the first day has come.
    init?(at machine: NodeMachine, in region: SimulatedRegion, reading database: Database, _ dice: SeededGenerator)
        throws
    {
        reader = try ReplicaReader(database)
        guard let record = try reader.records(linked: .kind(.region)).first, let stated = try? Region(record) else {
            return nil
        }
        today = stated.day
        agency = machine.agency
        isDesk = machine.agency.text == SimulatedRegion.bkd
        isRegistry = machine.identity.isRegistry
        secret = machine.agency.text == SimulatedRegion.keeper ? region.secret : ""
        agencies = region.agencies
        policies = region.policies
        self.dice = dice
    }

    /// Nil when nothing comes to mind.
    mutating func next() throws -> Move? {
        for _ in 0..<4 {
            let move: Move?
            if dice.chance(perMille: 200), let next = try waitingMove() {
                move = next
            } else if isDesk {
                switch dice.below(100) {
                case 0..<22: move = try regionMove()
                case 22..<34: move = try deskMove()
                case 34..<42: move = try dice.chance(perMille: 500) ? packageMove() : personMove()
                default: move = try paperMove()
                }
            } else if dice.chance(perMille: 300), let next = try transferMove() {
                // What is under way comes before what is new.
                move = next
            } else {
                switch dice.below(100) {
                case 0..<14 where isRegistry: move = try cardMove()
                case 14..<28: move = try vacancyMove()
                case 28..<36: move = try conflictMove()
                case 36..<56: move = try newOfferMove()
                case 56..<60: move = try packageMove()
                case 60..<66: move = try personMove()
                default: move = try offerMove()
                }
            }
            if let move { return dice.chance(perMille: 60) ? try spoiled(move) : move }
        }
        return nil
    }

    func records<View>(_ kind: RecordKind, _ view: (Negotiation.Record) throws -> View) throws -> [View] {
        try reader.records(linked: .kind(kind)).compactMap { try? view($0) }
    }

    func date(_ days: Int) -> String {
        today.adding(days: days).iso
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : dice.pick(elements)
    }

    /// A reason in free text, which travels apart.
    mutating func reason() -> (json: String, attachment: Attachment) {
        let attachment = Attachment.make(Array("alasan \(dice.below(1000))".utf8))
        return (#"{"attachment":"\#(attachment.name)"}"#, attachment)
    }
}
