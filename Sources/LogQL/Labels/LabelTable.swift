/// The label sets that a query has met, each once, known by its number.
final class LabelTable {
    private(set) var sets: [LabelSet] = []
    private var numbers: [LabelSet: Int32] = [:]

    func number(of set: LabelSet) -> Int32 {
        if let number = numbers[set] { return number }
        let number = Int32(truncatingIfNeeded: sets.count)
        sets.append(set)
        numbers[set] = number
        return number
    }

    subscript(number: Int32) -> LabelSet { sets[Int(number)] }
}
