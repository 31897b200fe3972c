import NodeKit

/// What contradictions and comparisons are called.
enum CheckpointWords {
    static func reason(_ reason: Contradiction.Reason) -> Sentence {
        switch reason {
        case .forked:
            Sentence(
                "Riwayat jurnal bukan lanjutan dari yang sudah dilihat:",
                "The journal does not go on from what was seen:")
        case .back: Sentence("Jurnal mundur:", "The journal went back:")
        case .foreign:
            Sentence(
                "Koordinator tidak mengenal kepala jurnalnya sendiri:",
                "The coordinator denies a head of its own journal:")
        case .behind:
            Sentence("Pihak lain melihat jurnal yang lebih baru:", "Another was shown a later journal:")
        case .other: Sentence("Pihak lain melihat riwayat yang lain:", "Another was shown another story:")
        }
    }

    static func comparison(_ comparison: HeadComparison) -> Sentence {
        switch comparison {
        case .same: Sentence("Keduanya melihat jurnal yang sama.", "Both were shown the same journal.")
        case .forked:
            Sentence(
                "KEDUANYA MELIHAT RIWAYAT YANG BERBEDA. Buktinya tersimpan; hubungi BKD.",
                "BOTH WERE SHOWN DIFFERENT STORIES. The proof is kept; call the BKD.")
        case .asked:
            Sentence(
                "Letaknya berbeda; koordinator diminta membuktikannya pada sinkronisasi berikut.",
                "They are at different places; the coordinator is asked for a proof at the next sync.")
        case .older:
            Sentence(
                "Berasal dari masa sebelum pemulihan; tidak dapat dibandingkan lagi.",
                "It is from an epoch before a restore and can no longer be compared.")
        }
    }
}
