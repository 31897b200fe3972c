extension Sentences {
    static let planGates = Catalogue(
        sentences: """
            level
            jabatan lebih rendah
            a lower post

            retirement
            terlalu dekat dengan pensiun
            too near to retirement

            grade
            golongan
            grade

            ladder-grade
            golongan untuk eselon
            grade for the eselon

            education
            pendidikan
            education

            ladder-education
            pendidikan untuk eselon
            education for the eselon

            ladder-experience
            masa kerja untuk eselon
            service for the eselon

            box
            kotak manajemen talenta
            talent box

            certificates
            sertifikat
            certificates

            entry
            syarat masuk jabatan fungsional
            entry into the functional post

            competence
            kompetensi jauh di bawah standar
            competence far below the standard
            """)

    static let departures = Catalogue(
        sentences: """
            retirement
            pensiun
            retirement

            contract-end
            kontrak habis
            end of contract

            secondment-end
            penugasan sementara selesai
            end of a secondment

            move
            pindah menurut keputusan
            a decided move

            acting-end
            Plt selesai
            end of acting

            acting-limit
            batas waktu Plt
            limit of acting

            rotation-due
            waktunya rotasi
            due for rotation
            """)

    static let transitionGaps = Catalogue(
        sentences: """
            origin-unknown
            asalnya belum diberitahukan
            its origin was not told

            unpublished
            unit tujuan belum diumumkan
            the receiving unit was not published
            """)
}
