/// `decolorize`: takes escape sequences of terminals out of the line.
final class DecolorizeStage: PipelineStage {
    // What a terminal takes for colours and the like: the escape or its one-character form, then parameters and an end.
    private static let sequence =
        "[\u{1B}\u{9B}][\\[\\]()#;?]*(?:(?:(?:[a-zA-Z\\d]*(?:;[a-zA-Z\\d]*)*)?\u{07})|"
        + "(?:(?:\\d{1,4}(?:;\\d{0,4})*)?[\\dA-PRZcf-ntqry=><~]))"

    private let regex: Regex
    private var places: [Int] = []

    private init(_ regex: Regex) { self.regex = regex }

    static func made() throws(PipelineError) -> DecolorizeStage { DecolorizeStage(try PipelineError.regex(sequence)) }

    override func run(_ line: inout Bytes, time: Int64, _ labels: inout LabelBuilder) -> Bool {
        guard line.contains(where: { $0 == 0x1B || $0 == 0xC2 }), regex.find(line, places: &places) else { return true }
        let output = labels.arena.room(line.count)
        var count = 0
        var offset = 0
        repeat {
            for index in offset..<places[0] {
                output[count] = line[index]
                count += 1
            }
            offset = places[1]
        } while regex.find(line, from: offset, places: &places)
        for index in offset..<line.count {
            output[count] = line[index]
            count += 1
        }
        line = Bytes(rebasing: output[..<count])
        return true
    }
}
