extension Sentences {
    /// Codes of `Round.Aspect`, as Peraturan BKN 5/2019 Ps 2 names them.
    static let aspects = Catalogue(
        sentences: """
            competence
            Kompetensi
            Competence

            career-pattern
            Pola karier
            Career pattern

            mapping
            Pemetaan pegawai
            Mapping of staff

            succession
            Kelompok rencana suksesi (talent pool)
            Succession group (talent pool)

            development
            Perpindahan dan pengembangan karier
            Moves and development of careers

            performance
            Penilaian prestasi kerja atau kinerja dan perilaku kerja
            Appraisal of performance and conduct

            need
            Kebutuhan organisasi
            Need of the organisation

            nature
            Sifat pekerjaan teknis atau kebijakan menurut klasifikasi jabatan
            Technical or policy work, by the class of the post
            """)
}
