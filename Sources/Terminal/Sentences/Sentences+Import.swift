extension Sentences {
    /// Codes of `ImportError`.
    static let importFiles = Catalogue(
        explanations: """
            import-file-too-large
            Berkas terlalu besar.
            Pecah menjadi beberapa berkas, atau periksa apakah ini berkas yang benar.
            The file is too large.
            Split it, or check that it is the right file.

            import-not-utf8
            Berkas tidak memakai pengodean UTF-8.
            Simpan ulang sebagai "CSV UTF-8" dari aplikasi lembar kerja.
            The file is not UTF-8.
            Save it again as "CSV UTF-8" from the spreadsheet.

            import-zero-byte
            Berkas berisi byte nol; kemungkinan UTF-16 atau bukan berkas teks.
            Simpan ulang sebagai "CSV UTF-8"; berkas XLSX harus disimpan sebagai CSV dulu.
            The file holds zero bytes; it may be UTF-16 or no text at all.
            Save it again as "CSV UTF-8"; an XLSX file must be saved as CSV first.

            import-empty
            Berkas kosong, atau folder ini tidak berisi satu pun berkas impor.
            Sebut folder yang berisi staff.csv; berkas kosong diekspor lagi dari SIASN.
            The file is empty, or the folder holds none of the files of an import.
            Name the folder with staff.csv; export an empty file again from SIASN.

            import-too-many-columns
            Kolom terlalu banyak.
            Periksa apakah ini berkas yang benar; hapus kolom yang tidak ada di ekspor resmi.
            There are too many columns.
            Check that it is the right file; remove columns that the official export does not have.

            import-too-many-rows
            Baris terlalu banyak.
            Pecah menjadi beberapa berkas.
            There are too many rows.
            Split the file.

            import-field-too-long
            Ada sel yang terlalu panjang.
            Periksa tanda kutip di baris yang disebut; mungkin ada yang tidak ditutup.
            A cell is too long.
            Check the quotes in that row; one may not be closed.

            import-bad-quote
            Tanda kutip tidak ditutup, atau ada teks sesudah kutip penutup.
            Perbaiki tanda kutip di baris yang disebut.
            A quote is not closed, or text follows a closing one.
            Correct the quotes in that row.

            import-missing-columns
            Ada kolom wajib yang tidak ada.
            Ekspor lagi dengan semua kolom, dan jangan ubah judul kolom.
            Columns that are needed are missing.
            Export again with all columns, and do not change their titles.

            import-duplicate-column
            Satu judul kolom muncul lebih dari sekali.
            Hapus kolom yang berlebih.
            A column title appears more than once.
            Remove the extra column.

            import-unknown-file
            Nama berkas ini tidak dikenal.
            Beri nama seperti dalam panduan, atau keluarkan dari folder impor.
            The file's name is not known.
            Name it as the guide says, or take it out of the folder.

            import-duplicate-file
            Dua berkas berisi hal yang sama.
            Sisakan yang terbaru saja di folder impor.
            Two files are the same part of an import.
            Leave only the newest in the folder.

            import-unreadable
            Berkas atau folder tidak dapat dibuka.
            Periksa letaknya dan apakah pengguna ini boleh membacanya.
            The file or folder cannot be opened.
            Check where it is and that this user may read it.
            """)

    /// Codes of `RowError`.
    static let rows = Catalogue(
        explanations: """
            row-column-count
            Jumlah sel tidak sama dengan jumlah judul kolom.
            Beri tanda kutip pada sel yang berisi pemisah, di berkas asli, lalu impor lagi.
            The row has not as many cells as there are columns.
            Quote cells that hold the delimiter, in the original file, then import again.

            row-missing-value
            Sel ini wajib diisi.
            Isi sel itu, atau perbaiki di SIASN dan ekspor lagi.
            The cell must not be empty.
            Fill it in, or correct it in SIASN and export again.

            row-too-long
            Isi sel terlalu panjang.
            Pendekkan; mungkin sel ini menelan sel di sebelahnya.
            The cell is too long.
            Shorten it; it probably swallowed its neighbours.

            row-bad-nip
            NIP tidak benar.
            Perbaiki sesuai NIP di SIASN.
            The NIP is not valid.
            Correct it as it stands in SIASN.

            row-nip-damaged-by-spreadsheet
            NIP rusak oleh aplikasi lembar kerja; angka terakhirnya hilang.
            Ekspor lagi dengan kolom NIP sebagai teks; angka yang hilang tidak dapat dikembalikan.
            A spreadsheet damaged the NIP; its last digits are lost.
            Export again with the NIP column as text; lost digits cannot be restored.

            row-duplicate-nip
            NIP ini ada di lebih dari satu baris.
            Sisakan baris yang benar.
            This NIP stands in more than one row.
            Keep the right one.

            row-bad-date
            Tanggal tidak dapat dibaca.
            Tulis sebagai 31-12-1980 atau 1980-12-31.
            The date cannot be read.
            Write it as 31-12-1980 or 1980-12-31.

            row-end-before-start
            Tanggal akhir lebih awal daripada tanggal mulai.
            Perbaiki salah satu tanggal.
            The end is before the start.
            Correct one of the two dates.

            row-bad-number
            Bukan bilangan bulat dalam batas yang wajar.
            Tulis bilangan bulat.
            Not a whole number within the limits.
            Write a whole number.

            row-unknown-word
            Kata ini tidak ada dalam daftar.
            Pakai salah satu kata yang disebut.
            The word is not on the list.
            Use one of the words named.

            row-unknown-post
            Jabatan ini tidak ada di berkas referensi.
            Tambahkan ke referensi jabatan, atau perbaiki JABATAN ID.
            The post is in no reference file.
            Add it there, or correct JABATAN ID.

            row-unknown-unit
            Unit ini tidak ada di HierarkiUnor.
            Tambahkan ke HierarkiUnor, atau perbaiki nomor unit.
            The unit is not in HierarkiUnor.
            Add it there, or correct the unit's id.

            row-unknown-person
            Pegawai ini tidak ada di berkas pegawai.
            Impor pegawainya dulu, atau hapus baris ini.
            The person is in no staff file.
            Import the person first, or remove the row.

            row-unknown-competence
            Kode kompetensi tidak dikenal.
            Pakai salah satu kode kompetensi yang berlaku.
            The competence code is not known.
            Use one of the competence codes.

            row-duplicate-id
            Nomor ini ada di lebih dari satu baris.
            Sisakan baris yang benar.
            This id stands in more than one row.
            Keep the right one.

            row-other-agency
            Baris ini milik perangkat daerah lain.
            Hapus baris ini; perangkat daerah itu yang mengimpornya.
            The row belongs to another agency.
            Remove it: that agency imports it.

            row-grade-of-other-ladder
            Golongan tidak sesuai dengan jenis kepegawaian.
            Perbaiki golongan atau jenis kepegawaiannya.
            The grade does not fit the kind of employment.
            Correct the one or the other.
            """)

    /// Codes of `RowWarning`.
    static let rowWarnings = Catalogue(
        explanations: """
            birth-date-differs-from-nip
            Tanggal lahir berbeda dengan yang ada di NIP.
            Periksa keduanya di SIASN; barisnya tetap diambil.
            The birth date differs from the one in the NIP.
            Check both in SIASN; the row is taken nevertheless.

            sex-differs-from-nip
            Jenis kelamin berbeda dengan yang ada di NIP.
            Periksa keduanya di SIASN; barisnya tetap diambil.
            The sex differs from the one in the NIP.
            Check both in SIASN; the row is taken nevertheless.
            """)

    /// Codes of `NIPError`.
    static let nips = Catalogue(
        explanations: """
            nip-damaged-by-spreadsheet
            NIP rusak oleh aplikasi lembar kerja; angka terakhirnya hilang.
            Salin NIP lagi dari SIASN sebagai teks.
            A spreadsheet damaged the NIP; its last digits are lost.
            Copy it again from SIASN as text.

            nip-wrong-length
            NIP harus 18 angka.
            Hitung angkanya; jangan tertinggal satu.
            A NIP has 18 digits.
            Count them.

            nip-not-digits
            NIP hanya berisi angka.
            Hapus huruf, titik atau spasi.
            A NIP holds digits only.
            Remove letters, points and spaces.

            nip-impossible-birth-date
            Delapan angka pertama NIP bukan tanggal lahir.
            Periksa NIP di SIASN.
            The first eight digits are no birth date.
            Check the NIP in SIASN.

            nip-impossible-entry-month
            Angka ke-9 sampai ke-14 NIP bukan bulan pengangkatan.
            Periksa NIP di SIASN.
            Digits 9 to 14 are no month of entry.
            Check the NIP in SIASN.

            nip-impossible-age-at-entry
            Umur saat pengangkatan menurut NIP tidak mungkin.
            Periksa NIP di SIASN.
            The age at entry that the NIP says is impossible.
            Check the NIP in SIASN.

            nip-impossible-sex
            Angka ke-15 NIP harus 1 atau 2.
            Periksa NIP di SIASN.
            Digit 15 of a NIP is 1 or 2.
            Check the NIP in SIASN.
            """)
}
