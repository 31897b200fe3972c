extension Sentences {
    /// Codes of `NodeFailure`.
    static let node = Catalogue(
        explanations: """
            no-node
            Folder data ini belum berisi simpul.
            Pakai --data FOLDER yang benar, atau bergabung dulu dengan mutasi-node join.
            The data folder holds no node.
            Give the right --data FOLDER, or join first with mutasi-node join.

            exists
            Folder data ini sudah berisi simpul.
            Pakai folder lain untuk simpul baru.
            The data folder holds a node already.
            Use another folder for a new node.

            not-a-database
            Berkas basis data ini bukan milik simpul.
            Periksa --data, atau pulihkan cadangan terakhir.
            The file is no node's database.
            Check --data, or restore the last backup.

            newer
            Data ini ditulis oleh versi program yang lebih baru.
            Perbarui program; jangan memakai versi lama untuk data ini.
            A later version of the program wrote this data.
            Update the program; do not use an old one on this data.

            damaged
            Data simpul ini rusak.
            Jangan dipakai lagi; simpan salinan folder ini dan hubungi BKD.
            The node's data is damaged.
            Stop using it; keep a copy of this folder and call the BKD.

            mixed
            Basis data dan kunci bukan milik simpul yang sama.
            Satukan kembali berkas dari satu cadangan.
            Database and keys do not belong to one node.
            Put files of one backup together again.

            permissions
            Orang lain di mesin ini dapat membaca folder data.
            Batasi dengan chmod go= pada folder itu, dan cari siapa yang sempat membacanya.
            Others on this machine can read the data folder.
            Run chmod go= on it, and find out who could read the keys.

            not-durable
            Penyimpanan tidak menjamin data selamat saat listrik padam.
            Pindahkan folder data ke disk setempat yang biasa.
            The storage would not keep data through a power cut.
            Move the data folder to an ordinary local disk.

            syncing
            Proses lain sedang menjalankan sync.
            Tunggu sampai selesai, lalu ulangi.
            Another process is syncing.
            Wait until it has finished, then repeat.

            busy
            Proses lain sedang memakai basis data.
            Ulangi sebentar lagi.
            Another process holds the database.
            Try again in a moment.

            full
            Disk penuh; tidak ada yang tersimpan setengah jalan.
            Kosongkan sebagian ruang disk, lalu ulangi.
            The disk is full; nothing was half-done.
            Free some space, then repeat.

            io
            Disk atau sistem berkas menolak.
            Periksa disk dan pemilik folder data.
            The disk or the file system refused.
            Check the disk and who owns the data folder.

            bad-draft
            Draf ini tidak berbentuk operasi yang sah.
            Perbaiki isinya, atau catat lagi dengan perintahnya.
            The draft is not a valid operation.
            Correct its body, or record it again with its command.

            bad-evidence
            Berkas ini bukan bukti dari koordinator daerah ini.
            Minta berkas itu sekali lagi dari pengirimnya; bila tetap begitu, tunjukkan kepada BKD.
            The file is no evidence of this region's coordinator.
            Ask its sender for it once more; if it stays so, show it to the BKD.

            not-found
            Tidak ada draf dengan nomor itu.
            Lihat nomor yang ada dengan outbox list.
            There is no such draft.
            See which there are with outbox list.

            sent
            Operasi ini sudah masuk kiriman dan tidak dapat diubah.
            Jalankan sync dan lihat keputusannya, lalu catat operasi baru bila perlu.
            The operation is in a bundle already and cannot be changed.
            Run sync, see its outcome, then record a new operation if needed.

            limit
            Melewati batas simpul ini.
            Jalankan sync agar antrean berkurang, lalu ulangi; lihat rincian.
            It is over a limit of the node.
            Run sync to empty the queue, then repeat; see the details.

            not-refused
            Operasi ini tidak ditolak, jadi tidak perlu dikirim ulang.
            Lihat keadaannya dengan outbox show.
            This operation was not refused, so there is nothing to send again.
            See how it stands with outbox show.

            not-allowed
            Tidak akan ada lagi yang boleh mencatat di simpul ini.
            Daftarkan petugas atau pimpinan lebih dahulu dengan operator add.
            Nobody would be left who may record at this node.
            First name an operator or the head with operator add.

            rejoining
            Bergabung ulang sudah dimulai di folder ini dan jawabannya belum dibaca.
            Ulangi rejoin dengan undangan yang sama, baca berkas jawabannya, atau batalkan dengan rejoin --cancel.
            A rejoin has begun in this folder and its reply has not been read.
            Run rejoin with the same line again, read its reply's file, or drop it with rejoin --cancel.

            newer-copy
            Data di folder ini lebih baru daripada cadangan.
            Biarkan; atau pakai --even-if-newer, dan berkas yang diganti disimpan di subfolder.
            The data in this folder is newer than the backup.
            Leave it; or say --even-if-newer, and the replaced files are kept in a folder beside.

            carried
            Berkas bawaan ini tidak dapat dipakai di simpul ini.
            Baca rinciannya; buat lagi dengan outbox export bila perlu.
            This carried file is of no use to this node.
            Read the details; make another with outbox export if needed.

            nothing-pending
            Tidak ada yang menunggu jawaban ini.
            Mulai dengan outbox export, atau dengan join dan rejoin memakai --export.
            Nothing waits for this reply.
            Begin with outbox export, or with join or rejoin and --export.

            invitation
            Undangan, atau koordinator yang dituju, tidak benar.
            Salin undangan secara utuh, atau minta yang baru kepada BKD.
            The invitation, or the coordinator it leads to, is not right.
            Copy the whole invitation, or ask the BKD for a new one.
            """)

    /// Codes of `StaffError`.
    static let staff = Catalogue(
        explanations: """
            staff-damaged-row
            Ada baris data pegawai yang rusak.
            Pulihkan simpul ini dari cadangannya.
            A row of the staff tables is damaged.
            Restore the node from its backup.

            staff-bad-rows
            Ada baris yang salah, sehingga tidak ada yang disimpan.
            Perbaiki baris itu dan impor lagi, atau pakai --accept-good-rows untuk menyimpan yang benar saja.
            Some rows are bad, so nothing was stored.
            Correct them and import again, or use --accept-good-rows to store the good ones only.

            staff-unknown-post
            Jabatan itu tidak ada dalam data perangkat daerah ini.
            Periksa nomor jabatan, atau impor referensi jabatan lebih dulu.
            This agency's data has no such post.
            Check the post's id, or import the posts first.

            staff-unknown-unit
            Unit itu tidak ada dalam data perangkat daerah ini.
            Periksa nomor unit, atau impor HierarkiUnor lebih dulu.
            This agency's data has no such unit.
            Check the unit's id, or import HierarkiUnor first.

            staff-unknown-person
            Tidak ada pegawai dengan NIP itu.
            Periksa NIP dengan staff list.
            There is no such person.
            Check the NIP with staff list.

            staff-unknown-card
            Ada mutasi untuk kartu yang tidak dimiliki pegawai mana pun di sini.
            Impor data pegawai terbaru, lalu sync lagi; bila tetap begitu, hubungi BKD.
            A transfer names a card that belongs to nobody here.
            Import the latest staff files and sync again; if it stays, call the BKD.

            staff-bad-personnel-file
            Berkas kepegawaian yang diterima tidak dapat dibaca.
            Minta perangkat daerah asal mengirimnya sekali lagi.
            The personnel file that came cannot be read.
            Ask the home agency to send it once more.

            staff-personnel-file-too-large
            Berkas kepegawaian melewati batas ukuran.
            Ringkas riwayat pegawai itu, lalu ulangi.
            The personnel file is over the size limit.
            Shorten the person's records, then repeat.

            staff-transfer-does-not-fit
            Mutasi ini bertentangan dengan data pegawai yang tersimpan.
            Periksa tanggal dan jabatan dengan staff show, lalu hubungi BKD.
            The transfer contradicts the stored staff data.
            Check dates and posts with staff show, then call the BKD.

            staff-no-question
            Tidak ada pertanyaan semacam itu tentang pegawai ini.
            Lihat yang ditanyakan dengan staff questions.
            Nothing of that kind is asked about this person.
            See what is asked with staff questions.

            staff-does-not-fit
            Tanggal itu sebelum awal jabatan yang tersimpan.
            Beri tanggal berlakunya keputusan, atau periksa riwayatnya dengan staff show.
            The day lies before the stored post began.
            Give the day from which the decree counts, or check the history with staff show.
            """)
}
