import NodeKit

/// What a node's state is called, and what to do about it.
enum StatusWords {
    static func state(_ state: NodeStatus.State) -> Sentence {
        switch state {
        case .working: Sentence("bekerja", "working")
        case .stale: Sentence("BASI: salinan lain lebih baru", "STALE: a later copy of this node exists")
        case .unknown: Sentence("TIDAK DIKENAL oleh koordinator", "UNKNOWN to the coordinator")
        case .superseded: Sentence("DIGANTIKAN oleh simpul lain", "SUPERSEDED by another instance")
        case .revoked: Sentence("DICABUT kuncinya", "REVOKED")
        case .diverged: Sentence("BERBEDA dari koordinator", "DIVERGED from the coordinator")
        case .damaged: Sentence("RUSAK: isi basis data berubah", "DAMAGED: the database is not what was written")
        }
    }

    /// The one thing to do first; nil when there is nothing.
    static func advice(_ status: NodeStatus) -> (text: Sentence, command: String?)? {
        switch status.state {
        case .stale, .superseded:
            return (
                Sentence(
                    "Simpul ini berhenti. Jangan menghapus apa pun, hubungi BKD; draf tersimpan dan dapat dibaca:",
                    "This node has stopped. Delete nothing, call the BKD; drafts are kept and can be read:"),
                "outbox list"
            )
        case .unknown:
            return (
                Sentence(
                    "Tidak ada yang dihapus. Tanyakan kepada BKD apakah simpul ini masih terdaftar.",
                    "Nothing was deleted. Ask the BKD whether this node is still enrolled."), nil
            )
        case .revoked:
            return (Sentence("Hubungi BKD.", "Call the BKD."), nil)
        case .diverged:
            return (
                Sentence(
                    "Laporkan kepada BKD; simpul tetap dapat dipakai.", "Report it to the BKD; the node still works."),
                nil
            )
        case .damaged:
            return (
                Sentence(
                    "Jangan dipakai lagi; simpan salinan folder ini dan hubungi BKD.",
                    "Do not use it any more; keep a copy of this folder and call the BKD."), nil
            )
        case .working: break
        }
        if status.openConflicts > 0 {
            return (Sentence("Selesaikan pertentangan:", "Resolve the conflicts:"), "conflict list")
        }
        if status.drafts + status.inFlight > 0 || !status.isComplete || status.incompleteRecords > 0 {
            return (Sentence("Kirim dan terima:", "Send and receive:"), "sync")
        }
        return nil
    }
}
