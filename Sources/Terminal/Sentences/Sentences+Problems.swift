extension Sentences {
    /// Codes of `ProblemCode`.
    static let problems = Catalogue(
        explanations: """
            bad-request
            Koordinator tidak dapat membaca pesan dari program ini.
            Jangan diulang; samakan versi program dan periksa alamat koordinator.
            The coordinator cannot read this program's message.
            Do not repeat it; compare the programs' versions and check the address.

            bad-signature
            Tanda tangan elektronik pesan tidak cocok dengan kuncinya.
            Periksa apakah kunci simpul ini masih yang dipakai saat bergabung; hubungi BKD.
            The message's signature does not fit its key.
            Check that the node still has the key with which it joined; call the BKD.

            unknown-node
            Koordinator tidak mengenal simpul ini.
            Simpan semuanya, jangan menghapus apa pun, dan hubungi BKD.
            The coordinator does not know this node.
            Keep everything, delete nothing, and call the BKD.

            revoked
            Kunci simpul ini sudah dicabut.
            Hentikan sync; draf yang belum terkirim tetap ada dan dapat dicetak. Hubungi BKD.
            This node's key was revoked.
            Stop syncing; drafts stay and can be printed. Call the BKD.

            invitation-invalid
            Kode undangan salah, sudah dipakai, atau sudah lewat waktunya.
            Minta undangan baru kepada BKD.
            The invitation's code is wrong, used, or past its time.
            Ask the BKD for a new invitation.

            not-found
            Tidak ada apa-apa di alamat ini.
            Bandingkan alamat koordinator dengan yang tertulis di undangan.
            There is nothing at this address.
            Compare the coordinator's address with the invitation.

            method-not-allowed
            Alamat ini tidak menerima permintaan seperti itu.
            Bandingkan alamat koordinator dengan yang tertulis di undangan.
            The address does not take such a request.
            Compare the coordinator's address with the invitation.

            timeout
            Permintaan tidak sampai seluruhnya pada waktunya.
            Ulangi sync dengan jaringan yang lebih baik; tidak ada yang hilang.
            The request did not arrive in time.
            Repeat sync over a better line; nothing is lost.

            stale
            Simpul ini salinan lama, atau ada dua simpul yang sama.
            Jangan diulang; cari mesin atau salinan yang lain, lalu hubungi BKD. Draf tetap ada.
            This node is an older copy, or there are two of it.
            Do not repeat it; find the other machine or copy, then call the BKD. Drafts stay.

            superseded
            Simpul lain sudah menggantikan simpul ini.
            Hentikan sync dan cari siapa yang memakai salinannya; mesin kedua harus bergabung sendiri.
            Another instance has taken this node's place.
            Stop syncing and find who uses the copy; a second machine joins on its own.

            wrong-region
            Koordinator ini melayani daerah lain.
            Bandingkan alamat koordinator dengan yang tertulis di undangan.
            The coordinator serves another region.
            Compare its address with the invitation.

            too-large
            Pesan melewati batas ukuran.
            Kirim lebih sedikit; batasnya disebut di rincian.
            The message is over a size limit.
            Send less; the details name the limit.

            unsupported-media
            Koordinator hanya menerima pesan JSON.
            Periksa apakah ada proxy yang mengubah pesan; hubungi pengelola jaringan.
            The coordinator takes JSON messages only.
            Check for a proxy that changes messages; ask your network administrator.

            bad-bundle
            Kiriman ini bukan lanjutan dari kiriman sebelumnya.
            Jangan diulang; data simpul ini rusak atau tercampur. Hubungi BKD.
            This bundle does not follow the last one.
            Do not repeat it; this node's data is damaged or mixed. Call the BKD.

            unsupported-version
            Koordinator tidak memakai versi pertukaran data ini.
            Perbarui program; antrean tetap ada dan dikirim sesudahnya.
            The coordinator does not speak this version of the protocol.
            Update the program; its queue stays and is sent afterwards.

            internal
            Koordinator gagal karena kesalahannya sendiri.
            Ulangi sync nanti; sampaikan nomor insiden di rincian kepada BKD.
            The coordinator failed by a fault of its own.
            Repeat sync later; give the BKD the incident in the details.

            busy
            Koordinator sedang penuh.
            Ulangi sync beberapa saat lagi; tidak ada yang hilang.
            The coordinator has as much to do as it can take.
            Repeat sync in a while; nothing is lost.

            unavailable
            Koordinator sedang tidak memutuskan apa pun.
            Ulangi sync nanti; tidak ada yang hilang. Di BKD, mutasi-coordinator doctor menyebut sebabnya.
            The coordinator decides nothing at present.
            Repeat sync later; nothing is lost. At the BKD, mutasi-coordinator doctor says why.

            recovering
            Koordinator dipulihkan dari cadangan dan sedang mengumpulkan yang belum ada di dalamnya.
            Biarkan simpul ini menyala atau ulangi sync nanti: yang sudah diputuskan diserahkan kembali dengan sendirinya.
            The coordinator was restored from a backup and collects what that backup lacks.
            Leave this node on or repeat sync later: what was decided is handed in again by itself.

            foreign-head
            Jurnal koordinator tidak memuat posisi yang pernah dilihat simpul ini.
            Ulangi sync; simpul menunjukkan buktinya, dan BKD harus memeriksa koordinator.
            The coordinator's journal does not hold the position that this node has seen.
            Repeat sync; the node shows its proof, and the BKD has to look at the coordinator.
            """)

    /// Codes of `TransportError`.
    static let transport = Catalogue(
        explanations: """
            transport-unreachable
            Koordinator tidak dapat dihubungi.
            Periksa jaringan dan apakah koordinator berjalan; pekerjaan boleh diteruskan dan disinkronkan nanti.
            The coordinator cannot be reached.
            Check the network and that the coordinator runs; work on and sync later.

            transport-dns
            Nama alamat koordinator tidak ditemukan.
            Periksa jaringan dan nama alamatnya; pekerjaan boleh diteruskan dan disinkronkan nanti.
            The coordinator's name has no address.
            Check the network and the name; work on and sync later.

            transport-tls
            Sambungan aman gagal: koordinator tidak membuktikan dirinya.
            Periksa sertifikat, berkas CA (--ca) dan jam mesin ini; jangan dilewati.
            No secure connection: the server did not prove who it is.
            Check the certificate, the CA file (--ca) and this machine's clock; do not go round it.

            transport-timeout
            Koordinator terlalu lama menjawab.
            Ulangi nanti; tidak ada yang hilang.
            The coordinator took too long to answer.
            Try again later; nothing is lost.

            transport-too-large
            Jawaban melewati batas ukuran dan dibuang.
            Periksa apakah alamatnya benar milik koordinator; hubungi BKD.
            The answer was over the size limit and was dropped.
            Check that the address is the coordinator's; call the BKD.

            transport-interrupted
            Sambungan terputus di tengah jalan.
            Ulangi sync; kiriman yang sama tidak akan dihitung dua kali.
            The connection broke off.
            Repeat sync; the same bundle is never counted twice.

            transport-cancelled
            Sync dihentikan.
            Jalankan lagi bila diperlukan.
            The sync was stopped.
            Start it again when it is wanted.

            transport-bad-url
            Alamat koordinator tidak dapat dipakai.
            Tulis sebagai https://nama:port tanpa nama pengguna dan kata sandi.
            The coordinator's address cannot be used.
            Write it as https://host:port, without user name or password.

            transport-proxy
            Proxy tidak ditemukan atau menolak sambungan.
            Periksa https_proxy dan no_proxy; tanyakan kepada pengelola jaringan.
            The proxy is unknown or refused to connect.
            Check https_proxy and no_proxy; ask your network administrator.

            transport-failed
            Sambungan gagal karena sebab lain.
            Ulangi nanti; bila tetap gagal, sampaikan rinciannya kepada pengelola.
            The connection failed for another reason.
            Try later; if it stays, show the details to your administrator.
            """)
}
