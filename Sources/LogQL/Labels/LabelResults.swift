/// Finds the number of labels that were seen before without making strings of them.
struct LabelResults {
    private let table: LabelTable
    private let kept = Arena()
    private var numbers: [UInt64: Int32] = [:]
    let empty: Int32

    init(table: LabelTable) {
        self.table = table
        empty = table.number(of: .empty)
    }

    /// A copy that lives as long as the query.
    func keep(_ text: String) -> Bytes { kept.copy(text) }

    /// The same for any order of the labels. Two different sets of one hash are taken for one: of a million sets, with a chance of
    /// one in thirty million.
    mutating func number(of entries: [LabelBuilder.Entry], _ names: NameTable) -> Int32 {
        var hash: UInt64 = 0
        for entry in entries {
            hash &+= Bytes.mix(entry.value.quickHash ^ UInt64(truncatingIfNeeded: entry.name) &* 0xE703_7ED1_A0B4_28DB)
        }
        if let number = numbers[hash] { return number }
        let number = table.number(
            of: LabelSet(entries.map { Label(name: names[$0.name].string, value: $0.value.string) }))
        numbers[hash] = number
        return number
    }
}
