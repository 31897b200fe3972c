extension Sentences {
    static let ruleOutcomes = Catalogue(
        sentences: """
            pass
            lulus
            pass

            fail
            tidak lulus
            fail

            needs-human
            perlu diperiksa
            needs a person

            not-applicable
            tidak berlaku
            not applicable
            """)

    static let stances = Catalogue(
        sentences: """
            agree
            setuju
            agrees

            refuse
            menolak
            refuses

            silent
            tidak menjawab
            silent

            support
            mendukung
            supports it

            accept
            menerima
            accepts
            """)

    static let voices = Catalogue(
        sentences: """
            required
            wajib setuju
            must agree

            heard
            didengar
            is heard

            told
            diberi tahu
            is told

            none
            tidak ditanya
            is not asked
            """)

    static let sides = Catalogue(
        sentences: """
            home
            asal
            home

            receiving
            tujuan
            receiving

            desk
            BKD
            the BKD

            person
            pegawai
            the person
            """)

    static let results = Catalogue(
        sentences: """
            favourable
            disetujui
            favourable

            struck
            dicoret
            struck

            changed
            diubah menjadi
            changed to

            void
            gugur: kepala daerah berganti
            void: the head of region changed

            corrected
            diralat
            corrected

            revoked
            dicabut
            revoked
            """)

    static let assignments = Catalogue(
        sentences: """
            definitive
            pindah jabatan
            move for good

            second
            penugasan sementara
            secondment
            """)

    static let competences = Catalogue(
        sentences: """
            integritas
            Integritas
            Integrity

            kerja-sama
            Kerja sama
            Cooperation

            komunikasi
            Komunikasi
            Communication

            orientasi-hasil
            Orientasi pada hasil
            Orientation to results

            pelayanan-publik
            Pelayanan publik
            Public service

            pengembangan-diri
            Pengembangan diri dan orang lain
            Development of self and others

            mengelola-perubahan
            Mengelola perubahan
            Managing change

            pengambilan-keputusan
            Pengambilan keputusan
            Decision making

            perekat-bangsa
            Perekat bangsa
            National cohesion
            """)

    /// Words of cards, vacancies and rule values.
    static let terms = Catalogue(
        sentences: """
            other-season
            waktu lain dalam setahun
            another time of the year

            short-time
            kurang dari sebulan
            less than a month

            more-starts
            pegawai lain mulai sesudahnya
            more people started after the first

            own-floor
            ketetapan sendiri
            own number

            donor-share
            bagian kebutuhan yang tetap di pemberi bantuan
            share of the need that a donor keeps

            share-of-need
            bagian dari kebutuhan
            share of the need

            another-move
            usulan baru yang memindahkan kembali
            a new offer that moves the person back

            reason
            alasan tertulis BKD (--reason)
            the BKD's reason (--reason)

            corrects
            SK yang diralat atau dicabut
            the decree that is corrected or revoked

            sheet
            pemeriksaan pegawai oleh perangkat daerah asal
            the home agency's check of the person

            sangat-kurang
            Sangat Kurang
            Sangat Kurang (very poor)

            kurang
            Kurang
            Kurang (poor)

            butuh-perbaikan
            Butuh Perbaikan
            Butuh Perbaikan (needs improvement)

            baik
            Baik
            Baik (good)

            sangat-baik
            Sangat Baik
            Sangat Baik (very good)

            missing
            belum ada
            missing

            pns
            PNS
            PNS

            cpns
            CPNS
            CPNS

            pppk
            PPPK
            PPPK

            pppk-part-time
            PPPK paruh waktu
            PPPK, part time

            structural
            struktural
            structural

            functional
            fungsional
            functional

            pelaksana
            pelaksana
            pelaksana

            ringan
            ringan
            light

            sedang
            sedang
            medium

            berat
            berat
            heavy

            seat
            menunggu formasi kosong
            waits for a free seat

            card
            orangnya sedang dikunci usulan lain
            another offer holds the person

            package
            menunggu usulan lain dalam paketnya
            waits for the others of its package

            package-stopped
            paketnya terhenti; BKD memecah, menyusun ulang atau menutupnya (package decide)
            its package stopped; the BKD splits, re-plans or closes it (package decide)

            card-twice
            dua usulan untuk orang yang sama tidak dapat bersama
            two offers of one person cannot go together

            seat-twice
            lebih banyak usulan daripada formasinya
            more offers than the vacancy has seats

            split
            dipecah
            split

            replan
            disusun ulang
            planned anew

            close
            ditutup
            closed

            package-open
            belum lengkap: menunggu semua pihak atau formasi
            not complete: waits for the parties or a seat

            package-held
            formasi terkunci untuk semua
            held, all of them

            package-decreed
            SK terbit, mulai bersama
            decreed, they start together

            package-ended
            selesai
            over

            package-started
            semua sudah mulai
            all have started

            package-split
            dipecah, masing-masing berjalan sendiri
            split, each goes on alone

            package-closed
            ditutup
            closed

            package-withdrawn
            ditarik oleh pembukanya
            withdrawn by whoever opened it

            package-empty
            semua usulannya sudah berakhir
            all its offers have ended

            first
            yang lebih dulu disetujui
            first agreed, first served

            selection
            seleksi: menunggu pemeringkatan setelah tanggal penutupan
            selection: waits for the ranking after the closing date

            round
            gelombang: menunggu penetapan BKD
            round: waits for the BKD to assign it

            receiving
            perangkat daerah tujuan
            the receiving agency

            list-moved-on
            daftarnya sudah berubah sejak Anda melihatnya
            the list has changed since you saw it

            empty-list
            daftarnya masih kosong
            the list is empty

            line-changed
            baris itu sudah berubah sejak Anda melihatnya
            that line has changed since you saw it

            withdrawn
            ditarik kembali
            withdrawn

            refused
            ditolak
            refused

            moved
            orangnya sudah pindah
            the person has moved

            sheet
            hasil pemeriksaan ketentuan menurut kebijakan sekarang
            a rule sheet under today's policy

            before-closing
            tanggal penutupan belum lewat
            the closing date has not passed

            nothing-waits
            tidak ada usulan yang menunggu
            no offer waits

            not-waiting
            usulan itu tidak sedang menunggu lowongan ini
            that offer does not wait for this vacancy

            hidden-line
            belum boleh dilihat perangkat daerah; terbitkan dalam dokumen tersendiri
            no agency may see it yet; issue it in a document of its own

            open-offers
            masih ada usulan terbuka, juga yang belum terlihat; menunggu sampai semuanya selesai
            there are open offers, also such as no agency sees yet; it has to wait until they have ended

            agreed-offers
            ada usulan yang sudah disetujui dan menunggu atau mengunci formasi
            agreed offers wait for its seats or hold them

            no-policy
            belum ada kebijakan yang berlaku
            no policy counts yet

            no-region
            daerahnya belum dibuat
            the region does not exist yet

            home-has-not-agreed
            perangkat daerah asal belum setuju
            the home agency has not agreed

            no-file
            berkas kepegawaian belum dikirim
            the personnel file was not sent

            coordinator
            koordinator
            the coordinator

            desk
            BKD
            the BKD

            registry
            simpul registri perangkat daerah
            the agency's registry node

            outside
            instansi lain, di luar daerah
            another instansi, outside the region

            operator
            petugas
            operator

            head
            pimpinan
            head

            auditor
            auditor, hanya membaca
            auditor, reads only

            second-person
            orang lain dari perangkat daerah yang sama, bukan pengusulnya
            another person of the same agency, not who proposed it

            parties
            para pihak usulan
            the offer's parties

            education
            pendidikan
            education

            experience
            pengalaman
            service

            age
            usia
            age

            test
            uji kompetensi
            competence test

            old-post-anjab
            anjab jabatan sekarang
            job analysis of the present post

            old-post-abk
            ABK jabatan sekarang
            workload analysis of the present post

            new-post-anjab
            anjab jabatan tujuan
            job analysis of the new post

            new-post-abk
            ABK jabatan tujuan
            workload analysis of the new post

            definitif
            definitif
            definitive

            pj
            penjabat (Pj)
            appointed (Pj)

            pjs
            penjabat sementara (Pjs)
            appointed for the campaign (Pjs)

            plt
            pelaksana tugas (Plt)
            acting (Plt)

            plh
            pelaksana harian (Plh)
            acting by the day (Plh)
            """)

    /// Kinds of operation, as what was recorded.
    static let operations = Catalogue(
        sentences: """
            region.found
            pembentukan daerah
            founding of the region

            agency.add
            penambahan perangkat daerah
            new agency

            node.invite
            undangan simpul
            invitation of a node

            node.join
            bergabungnya simpul
            joining of a node

            node.enroll
            pendaftaran simpul
            enrolment of a node

            node.replace
            penggantian simpul
            replacement of a node

            node.restore
            pemulihan simpul dari cadangan
            restore of a node

            node.alarm
            peringatan salinan simpul
            alarm about a copy of a node

            policy.apply
            penerapan kebijakan
            application of a policy

            coordinator.boot
            koordinator mulai berjalan
            start of the coordinator

            outcome.change
            hasil berubah setelah pemulihan
            changed outcome after a restore

            epoch.begin
            babak baru setelah pemulihan
            new epoch after a restore

            day.advance
            pergantian hari
            new day

            card.post
            kartu baru
            new card

            card.edit
            perubahan kartu
            change of a card

            card.open
            pembukaan kartu untuk semua
            opening of a card to all

            card.close
            penutupan kartu
            closing of a card

            card.check
            pemeriksaan pegawai untuk suatu jenis mutasi
            check of a person against a route

            reorganisation.apply
            penataan perangkat daerah
            reorganisation

            need.publish
            kebutuhan pegawai sebuah unit
            staffing need of a unit

            surge.declare
            lonjakan layanan
            rush at a counter

            surge.end
            akhir lonjakan layanan
            end of a rush

            reorganisation.withdraw
            pembatalan penataan yang direncanakan
            withdrawal of a planned reorganisation

            card.contest
            laporan pegawai di dua dinas
            report of a person at two agencies

            vacancy.open
            lowongan baru
            new vacancy

            vacancy.edit
            perubahan lowongan
            change of a vacancy

            vacancy.withdraw
            penarikan lowongan
            withdrawal of a vacancy

            vacancy.rank
            pemeringkatan usulan sebuah lowongan
            ranking of a vacancy's offers

            request.file
            permohonan pegawai
            request of a person

            request.answer
            jawaban atas permohonan
            answer to a request

            request.withdraw
            penarikan permohonan
            withdrawal of a request

            standby.post
            pendaftaran siaga
            standby entry

            standby.withdraw
            penarikan dari daftar siaga
            withdrawal of a standby entry

            standby.call
            penugasan dari daftar siaga
            call from the standby list

            round.open
            pembukaan gelombang
            opening of a round

            round.list
            daftar gelombang
            lines of a round

            round.freeze
            pembekuan daftar gelombang
            frozen version of a round

            round.change
            perubahan baris gelombang
            change of a round's line

            round.undo
            pembatalan perubahan baris
            change taken back

            round.close
            penutupan gelombang
            closing of a round

            offer.propose
            usulan dari perangkat daerah asal
            offer by the home agency

            offer.ask
            permintaan dari perangkat daerah tujuan
            offer asked for by the receiving agency

            offer.open
            usulan dari BKD
            offer opened by the BKD

            offer.person
            pernyataan pegawai
            the person's own word

            offer.check
            pemeriksaan ulang syarat pegawai
            second check of the person

            offer.agree
            persetujuan atas usulan
            agreement to an offer

            offer.counter
            syarat tandingan
            counter-offer

            offer.refuse
            penolakan usulan
            refusal of an offer

            offer.withdraw
            penarikan usulan
            withdrawal of an offer

            offer.decide
            keputusan BKD atas usulan
            the BKD's decision on an offer

            offer.disclose
            pembukaan profil
            disclosure of the profile

            offer.move
            pemindahan usulan ke kebijakan yang berlaku
            move of an offer to the policy in force

            package.open
            pembentukan paket mutasi
            opening of a package

            package.decide
            keputusan BKD atas paket mutasi
            the BKD's decision on a package

            package.withdraw
            penarikan paket mutasi
            withdrawal of a package

            document.issue
            penerbitan dokumen
            issue of a document

            training.require
            permintaan pelatihan
            requirement of training

            training.confirm
            konfirmasi pelatihan
            confirmation of training

            transfer.brief
            sosialisasi
            briefing

            transfer.handover
            serah terima tugas
            handover

            transfer.step
            tahapan mutasi
            step of a transfer

            transfer.extend
            perpanjangan penugasan
            extension of a secondment

            transfer.recall
            pengakhiran penugasan sebelum waktunya
            early end of a secondment

            transfer.note
            catatan kinerja penugasan
            performance note of a secondment

            transfer.object
            keberatan
            objection

            transfer.decide
            putusan atas keberatan
            decision on an objection

            transfer.start
            mulai bertugas
            start of duty

            transfer.cancel
            pembatalan mutasi
            cancellation of a transfer

            transfer.file
            pengiriman berkas kepegawaian
            sending of the personnel file

            transfer.receive
            penerimaan berkas kepegawaian
            receipt of the personnel file

            conflict.resolve
            penyelesaian pertentangan
            resolution of a conflict

            behalf.record
            pencatatan dari surat perangkat daerah
            record from an agency's letter

            proposal.confirm
            konfirmasi orang kedua
            confirmation by a second person

            proposal.refuse
            penolakan usul tindakan
            refusal of a proposal
            """)
}
