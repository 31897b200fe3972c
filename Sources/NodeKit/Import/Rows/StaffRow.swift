import Personnel

/// One person as the official staff export states it on one day.
public struct StaffRow: Equatable, Sendable {
    /// The row as a spreadsheet counts it.
    public var number: Int
    public var nip: NIP
    public var name: String
    public var titleBefore: String?
    public var titleAfter: String?
    public var employment: EmploymentKind
    public var legalStanding: String
    public var grade: Grade?
    public var education: Education?
    public var entered: CivilDate?
    public var permanentSince: CivilDate?
    /// AKHIR KONTRAK: the last day of a PPPK's contract, where the file has that column.
    public var contractEnd: CivilDate?
    public var postKind: PostKind
    public var postID: String
    public var postName: String
    /// TMT JABATAN: since when the person holds the post.
    public var postSince: CivilDate
    public var unitID: String
    public var unitName: String
}
