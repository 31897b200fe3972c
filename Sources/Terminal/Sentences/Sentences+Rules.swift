extension Sentences {
    /// Reasons of rule findings; places are names of the finding's values.
    static let ruleReasons = Catalogue(
        sentences: """
            not-in-route
            Tidak berlaku untuk jenis mutasi ini.
            Does not apply to this kind of move.

            on-paper
            Disetujui dengan surat; data pegawai tidak diperiksa program. Periksa dari berkasnya.
            Agreed in a letter; no program had the staff data. Check it from the papers.

            of-a-later-version
            Alasannya hanya dikenal program yang lebih baru.
            The reason is known to later programs only.

            no-post-named
            Diperiksa sebelum jabatannya ditentukan; periksa terhadap jabatan itu.
            Checked before a post was named; check it against that post.

            not-checked-here
            Tidak dapat diperiksa oleh program; periksa sendiri.
            The program cannot check it; a person has to.

            not-set-by-policy
            Kebijakan daerah belum mengaturnya; perlu keputusan.
            The region's policy does not set it yet; a person decides.

            post-kind-unknown
            Lowongan tidak menyebut jenis jabatannya.
            The vacancy does not say what kind of post it is.

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

            contract-may-move-inside
            PPPK: boleh pindah di dalam instansi selama perjanjian berlaku.
            A PPPK: may move inside the authority while the contract lasts.

            contract-may-not-move-inside
            PPPK: menurut kebijakan daerah tidak dipindahkan selama perjanjian berlaku.
            A PPPK: under the region's policy not moved while the contract lasts.

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

            seat-freed
            Formasi ditinggalkan pemangkunya sebelum pengganti mulai; kebutuhan {need}, terisi {holders}.
            Its holder leaves the seat before the newcomer starts; need {need}, holders {holders}.

            no-seat-free
            Tidak ada formasi kosong.
            No seat is free.

            need-not-above-holders
            Kebutuhan {need} tidak lebih besar daripada yang terisi {holders}.
            The need of {need} is not above the {holders} holders.

            need-unknown
            Kebutuhan menurut ABK belum disebut; formasi kosong {seats-free}.
            The need by workload analysis is not given; {seats-free} free.

            analyses-exist
            Anjab dan ABK kedua jabatan ada.
            Job and workload analysis of both posts exist.

            analysis-missing
            Belum ada: {parts}.
            Missing: {parts}.

            analysis-unknown
            Belum diketahui: {parts}.
            Not known: {parts}.

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

            no-recent-sanction
            Tidak ada hukuman disiplin sedang atau berat dalam {years} tahun terakhir.
            No medium or heavy sanction in the last {years} years.

            recent-sanction
            Hukuman disiplin {level} sejak {from} masih dalam {years} tahun terakhir.
            A {level} sanction from {from} lies in the last {years} years.

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

            clearance-valid
            Keterangan bebas temuan Inspektorat {number} berlaku.
            The Inspektorat's clearance {number} is valid.

            clearance-expired
            Keterangan bebas temuan Inspektorat {number} berakhir {until}.
            The Inspektorat's clearance {number} ended on {until}.

            clearance-missing
            Belum ada keterangan bebas temuan Inspektorat.
            The Inspektorat has not cleared the person.

            clearance-unknown
            Data sertifikat dan keterangan belum diimpor.
            Data on certificates and clearances is not imported.

            not-structural
            Hanya untuk jabatan struktural.
            For structural posts only.

            eselon-unknown
            Lowongan tidak menyebut eselonnya.
            The vacancy does not say its eselon.

            ladder-unknown
            Kebijakan daerah belum mengatur syarat eselon ini.
            The region's policy does not say what this eselon asks for.

            level-reached
            Pendidikan, pengalaman dan usia memenuhi syarat.
            Education, service and age meet what is asked for.

            level-not-reached
            Belum memenuhi syarat: {parts}.
            Not enough: {parts}.

            level-unknown
            Belum dapat dinilai: {parts}.
            Cannot be judged yet: {parts}.

            grade-reached
            Golongan {grade}; eselon {eselon} meminta paling rendah {grade-asked}.
            Grade {grade}; eselon {eselon} asks for {grade-asked} at least.

            grade-not-reached
            Golongan {grade} di bawah {grade-asked}, syarat eselon {eselon}.
            Grade {grade} is below {grade-asked}, which eselon {eselon} asks for.

            grade-unknown
            Golongan {grade} tidak dapat dibandingkan dengan {grade-asked}.
            Grade {grade} cannot be compared with {grade-asked}.

            not-a-promotion
            Bukan promosi: jabatan sekarang eselon {eselon}.
            Not a promotion: the present post is of eselon {eselon}.

            box-reached
            Kotak talenta {box}; diminta kotak {boxes-asked}.
            Talent box {box}; asked for: {boxes-asked}.

            box-not-reached
            Kotak talenta {box}, padahal diminta kotak {boxes-asked}.
            Talent box {box}, but {boxes-asked} are asked for.

            box-unknown
            Nilai kinerja dan potensi belum diimpor.
            The scores of performance and potential are not imported.

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

            assessment-fresh
            Asesmen terakhir {assessed} masih dalam {years} tahun.
            The last assessment, {assessed}, is not older than {years} years.

            assessment-old
            Asesmen terakhir {assessed} lebih lama dari {years} tahun.
            The last assessment, {assessed}, is older than {years} years.

            assessment-unknown
            Belum ada asesmen yang tercatat.
            No assessment is recorded.

            inside-instansi
            Hanya untuk permohonan ke instansi lain.
            Only for a request to another authority.

            service-reached
            PNS sejak {permanent-since}, sudah {years} tahun.
            A PNS since {permanent-since}: {years} years are served.

            service-not-reached
            PNS sejak {permanent-since}, belum {years} tahun.
            A PNS since {permanent-since}: fewer than {years} years.

            service-unknown
            TMT PNS tidak tercatat.
            The appointment as PNS is not recorded.

            not-an-official
            Hanya untuk pejabat struktural dan pejabat fungsional yang memimpin unit.
            For structural officials and functional ones who head a unit only.

            outside-election
            {date} di luar masa larangan penggantian pejabat.
            {date} lies outside the times in which officials are not replaced.

            election-ban
            {date} dalam masa larangan penggantian pejabat ({from} sampai {until}); diperlukan izin tertulis Menteri Dalam Negeri.
            On {date} officials are not replaced ({from} to {until}) without the minister's written permit.

            minister-permits
            Dalam masa larangan, dengan izin Menteri Dalam Negeri {permit}.
            In the time of the ban, by the minister's permit {permit}.

            election-calendar-unknown
            Kebijakan daerah belum memuat jadwal pemilihan kepala daerah.
            The region's policy has no calendar of the head's elections.

            head-definitive
            Kepala daerah definitif pada {date}.
            The head of region is definitive on {date}.

            head-not-definitive
            Kepala daerah berkedudukan {standing} pada {date}; diperlukan pertimbangan teknis BKN.
            The head of region is {standing} on {date}; BKN's technical consideration is needed.

            head-unknown
            Kebijakan daerah tidak menyebut siapa kepala daerah pada {date}.
            The region's policy does not say who is head of region on {date}.

            consideration-recorded
            Pertimbangan teknis BKN sudah dicatat.
            BKN's technical consideration is recorded.

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

            retirement-far
            Pensiun {retires}; sisa masa kerja cukup.
            Retires on {retires}; enough years are left.

            retires-soon
            Pensiun {retires}, kurang dari {years} tahun sejak mulai.
            Retires on {retires}, less than {years} years after the start.

            retirement-unknown
            Tanggal pensiun tidak dapat dihitung.
            The day of retirement cannot be computed.

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

            no-conflict-declared
            Pejabat yang memutuskan menyatakan tidak ada konflik kepentingan.
            Whoever decides declares to have no conflict of interest.

            conflict-declared
            Pejabat yang memutuskan menyatakan ada konflik kepentingan.
            Whoever decides declares a conflict of interest.

            conflict-not-declared
            Belum ada pernyataan tentang konflik kepentingan.
            Nothing is declared about a conflict of interest.

            floor-kept
            Batas minimal petugas jabatan dan unit yang ditinggalkan terjaga.
            The post and the unit that are left keep their floor.

            below-floor
            Jabatan atau unit yang ditinggalkan turun di bawah batas minimal petugas.
            The post or the unit that is left falls below its floor.

            donor-below-floor
            Jabatan atau unit pemberi bantuan turun di bawah yang harus tetap di sana; cari pemberi lain.
            The post or the unit that lends falls below what has to stay there; look for another donor.

            donor-in-rush
            Loket unit pemberi bantuan sendiri sedang ramai; cari pemberi lain.
            The counters of the unit that lends are in a rush themselves; look for another donor.

            sole-holder
            Satu-satunya pemegang jabatan ini di unitnya; lepas setelah pengganti mulai, atau dengan keputusan BKD.
            The only holder of the post in the unit; leaves when a replacement has started, or by the BKD's decision.

            floor-unknown
            Kebutuhan menurut ABK tidak tercatat, jadi batas minimal petugas tidak diketahui.
            The need by workload analysis is not recorded, so the floor is not known.

            need-unpublished
            Perangkat daerah asal belum mengumumkan kebutuhan unitnya (need publish), atau BKD memutuskan dengan alasan.
            Home has not published what its unit needs (need publish); else the BKD decides with a reason.

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

            not-acting
            Hanya untuk penunjukan Plt.
            For acting holders (Plt) only.

            acting-fits
            Penunjukan Plt sesuai sampai {until}.
            The acting duty fits, until {until}.

            acting-too-long
            Penunjukan Plt sampai {until} melewati {months-asked} bulan; sudah dijalani {months-served} bulan.
            Acting until {until} is more than {months-asked} months; {months-served} are served.

            acting-in-another-unit
            Plt hanya dalam unit sendiri.
            An acting holder comes from the same unit.

            acting-too-high
            Plt hanya untuk jenjang yang sama atau satu jenjang di atas.
            An acting duty is on the own level or one above.

            acting-unknown
            Jabatan, unit, jenjang atau akhir penunjukan tidak diketahui.
            Post, unit, level or end of the duty is not known.

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

            not-functional
            Hanya untuk jabatan fungsional.
            For functional posts only.

            same-post
            Jabatan fungsional dan jenjangnya tetap sama.
            The functional post and its level stay the same.

            entry-reached
            Syarat masuk jabatan fungsional terpenuhi.
            What the functional post asks of who enters it is met.

            entry-not-reached
            Syarat masuk jabatan fungsional belum terpenuhi: {parts}.
            What the functional post asks of who enters it is not met: {parts}.

            entry-conditions-unknown
            Syarat masuk jabatan fungsional ini belum diimpor.
            What this functional post asks of who enters it is not imported.
            """)
}
