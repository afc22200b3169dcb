import Foundation
import Testing

/// The table in Tests/Conformance/logql/README.md says how many cases each file has.
@Suite struct CoverageTests {
    private static let table: [String: Int] = {
        let readme = try? String(
            contentsOf: ConformanceFile.folder.appendingPathComponent("README.md"), encoding: .utf8)
        var table: [String: Int] = [:]
        for line in (readme ?? "").components(separatedBy: "\n") where line.hasPrefix("| ") {
            let cells = line.components(separatedBy: " | ")
            guard cells.count == 4, let count = Int(cells[2].trimmingCharacters(in: .whitespaces)) else { continue }
            table[cells[1].trimmingCharacters(in: CharacterSet(charactersIn: "` "))] = count
        }
        return table
    }()

    @Test func tableIsTrue() {
        var counts: [String: Int] = ["templates.txt": ConformanceFile.lines("templates.txt").count]
        for name in ConformanceFile.names(in: "parsing") {
            let isPretty = name == ConformanceFile.prettyName
            counts["parsing/\(name)"] =
                isPretty ? ConformanceFile.prettyCases.count : ConformanceFile.cases(name).count
        }
        for name in EvaluationFile.names { counts["evaluation/\(name)"] = EvaluationFile(name).cases.count }
        #expect(Self.table == counts)
    }
}
