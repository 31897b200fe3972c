extension Sentences {
    static let labels = Catalogue(
        sentences: """
            proposed
            menunggu jawaban para pihak
            waits for the parties' answers

            contested
            menunggu keputusan BKD
            waits for the BKD's decision

            waiting
            cadangan: formasi atau orangnya sedang dikunci usulan lain
            in line: another offer holds the seat or the person

            held
            formasi terkunci, menunggu pertimbangan
            seat held, waits for opinions

            approved
            disetujui, menunggu SK
            approved, waits for the decree

            decreed
            sudah ada SK
            decreed

            closed
            ditutup
            closed
            """)

    static let outcomes = Catalogue(
        sentences: """
            accepted
            diterima
            accepted

            merged
            diterima dan digabung dengan perubahan orang lain
            accepted and merged with others' changes

            conflict
            bertentangan dengan perubahan lain: perlu dipilih
            collides with another change: someone has to choose

            rejected
            ditolak
            refused
            """)

    static let gates = Catalogue(
        sentences: """
            brief
            sosialisasi
            briefing

            handover
            serah terima tugas
            handover

            training
            pelatihan
            training

            freed
            pemangku lama belum pindah (mulai bertugas di tempat barunya, atau jadikan satu paket)
            whoever leaves the seat has not moved (they start elsewhere, or both go in one package)

            replacement
            pengganti belum mulai (buka formasinya dengan --freed-by dan --overlap, atau jadikan satu paket)
            the replacement has not started (open the seat with --freed-by and --overlap, or make it a package)

            after-vacancy
            lowongan yang disyaratkan belum terisi
            the vacancy that the terms name is not filled

            after-transfer
            mutasi yang disyaratkan belum mulai
            the transfer that the terms name has not started

            package
            paketnya terhenti, menunggu keputusan BKD
            its package stopped and waits for the BKD

            objection
            keberatan yang menunda
            objection that suspends it

            inauguration
            pelantikan
            inauguration

            extract
            penyerahan petikan SK
            extract handed over

            pay-statement
            SKPP
            end-of-pay statement (SKPP)

            allowance
            penyesuaian tunjangan
            allowance

            access
            hak akses aplikasi
            access rights

            inventory
            pengembalian barang inventaris
            inventory

            acting-cover
            penunjukan Plt pada jabatan yang ditinggalkan
            acting cover for the post that was left
            """)

    static let transferStates = Catalogue(
        sentences: """
            preparing
            persiapan: masih ada tahapan sebelum mulai
            preparing: steps before the start are open

            ready
            siap mulai
            ready to start

            started
            sudah melaksanakan tugas (SPMT)
            started

            ended
            selesai
            ended
            """)

    static let endings = Catalogue(
        sentences: """
            withdrawn
            ditarik oleh pengusul
            withdrawn by its author

            refused
            ditolak pihak yang persetujuannya wajib
            refused by a party whose agreement is needed

            person-refused
            ditolak oleh pegawainya sendiri, yang permohonannya menjadi dasar
            refused by the person, whose own request is needed

            silent
            tidak dijawab pada waktunya
            not answered in time

            decided-against
            BKD memutuskan tidak dilanjutkan
            the BKD decided against it

            struck
            dicoret dalam dokumen
            struck in the document

            closed
            ditutup
            closed

            passed-over
            tidak terpilih dalam pemeringkatan
            passed over in the ranking

            changed
            diubah menjadi orang atau jabatan lain
            changed to another person or post

            revoked
            SK-nya dicabut
            its decree was revoked

            not-freed
            tidak ada lagi yang meninggalkan formasi itu
            nobody leaves that seat any more

            package-closed
            paketnya ditutup BKD
            the BKD closed its package

            hold-expired
            kuncian formasi lewat waktunya
            its hold expired

            rule
            ada ketentuan yang tidak terpenuhi
            a rule stood against it

            vacancy-withdrawn
            lowongannya ditarik
            the vacancy was withdrawn

            vacancy-filled
            lowongannya sudah terisi
            the vacancy was filled

            agency-closed
            perangkat daerahnya ditutup oleh penataan
            the agency was ended by a reorganisation

            vacancy-closed
            lowongannya ditutup
            the vacancy was closed

            card-closed
            kartunya ditutup
            the card was closed

            cancelled
            mutasinya dibatalkan
            the transfer was cancelled

            on-paper
            sudah pindah; berkas kepegawaian dikirim dalam bentuk kertas
            moved; the personnel file goes on paper

            returned
            sudah kembali dari penugasan
            returned from the secondment

            received
            berkas kepegawaian diterima lengkap
            the personnel file was received completely

            filled
            sudah terisi
            filled

            past-date
            lewat tanggal penutupan
            past its closing date

            moved
            orangnya sudah pindah
            the person has moved

            confirmed
            sudah dikonfirmasi
            confirmed

            offer-closed
            usulannya ditutup
            the offer was closed

            mine
            dipilih: perubahan saya
            chosen: mine

            theirs
            dipilih: perubahan mereka
            chosen: theirs

            anew
            ditulis baru
            written anew
            """)

    static let kinds = Catalogue(
        sentences: """
            reorganisation
            penataan perangkat daerah
            reorganisation

            region
            daerah
            region

            agency
            perangkat daerah
            agency

            invitation
            undangan
            invitation

            policy
            kebijakan
            policy

            card
            kartu
            card

            vacancy
            lowongan
            vacancy

            package
            paket mutasi
            package

            offer
            usulan mutasi
            offer

            check
            pemeriksaan pegawai untuk suatu jenis mutasi
            check of a person

            disclosure
            pembukaan profil
            disclosure

            document
            dokumen
            document

            training
            pelatihan
            training

            transfer
            mutasi
            transfer

            request
            permohonan pegawai
            request of a person

            standby
            daftar siaga
            standby entry

            round
            gelombang mutasi
            round

            conflict
            pertentangan
            conflict

            proposal
            usul tindakan
            proposal

            notice
            pemberitahuan
            notice
            """)

    /// Codes of `NoticeCode`.
    static let notices = Catalogue(
        sentences: """
            node-replaced
            sebuah simpul diganti dengan kunci baru
            a node was replaced and has new keys

            node-restored
            sebuah simpul dipulihkan dari cadangan
            a node was restored from a backup

            copy-seen
            PERINGATAN: salinan lama sebuah simpul masih menghubungi koordinator; cari mesin itu dan hentikan
            ALARM: an old copy of a node still contacts the coordinator; find that machine and stop it

            outcome-changed
            koordinator dipulihkan; sebuah tindakan berakhir lain dari sebelumnya, dan hasil yang baru berlaku
            the coordinator was restored; an act ended otherwise than before, and the new outcome counts

            person-twice
            orang ini juga ada dalam berkas pegawai dinas lain
            the person stands in another agency's staff file too

            on-behalf
            BKD mencatat dari surat perangkat daerah
            the BKD recorded this from the agency's letter

            reorganisation-stopped
            penataan yang direncanakan tidak dapat dilaksanakan pada harinya; tidak ada yang berubah
            a planned reorganisation could not be carried out on its day; nothing was changed

            seat-opened
            BKD membuka kebutuhan (lowongan) atas nama perangkat daerah ini, untuk kursi yang ditinggalkan pegawainya
            the BKD opened a vacancy of this agency, for the seat that one of its people leaves
            """)

    /// Codes of `HoldReason`.
    static let holds = Catalogue(
        sentences: """
            older-copy
            berasal dari salinan lama, periksa dahulu
            it came back from an older copy, look at it first

            backup
            berasal dari cadangan, periksa dahulu
            it came back from a backup, look at it first

            unreadable
            tidak terbaca oleh koordinator
            the coordinator cannot read it
            """)

    static let groups = Catalogue(
        sentences: """
            place
            jabatan dan unit
            post and unit

            standard
            syarat jabatan
            what the post asks

            kind
            jenis mutasi dan tanggal
            kind of move and dates

            seats
            jumlah formasi
            seats

            need
            kebutuhan dan pemangku
            need and holders

            mode
            cara pengisian
            mode

            service
            kepegawaian
            service

            education
            pendidikan
            education

            competences
            kompetensi
            competences

            certificates
            sertifikat
            certificates

            appraisals
            predikat SKP
            appraisals

            wishes
            minat
            wishes
            """)
}
