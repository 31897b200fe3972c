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

    /// Why the view may not be today's.
    static func doubt(_ doubt: Freshness.Doubt) -> Explanation {
        switch doubt {
        case .outdated:
            Explanation(
                meaning: Sentence(
                    "sudah lama tidak ada sinkronisasi yang lengkap, atau jam mesin ini salah.",
                    "there has been no complete sync for long, or this machine's clock is wrong."),
                advice: Sentence(
                    "Periksa jaringan dan jam, lalu jalankan sync.", "Check the network and the clock, then run sync."))
        case .oldDay:
            Explanation(
                meaning: Sentence(
                    "hari yang dikirim koordinator sudah lewat; jam mesin ini atau koordinatornya keliru.",
                    "the day that the coordinator sent is past; this machine's clock or the coordinator is wrong."),
                advice: Sentence(
                    "Periksa jam dengan doctor; bila jamnya benar, laporkan kepada BKD.",
                    "Check the clock with doctor; when it is right, report it to the BKD."))
        case .dayAhead:
            Explanation(
                meaning: Sentence(
                    "hari koordinator mendahului jam mesin ini.",
                    "the coordinator's day is ahead of this machine's clock."),
                advice: Sentence(
                    "Betulkan jam mesin; bila jamnya benar, laporkan kepada BKD.",
                    "Set the clock; when it is right, report it to the BKD."))
        case .frozen:
            Explanation(
                meaning: Sentence(
                    "berhari-hari tidak ada keputusan dan hari baru; yang menjawab mungkin salinan yang beku.",
                    "no decision and no new day for days; what answers may be a frozen copy."),
                advice: Sentence(
                    "Tanyakan kepada BKD apakah koordinatornya berjalan.", "Ask the BKD whether its coordinator runs."))
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
