import NodeKit

/// Images of disks that people keep: of nodes by the machine's name, and of the coordinator.
struct SpareCopies {
    struct Copy {
        var disk: FaultDisk
        var identity: NodeIdentity
        /// True time of the copy.
        var taken: Int
    }

    var nodes: [String: [Copy]] = [:]
    var coordinator: [(disk: FaultDisk, taken: Int, lines: Int)] = []
}
