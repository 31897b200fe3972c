extension Sentences {
    /// Codes of the coordinator's `StoreFailure`.
    static let store = Catalogue(
        explanations: """
            locked
            Proses lain sedang memakai data koordinator ini.
            Hentikan proses itu dulu, atau pakai --data yang lain.
            Another process uses this coordinator's data.
            Stop it first, or give another --data.

            not-a-database
            Berkas ini bukan basis data koordinator.
            Periksa --data, atau pulihkan cadangan terakhir.
            The file is no coordinator's database.
            Check --data, or restore the last backup.

            newer
            Data ini ditulis oleh versi program yang lebih baru.
            Perbarui program.
            A later version of the program wrote this data.
            Update the program.

            older
            Data ini ditulis oleh versi program yang lebih lama.
            Jalankan mutasi-coordinator verify atau serve pada data itu sekali, lalu ulangi.
            An earlier version of the program wrote this data.
            Run mutasi-coordinator verify or serve on it once, then repeat.

            not-durable
            Penyimpanan tidak menjamin data selamat saat listrik padam.
            Pindahkan data ke disk setempat yang biasa.
            The storage would not keep data through a power cut.
            Move the data to an ordinary local disk.

            damaged
            Data koordinator rusak.
            Hentikan koordinator, jalankan verify, dan pulihkan cadangan.
            The coordinator's data is damaged.
            Stop the coordinator, run verify, and restore a backup.

            io
            Disk atau sistem berkas menolak.
            Periksa ruang disk dan pemilik folder data.
            The disk or the file system refused.
            Check the free space and who owns the data folder.

            keys
            Berkas kunci tidak ada, salah bentuk, atau dapat dibaca orang lain.
            Kembalikan berkas kunci dari cadangan dan batasi dengan chmod go=.
            A key file is missing, malformed, or readable by others.
            Restore it from the backup and run chmod go= on it.

            permissions
            Orang lain dapat masuk ke folder data.
            Batasi dengan chmod go= pada folder itu.
            Others may enter the data folder.
            Run chmod go= on it.

            mirror
            Cermin rusak, atau bukan cermin basis data ini.
            Jangan hapus apa pun; baca rinciannya, lalu jalankan restore dengan cadangan dan cermin itu.
            The mirror is damaged, or not the mirror of this database.
            Delete nothing; read the details, then run restore with the backup and that mirror.

            standing
            Keadaan koordinator tidak mengizinkannya sekarang.
            Lihat dengan mutasi-coordinator recovery show.
            The coordinator's state does not allow it now.
            Look with mutasi-coordinator recovery show.

            region
            Daerah sudah ada, atau belum dibuat.
            Buat dengan mutasi-coordinator init, atau pakai --data yang benar.
            The region exists already, or does not exist yet.
            Make it with mutasi-coordinator init, or give the right --data.
            """)

    /// Codes of `JournalDamage`.
    static let journal = Catalogue(
        explanations: journalDamage(
            ("position", "Ada nomor jurnal yang hilang.", "A journal position is missing."),
            ("entry", "Catatan jurnal tidak dapat dibaca.", "A journal entry cannot be read."),
            ("operation", "Operasi tidak sama dengan yang dikirim.", "An operation is not the one that was sent."),
            (
                "tree", "Pohon hash jurnal tidak sesuai dengan isinya.",
                "The journal's tree of hashes does not fit its entries."
            ),
            (
                "checkpoint", "Tanda tangan titik periksa tidak sesuai dengan isi berkas.",
                "The file's signed checkpoint does not fit its entries."
            ),
            ("file", "Isi berkas berubah sejak ditulis.", "The file's bytes are not those that were written."),
            ("undecided", "Ada operasi yang tidak pernah diputuskan.", "An operation was never decided."),
            ("epoch", "Babak jurnal tidak berurutan.", "An epoch of the journal was never begun."),
            ("bundle", "Kiriman tidak ada atau tidak sah.", "A bundle is missing or not valid."),
            ("decided", "Daftar keputusan tidak cocok dengan jurnal.", "The decided operations are not the journal's."),
            ("effects", "Akibat keputusan tidak dapat diterapkan.", "The effects of a decision cannot be applied."),
            ("record", "Data berbeda dengan jurnal.", "A record differs from the journal."),
            ("link", "Indeks berbeda dengan jurnal.", "The index differs from the journal."),
            ("claim", "Tanda unik berbeda dengan jurnal.", "A unique tag differs from the journal."),
            ("audience", "Daftar pihak yang boleh melihat berbeda.", "Who may see a record differs from the journal."),
            ("digest", "Sidik data berbeda dengan jurnal.", "A digest differs from the journal."),
            ("region", "Data daerah berbeda dengan jurnal.", "The region's data differs from the journal."),
            ("day", "Hari berbeda dengan jurnal.", "The day differs from the journal."),
            ("node", "Data node berbeda dengan jurnal.", "A node's row differs from the journal.")))

    /// All damage asks for the same.
    private static func journalDamage(_ entries: (code: String, indonesian: String, english: String)...) -> String {
        entries.map { entry in
            """
            \(entry.code)
            \(entry.indonesian)
            Hentikan koordinator, simpan salinan datanya, dan pulihkan cadangan terakhir.
            \(entry.english)
            Stop the coordinator, keep a copy of its data, and restore the last backup.
            """
        }.joined(separator: "\n\n")
    }

    /// Codes of `JSONError`.
    static let json = Catalogue(
        explanations: jsonFaults(
            ("json-too-large", "Teks JSON terlalu besar.", "The JSON is too large."),
            ("json-too-deep", "Susunan JSON terlalu dalam.", "The JSON is nested too deeply."),
            ("json-invalid-utf8", "Teks bukan UTF-8.", "The text is not UTF-8."),
            ("json-duplicate-name", "Satu nama muncul dua kali.", "A name appears twice."),
            ("json-number", "Bukan bilangan bulat dalam batas.", "Not a whole number within the limits."),
            ("json-syntax", "Bukan JSON yang sah.", "Not valid JSON."),
            ("json-trailing", "Ada teks sesudah akhir JSON.", "Text follows the end of the JSON."),
            ("json-type", "Jenis nilai tidak sesuai.", "A value has the wrong type."),
            ("json-missing", "Ada isian wajib yang tidak ada.", "A member that is needed is missing."),
            ("json-range", "Nilai di luar batas.", "A value is out of range."),
            ("json-too-long", "Teks terlalu panjang.", "A text is too long."),
            ("json-too-many", "Isian terlalu banyak.", "There are too many members.")))

    private static func jsonFaults(_ entries: (code: String, indonesian: String, english: String)...) -> String {
        entries.map { entry in
            """
            \(entry.code)
            \(entry.indonesian)
            Perbaiki di tempat yang disebut di rincian, lalu ulangi.
            \(entry.english)
            Correct it at the place in the details, then repeat.
            """
        }.joined(separator: "\n\n")
    }

    /// Codes of the command line and of this program itself.
    static let terminal = Catalogue(
        explanations: """
            usage
            Perintah tidak lengkap atau salah tulis.
            Tambahkan --help pada perintah itu untuk melihat caranya.
            The command is incomplete or mistyped.
            Add --help to it to see how it goes.

            id-malformed
            "{typed}" bukan nomor data: sedikitnya 4 angka heksadesimal terakhir.
            Salin nomor dari perintah list.
            "{typed}" is no id: at least its last 4 hexadecimal digits.
            Copy the id from the list command.

            id-none
            Tidak ada data yang nomornya berakhir dengan "{typed}".
            Jalankan sync, lalu lihat nomor yang ada dengan perintah list.
            No record's id ends with "{typed}".
            Run sync, then see the ids with the list command.

            id-ambiguous
            Ada beberapa data yang nomornya berakhir dengan "{typed}".
            Ketik lebih banyak angka; lihat rincian.
            Several ids end with "{typed}".
            Type more digits; see the details.

            bad-record
            Data yang tersimpan tidak dapat dibaca oleh versi ini.
            Perbarui program; bila tetap begitu, jalankan status dan hubungi BKD.
            A stored record cannot be read by this version.
            Update the program; if it stays, run status and call the BKD.

            bad-body
            Isi tidak lengkap atau salah bentuk.
            Perbaiki di tempat yang disebut di rincian, lalu ulangi.
            It is incomplete or has the wrong form.
            Correct it at the place in the details, then repeat.

            coordinator-not-running
            Koordinator tidak berjalan di mesin ini.
            Jalankan mutasi-coordinator serve dulu, lalu ulangi.
            The coordinator does not run on this machine.
            Start mutasi-coordinator serve first, then repeat.

            bug
            Program ini gagal karena kesalahannya sendiri.
            Tidak ada yang tersimpan setengah jalan. Sampaikan rinciannya kepada pengelola.
            The program failed by a fault of its own.
            Nothing was half-done. Show the details to your administrator.
            """)
}
