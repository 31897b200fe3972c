/// A backup of the coordinator's database that its operator keeps.
struct KeptBackup {
    enum Origin: String {
        /// By the program, while it serves.
        case served
        /// An image of the disk, taken in the middle of a write.
        case image
    }

    var disk: FaultDisk
    /// True time of the backup.
    var taken: Int
    /// The journal's head as far as it was read when the backup was made; an image may have less or more.
    var lines: Int
    var origin: Origin
}
