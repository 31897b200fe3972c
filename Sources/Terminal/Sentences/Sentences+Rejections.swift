extension Sentences {
    /// Codes of `RejectionCode`.
    static let rejections = Catalogue(
        explanations: """
            bad-body
            Isi yang dikirim tidak lengkap atau salah bentuk.
            Lihat rincian di bawah, perbaiki isian itu, lalu catat sekali lagi.
            What was sent is incomplete or has the wrong form.
            See the details below, correct that entry and record it once more.

            unknown-kind
            Koordinator belum mengenal tindakan ini.
            Samakan versi program di kedua pihak; tanyakan kepada BKD.
            The coordinator does not know this kind of act.
            Bring both programs to the same version; ask the BKD.

            not-found
            Tidak ada data seperti itu yang boleh dilihat perangkat daerah ini.
            Jalankan sync, lalu periksa nomornya dengan perintah list.
            There is no such record that this agency may see.
            Run sync, then check the id with the list command.

            not-allowed
            Tindakan ini adalah hak pihak lain.
            Minta pihak yang disebut di rincian untuk melakukannya.
            This act belongs to someone else.
            Ask the party named in the details to do it.

            equivocation
            Nomor operasi ini sudah dipakai untuk isi yang lain.
            Hentikan sync; kemungkinan ada salinan kedua dari data ini. Hubungi BKD.
            This operation's id was used before for something else.
            Stop syncing; there may be a second copy of this node. Call the BKD.

            internal
            Koordinator gagal karena kesalahannya sendiri; tidak ada yang berubah.
            Sampaikan nomor insiden di rincian kepada BKD.
            The coordinator failed by a fault of its own; nothing changed.
            Give the BKD the incident number in the details.

            exists
            Yang hendak dibuat sudah ada.
            Pakai yang sudah ada; lihat rincian atau perintah list.
            What should be created is there already.
            Use the one that exists; see the details or the list command.

            wrong-state
            Keadaannya sekarang tidak mengizinkan tindakan ini.
            Jalankan sync dan lihat keadaan terakhir dengan perintah show.
            Its present state does not allow this.
            Run sync and look at the present state with the show command.

            stale-terms
            Syaratnya sudah berubah sejak Anda melihatnya; pernyataan lama tidak berlaku.
            Baca syarat terbaru dengan offer show, lalu nyatakan sikap atas syarat itu.
            The terms changed after you saw them; a word on old terms does not count.
            Read the new terms with offer show, then answer those.

            unsupported
            Bentuknya benar, tetapi belum dilayani oleh versi ini.
            Pilih salah satu yang disebut di rincian.
            Well-formed, but this version does not do it.
            Choose one of those in the details.

            rule
            Ada ketentuan yang tidak terpenuhi.
            Lihat ketentuan dan pasalnya di bawah; pilih orang, jabatan atau tanggal lain.
            A rule stands against it.
            See the rules and articles below; choose another person, post or date.

            seats-held
            Formasi lowongan ini sedang dikunci oleh usulan.
            Selesaikan atau tutup usulan yang disebut di rincian terlebih dahulu.
            Offers hold seats of this vacancy.
            First finish or close the offers in the details.

            incomplete
            Masih ada yang belum lengkap: pertimbangan, ketentuan atau tahapan.
            Lengkapi yang disebut di rincian, lalu ulangi.
            Something is missing: an opinion, a rule or a step.
            Complete what the details name, then repeat.

            person-has-card
            Orang ini sudah mempunyai kartu yang berlaku.
            Pakai kartu itu; bila ada di perangkat daerah lain, hubungi BKD.
            This person has a live card already.
            Use that card; if another agency has it, call the BKD.

            card-closed
            Kartu ini sudah ditutup.
            Cari kartu yang masih berlaku dengan card list.
            This card is closed.
            Find a card that is open with card list.

            vacancy-closed
            Lowongan ini sudah ditutup.
            Cari lowongan yang masih terbuka dengan vacancy list.
            This vacancy is closed.
            Find one that is open with vacancy list.

            invitation-used
            Undangan ini sudah dipakai.
            Minta undangan baru kepada BKD.
            This invitation was used already.
            Ask the BKD for a new one.

            day-not-later
            Hari yang diminta tidak sesudah hari terakhir yang tercatat.
            Sebutkan tanggal yang lebih kemudian.
            The day asked for is not after the last one recorded.
            Give a later date.

            gates-open
            Masih ada tahapan sebelum mulai bertugas yang belum selesai.
            Selesaikan tahapan yang disebut di rincian; lihat transfer show.
            Steps before the start are not done yet.
            Finish the steps in the details; see transfer show.

            groups-conflict
            Orang lain sudah mengubah bagian yang sama; perubahan Anda belum diterapkan.
            Bandingkan keduanya dengan conflict show, lalu pilih dengan conflict resolve.
            Someone else changed the same part; your change is not applied yet.
            Compare both with conflict show, then choose with conflict resolve.

            own-rules
            Gabungan perubahan Anda dan perubahan orang lain melanggar aturan data itu sendiri.
            Lihat conflict show, lalu tulis nilai yang benar dengan conflict resolve.
            Your change together with another's breaks the record's own rules.
            See conflict show, then write the right value with conflict resolve.

            limit
            Melewati batas yang ditetapkan.
            Lihat batasnya di rincian; kurangi atau pecah menjadi beberapa bagian.
            It is over a limit.
            See the limit in the details; send less or in parts.

            already-done
            Ini sudah dilakukan sebelumnya.
            Tidak perlu apa-apa; lihat keadaan terakhir dengan perintah show.
            This was done before.
            Nothing to do; look at the present state with the show command.

            too-late
            Menurut tanggal yang tertulis, waktunya sudah lewat: paling lambat {deadline}.
            Periksa tanggal terima petikan dan tanggal keberatan; yang terlambat hanya dapat ditolak.
            By the dates that are stated the time was over: {deadline} at the latest.
            Check when the extract was received and the objection handed in; one that came late can only be refused.

            stale-letter
            Pernyataan perangkat daerah yang berlaku lebih baru daripada yang ini.
            Lihat yang berlaku di rincian. Perangkat daerah sendiri: jalankan sync, lalu nyatakan lagi bila tetap demikian.
            The agency's word that stands is a later one than this.
            See which in the details. The agency itself: run sync, then say it again if it still is so.

            depends-on
            Ini menyangkut data yang pembuatannya ditolak lebih dahulu.
            Perbaiki dan kirim ulang yang ditolak itu beserta yang bergantung: outbox resend NOMOR --with-dependants.
            It is about a record whose making was refused before.
            Correct and send that one again with what depends on it: outbox resend ID --with-dependants.
            """)
}
