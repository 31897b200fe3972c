extension Sentences {
    /// Reasons of rule findings; places are names of the finding's values.
    static let ruleReasons = Catalogue(
        sentences: """
            not-in-route
            Tidak berlaku untuk jenis mutasi ini.
            Does not apply to this kind of move.

            not-checked-here
            Tidak dapat diperiksa oleh program; periksa sendiri.
            The program cannot check it; a person has to.

            permanent-servant
            PNS.
            A permanent civil servant.

            probationer
            Masih CPNS; belum boleh dimutasi.
            Still on probation (CPNS); may not be moved.

            contract-outside-instansi-counts-as-resignation
            PPPK yang pindah ke instansi lain dianggap mengundurkan diri.
            A PPPK's move to another authority counts as resignation.

            contract-inside-instansi-needs-policy
            PPPK: belum ada ketentuan daerah; perlu keputusan.
            A PPPK: the region has no rule yet; a person decides.

            contract-end-unknown
            Akhir perjanjian kerja PPPK tidak tercatat.
            The end of the PPPK's contract is not recorded.

            contract-ends-before-secondment
            Perjanjian kerja berakhir {contract-end}, sebelum penugasan selesai {secondment-end}.
            The contract ends on {contract-end}, before the secondment does on {secondment-end}.

            contract-covers-secondment
            Perjanjian kerja sampai {contract-end} mencakup penugasan sampai {secondment-end}.
            The contract until {contract-end} covers the secondment until {secondment-end}.

            secondment-end-unknown
            Tanggal kembali dari penugasan belum disebut.
            The secondment's return date is not given.

            employment-unknown
            Status kepegawaian tidak tercatat.
            The kind of employment is not recorded.

            term-served
            {months-in-post} bulan dalam jabatan; syaratnya {months-asked} bulan.
            {months-in-post} months in the post; {months-asked} are asked for.

            term-not-served
            Baru {months-in-post} bulan dalam jabatan (sejak {in-post-since}); syaratnya {months-asked} bulan.
            Only {months-in-post} months in the post (since {in-post-since}); {months-asked} are asked for.

            due-for-rotation
            {months-in-post} bulan dalam jabatan: sudah waktunya rotasi.
            {months-in-post} months in the post: due for rotation.

            term-unknown
            Tanggal mulai jabatan sekarang tidak tercatat.
            The start of the present post is not recorded.

            term-not-asked
            Tidak disyaratkan untuk penugasan sementara.
            Not asked for a secondment.

            seat-free
            Formasi kosong {seats-free}; kebutuhan {need}, terisi {holders}.
            {seats-free} free; need {need}, holders {holders}.

            no-seat-free
            Tidak ada formasi kosong.
            No seat is free.

            need-not-above-holders
            Kebutuhan {need} tidak lebih besar daripada yang terisi {holders}.
            The need of {need} is not above the {holders} holders.

            need-unknown
            Kebutuhan menurut ABK belum disebut; formasi kosong {seats-free}.
            The need by workload analysis is not given; {seats-free} free.

            appraisals-good
            Predikat SKP: {ratings}.
            Appraisals: {ratings}.

            appraisal-below-baik
            Ada predikat SKP di bawah Baik: {ratings}.
            An appraisal is below Baik: {ratings}.

            appraisal-missing
            Predikat SKP belum lengkap: {ratings}.
            Appraisals are missing: {ratings}.

            no-sanction
            Tidak ada hukuman disiplin yang berjalan pada {date}.
            No sanction runs on {date}.

            sanction-running
            Sedang menjalani hukuman disiplin {level} sejak {from} sampai {until}.
            A {level} sanction runs from {from} to {until}.

            sanction-end-unknown
            Akhir hukuman disiplin {level} sejak {from} tidak tercatat.
            The end of the {level} sanction from {from} is not recorded.

            discipline-case-open
            Ada perkara disiplin yang belum selesai.
            A discipline case is open.

            discipline-unknown
            Data hukuman disiplin belum diimpor.
            Discipline data is not imported.

            no-study-or-leave
            Tidak sedang tugas belajar, ikatan dinas atau CLTN pada {date}.
            No study, service bond or leave on {date}.

            on-study-assignment
            Sedang tugas belajar sejak {from}.
            On a study assignment since {from}.

            under-service-bond
            Masih terikat ikatan dinas sejak {from}.
            Under a service bond since {from}.

            on-leave-outside-state
            Sedang cuti di luar tanggungan negara sejak {from}.
            On leave outside state duty since {from}.

            leave-unknown
            Data tugas belajar dan cuti belum diimpor.
            Data on study and leave is not imported.

            competence-met
            Kompetensi memenuhi standar (JPM {jpm-percent} %).
            Competences meet the standard (JPM {jpm-percent} %).

            competence-near
            Kompetensi hampir memenuhi standar (JPM {jpm-percent} %): {gaps}.
            Competences are near the standard (JPM {jpm-percent} %): {gaps}.

            competence-below
            Kompetensi di bawah standar (JPM {jpm-percent} %): {gaps}.
            Competences are below the standard (JPM {jpm-percent} %): {gaps}.

            competence-far-below
            Kompetensi jauh di bawah standar (JPM {jpm-percent} %): {gaps}.
            Competences are far below the standard (JPM {jpm-percent} %): {gaps}.

            competence-unknown
            Belum semua kompetensi yang diminta pernah diukur.
            Not every competence asked for was measured.

            no-competence-standard
            Jabatan ini belum mempunyai standar kompetensi.
            The post has no competence standard.

            opinion-recorded
            Pertimbangan sudah ada dan mendukung.
            The opinion is recorded and favourable.

            opinion-unfavourable
            Pertimbangan tidak mendukung.
            The opinion is unfavourable.

            opinion-missing
            Pertimbangan belum ada.
            The opinion is not recorded yet.

            both-agree
            Perangkat daerah asal dan tujuan setuju.
            Home and receiving agency agree.

            different-posts
            Asal dan tujuan menyebut jabatan yang berbeda.
            Home and receiving agency name different posts.

            refused
            Salah satu pihak menolak.
            A party refuses.

            silent
            Salah satu pihak belum menjawab.
            A party has not answered.

            refusal-goes-to-coordinator
            Ada yang menolak; BKD yang memutuskan.
            A party refuses; the BKD decides.

            silence-goes-to-coordinator
            Ada yang tidak menjawab; BKD yang memutuskan.
            A party did not answer; the BKD decides.

            one-post
            Tidak merangkap jabatan.
            One post at a time.

            held-elsewhere
            Orang ini sudah dikunci oleh usulan lain.
            Another offer holds this person.

            second-duty-running
            Sedang menjalankan tugas kedua (penugasan sementara atau Plt).
            A second duty runs already (secondment or acting).

            two-definitive-posts
            Tercatat memegang dua jabatan definitif.
            Two definitive posts are recorded.

            post-unknown
            Jabatan definitifnya tidak tercatat.
            The definitive post is not recorded.

            no-training-required
            Tidak perlu pelatihan.
            No training is needed.

            training-confirmed
            Pelatihan selesai: {competences}.
            Training is confirmed: {competences}.

            training-planned
            Pelatihan sudah direncanakan: {competences}.
            Training is planned: {competences}.

            training-missing
            Pelatihan belum ada atau belum selesai: {competences}.
            Training is missing or not finished: {competences}.

            no-certificate-required
            Jabatan ini tidak meminta sertifikat.
            The post asks for no certificate.

            certificates-valid
            Sertifikat berlaku pada {start}: {certificates}.
            Valid on {start}: {certificates}.

            certificate-missing
            Belum memiliki: {certificates}.
            Not held: {certificates}.

            certificate-expired
            Tidak berlaku lagi pada {start}: {certificates}.
            Expired on {start}: {certificates}.

            certificates-unknown
            Data sertifikat belum diimpor; diminta: {certificates}.
            Certificate data is not imported; asked for: {certificates}.

            certificate-for-other-place
            Berlaku untuk tempat lain; urus izin di tempat baru: {certificates}.
            For another place; obtain one for the new place: {certificates}.
            """)
}
