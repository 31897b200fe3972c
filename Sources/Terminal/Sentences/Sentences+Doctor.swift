extension Sentences {
    /// Codes of `Checkup.Finding`: what only `doctor` finds.
    static let doctor = Catalogue(
        explanations: """
            database-damaged
            Berkas basis data rusak.
            Berhenti memakainya, simpan salinan folder ini, periksa disk, lalu pulihkan cadangan atau hubungi BKD.
            The database file is damaged.
            Stop using it, keep a copy of this folder, check the disk, then restore a backup or call the BKD.

            replica-damaged
            Salinan data bersama bukan yang ditulis; data pegawai dan draf tidak kena.
            Jalankan mutasi-node sync --anew untuk menerimanya sekali lagi, dan periksa disk.
            The copy of the shared records is not what was written; staff data and drafts are not touched.
            Run mutasi-node sync --anew to receive it once more, and check the disk.

            outbox-damaged
            Operasi yang menunggu bukan yang dicatat.
            Jangan mengirim apa pun; simpan salinan folder ini dan hubungi BKD.
            An operation that waits is not what was recorded.
            Send nothing; keep a copy of this folder and call the BKD.

            disk-low
            Ruang disk tinggal sedikit.
            Kosongkan sebagian, atau pindahkan folder data ke disk yang lebih besar.
            There is little free space.
            Free some, or move the data folder to a larger disk.

            disk-full
            Ruang disk habis; penyimpanan berikutnya dapat gagal.
            Kosongkan ruang sekarang. Tidak ada yang tersimpan setengah jalan.
            The disk is full; the next write may fail.
            Free space now. Nothing was half-done.

            node-stopped
            Koordinator menghentikan simpul ini.
            Jangan menghapus apa pun; baca sebabnya dengan status dan hubungi BKD.
            The coordinator stopped this node.
            Delete nothing; see why with status, and call the BKD.

            coordinator-forked
            Koordinator menunjukkan dua riwayat yang bertentangan.
            Jangan memutuskan apa pun dari jawaban baru; tunjukkan checkpoint show kepada BKD.
            The coordinator told two stories of its journal.
            Decide nothing from new answers; show checkpoint show to the BKD.

            view-diverged
            Isi simpul ini lain dari catatan koordinator.
            Laporkan kepada BKD; bekerja boleh terus.
            This node's view differs from what the coordinator states.
            Report it to the BKD; you may work on.

            view-outdated
            Sudah lama tidak ada sinkronisasi yang lengkap.
            Periksa jaringan dan jam, lalu jalankan sync.
            There has been no complete sync for long.
            Check the network and the clock, then run sync.

            day-old
            Hari dari koordinator sudah lewat menurut jam mesin ini.
            Betulkan jam mesin; bila jamnya benar, tanyakan BKD apakah koordinatornya berjalan.
            The coordinator's day is past by this machine's clock.
            Set the clock; when it is right, ask the BKD whether its coordinator runs.

            day-ahead
            Hari dari koordinator mendahului jam mesin ini.
            Betulkan jam mesin; bila jamnya benar, laporkan kepada BKD.
            The coordinator's day is ahead of this machine's clock.
            Set the clock; when it is right, report it to the BKD.

            server-frozen
            Berhari-hari tidak ada keputusan dan hari baru.
            Tanyakan kepada BKD: yang menjawab mungkin salinan yang beku.
            For days there was no decision and no new day.
            Ask the BKD: what answers may be a frozen copy.

            backup-old
            Belum ada cadangan yang cukup baru.
            Jalankan mutasi-node backup ke disk lain, dan restore --check atasnya; deploy/systemd punya pengatur waktunya.
            There is no backup that is young enough.
            Run mutasi-node backup to another disk, and restore --check on it; deploy/systemd has a timer for it.

            clock-apart
            Jam mesin ini berbeda dengan jam koordinator.
            Nyalakan sinkronisasi waktu (timedatectl set-ntp true), lalu periksa lagi. Tidak ada keputusan yang bergantung padanya.
            This machine's clock differs from the coordinator's.
            Turn on time synchronisation (timedatectl set-ntp true) and check again. No decision depends on it.

            name-unknown
            Nama koordinator tidak ditemukan alamatnya.
            Periksa jaringan dan layanan nama mesin ini (DNS), atau tanyakan alamatnya kepada BKD.
            The coordinator's name has no address.
            Check the network and this machine's name service (DNS), or ask the BKD for the address.

            certificate-ends
            Sertifikat koordinator segera berakhir.
            BKD: pasang sertifikat baru dan mulai ulang layanan. Simpul: beri tahu BKD.
            The coordinator's certificate ends soon.
            BKD: install a new one and restart the service. Node: tell the BKD.

            not-a-coordinator
            Yang menjawab di alamat itu bukan koordinator.
            Periksa proksi, atau halaman masuk jaringan ini.
            What answers at the address is no coordinator.
            Check the proxy, or this network's login page.

            other-coordinator
            Yang menjawab adalah koordinator wilayah lain, atau kuncinya lain.
            Jangan lanjutkan; tanyakan kepada BKD lewat telepon.
            What answers is another region's coordinator, or has another key.
            Do not go on; ask the BKD by telephone.

            no-common-wire
            Koordinator dan program ini tidak punya versi protokol yang sama.
            Perbarui program yang lebih tua; draf tetap tersimpan.
            The coordinator and this program have no version of the protocol in common.
            Update the older program; drafts are kept.

            halted
            Koordinator berhenti memutuskan: basis datanya pernah diganti dengan salinan lama.
            Hentikan serve, lalu mutasi-coordinator restore CADANGAN --mirror FOLDER; tanpa cadangan yang lebih baik: restore --in-place.
            The coordinator has stopped deciding: its database was put back to an older copy.
            Stop serve, then mutasi-coordinator restore BACKUP --mirror FOLDER; when there is no better backup: restore --in-place.

            recovering
            Koordinator dipulihkan dari cadangan dan menunggu simpul menyerahkan yang kurang.
            mutasi-coordinator recovery show menyebut siapa yang ditunggu; recovery end bila ada yang tidak akan datang.
            The coordinator was restored and waits for nodes to hand in what it lacks.
            mutasi-coordinator recovery show says who is awaited; recovery end when some will not come.

            not-ready
            Koordinator menjawab, tetapi belum dapat memutuskan.
            Tunggu sebentar; bila tetap begitu, BKD membaca log layanannya.
            The coordinator answers, but cannot decide at the moment.
            Wait a little; if it stays, the BKD reads the service's log.

            not-serving
            Koordinator tidak berjalan di mesin ini.
            Jalankan mutasi-coordinator serve, atau systemctl start mutasi-coordinator.
            The coordinator does not run on this machine.
            Run mutasi-coordinator serve, or systemctl start mutasi-coordinator.
            """)
}
