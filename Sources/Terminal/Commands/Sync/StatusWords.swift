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
        case .forked:
            Sentence("BERCABANG: koordinator menunjukkan dua riwayat", "FORKED: the coordinator told two stories")
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

    /// The BKD's command for the line that a stopped node needs; nil for one that needs none.
    static func invitation(_ status: NodeStatus, _ identity: NodeIdentity) -> String? {
        switch status.state {
        case .stale, .superseded: "mutasi-coordinator invite \(identity.agency) --replace \(identity.node)"
        default: nil
        }
    }

    /// What to do, the first thing first; empty when there is nothing.
    static func advice(_ status: NodeStatus, _ identity: NodeIdentity) -> [(text: Sentence, command: String?)] {
        switch status.state {
        case .stale: return stopped(status, identity, copy: Sentence("lebih baru", "gone further"))
        case .superseded: return stopped(status, identity, copy: Sentence("menggantikannya", "taken its place"))
        case .unknown:
            return [
                (
                    Sentence(
                        "Tidak ada yang dihapus. Tanyakan kepada BKD apakah simpul ini masih terdaftar.",
                        "Nothing was deleted. Ask the BKD whether this node is still enrolled."), nil
                )
            ]
        case .revoked: return [(Sentence("Hubungi BKD.", "Call the BKD."), nil)]
        case .forked:
            return [
                (
                    Sentence(
                        "Jangan memutuskan apa pun dari jawaban baru. Buktinya tersimpan; tunjukkan kepada BKD:",
                        "Decide nothing from new answers. The proof is kept; show it to the BKD:"),
                    "checkpoint show"
                )
            ]
        case .diverged:
            return [
                (
                    Sentence(
                        "Laporkan kepada BKD; simpul tetap dapat dipakai.",
                        "Report it to the BKD; the node still works."), nil
                )
            ]
        case .damaged:
            return [
                (
                    Sentence(
                        "Jangan dipakai lagi; simpan salinan folder ini dan hubungi BKD.",
                        "Do not use it any more; keep a copy of this folder and call the BKD."), nil
                )
            ]
        case .working: return work(status)
        }
    }

    private static func stopped(
        _ status: NodeStatus, _ identity: NodeIdentity, copy: Sentence
    ) -> [(text: Sentence, command: String?)] {
        [
            (
                Sentence(
                    "Simpul ini berhenti: salinan lain \(copy[.indonesian]). Jangan menghapus apa pun; data pegawai dan draf tetap ada:",
                    "This node has stopped: another copy has \(copy[.english]). Delete nothing; staff data and drafts stay:"
                ), "outbox list"
            ),
            (
                Sentence(
                    "Bila mesin ini yang harus bekerja terus, minta BKD menjalankan: \(invitation(status, identity) ?? "") lalu di sini:",
                    "If this machine is the one to go on, ask the BKD to run: \(invitation(status, identity) ?? "") and then here:"
                ), "rejoin LINE"
            ),
        ]
    }

    private static func work(_ status: NodeStatus) -> [(text: Sentence, command: String?)] {
        if status.isRejoining {
            return [
                (
                    Sentence(
                        "Bergabung ulang sudah dimulai. Ulangi dengan undangan yang sama:",
                        "A rejoin has begun. Run it again with the same line:"), "rejoin LINE"
                )
            ]
        }
        if status.isRestored {
            return [
                (
                    Sentence(
                        "Data ini dari cadangan; sync berikutnya memberi tahu koordinator:",
                        "This data came from a backup; the next sync tells the coordinator:"), "sync"
                )
            ]
        }
        var all: [(text: Sentence, command: String?)] = []
        if status.openConflicts > 0 {
            all.append((Sentence("Selesaikan pertentangan:", "Resolve the conflicts:"), "conflict list"))
        }
        if status.held > 0 {
            all.append(
                (
                    Sentence(
                        "Periksa draf yang ditahan, lalu lepas atau tarik:",
                        "Look at the held drafts, then release or withdraw them:"), "outbox list"
                ))
        }
        let canSend = status.drafts - status.held - status.waiting + status.inFlight > 0
        if canSend || !status.isComplete || status.incompleteRecords > 0 {
            all.append((Sentence("Kirim dan terima:", "Send and receive:"), "sync"))
        } else if status.owesErasure {
            all.append(
                (
                    Sentence(
                        "Data yang dihapus masih ada di berkas basis data. Kosongkan ruang disk, lalu:",
                        "Deleted data is still in the database file. Make room on the disk, then:"), "sync"
                ))
        }
        return all
    }
}
