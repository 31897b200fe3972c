/// Made-up names from common parts; a match with a living person is chance.
enum NameStock {
    private static let male = [
        "Agus", "Bambang", "Slamet", "Joko", "Eko", "Dwi", "Tri", "Hendra", "Yusuf", "Rizky", "Arif", "Wahyu", "Bayu",
        "Dimas", "Fajar", "Galih", "Hariyanto", "Imam", "Krisna", "Lukman", "Ma'ruf", "Nugroho", "Oka", "Prasetyo",
        "Rahmat", "Sigit", "Teguh", "Untung", "Vino", "Yoga", "Zainal", "Andreas", "Stefanus", "Anton",
    ]
    private static let female = [
        "Sri", "Siti", "Dewi", "Endang", "Ratna", "Wulan", "Ayu", "Indah", "Lestari", "Nur'aini", "Rini", "Yuni",
        "Fitri", "Kartika", "Mega", "Novi", "Puji", "Retno", "Tuti", "Vera", "Winarti", "Anisa", "Bunga", "Citra",
        "Diah", "Erna", "Hesti", "Intan", "Laras", "Maria", "Nanik", "Theresia", "Umi", "Zahra",
    ]
    private static let second = [
        "Santoso", "Wibowo", "Kusuma", "Hidayat", "Purnomo", "Saputra", "Setiawan", "Utomo", "Wijaya", "Suryani",
        "Rahayu", "Permata", "Puspita", "Anggraeni", "Handayani", "Maharani", "Nirmala", "Pratiwi", "Susanti",
        "Kurnia", "Firmansyah", "Gunawan", "Hartono", "Iskandar", "Mahendra", "Nugraha", "Pamungkas", "Ramadhan",
        "Sasmita", "Tjahjono", "Wardana", "Yulianto", "Abadi", "Basuki", "Cahyono", "Darmawan",
    ]
    private static let third = ["Adi", "Budi", "Cahya", "Dharma", "Eka", "Gading", "Jati", "Kencana", "Laksana"]
    private static let birthplaces = [
        "Semarang", "Kendal", "Demak", "Salatiga", "Ungaran", "Purwodadi", "Kudus", "Pati", "Magelang", "Surakarta",
        "Klaten", "Pekalongan", "Tegal", "Rembang",
    ]

    static func name(_ sex: CitySex, random: inout SeededGenerator) -> String {
        let first = random.pick(sex == .male ? male : female)
        let last = random.pick(second)
        return random.chance(perMille: 300) ? "\(first) \(random.pick(third)) \(last)" : "\(first) \(last)"
    }

    static func birthplace(random: inout SeededGenerator) -> String {
        random.pick(birthplaces)
    }
}
