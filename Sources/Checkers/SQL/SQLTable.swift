/// Answers as psql prints them: a table with lines of hyphens, numbers to the right.
enum SQLTable {
    static func text(_ rows: SQLConnection.Rows) -> String {
        guard !rows.columns.isEmpty else { return rows.tag + "\n" }
        let cells = rows.values.map { $0.map { $0 ?? "" } }
        let widths = rows.columns.indices.map { column in
            max(rows.columns[column].count, cells.map { longestLine($0[column]) }.max() ?? 0)
        }
        var text = line(zip(rows.columns, widths).map { centred($0, $1) })
        text += widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "+") + "\n"
        for row in cells { text += self.row(row, widths, rows.areNumbers) }
        text += "(\(rows.count) row\(rows.count == 1 ? "" : "s"))\n"
        // Behind the rows psql tells what a statement did, where it changed some.
        if ["INSERT", "UPDATE", "DELETE", "MERGE"].contains(where: { rows.tag.hasPrefix($0) }) {
            text += "\n\(rows.tag)\n"
        }
        return text
    }

    /// A value of several lines goes on in the next one, with a mark.
    private static func row(_ cells: [String], _ widths: [Int], _ areNumbers: [Bool]) -> String {
        let lines = cells.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
        let height = lines.map(\.count).max() ?? 1
        return (0..<height).map { index in
            line(
                cells.indices.map { column in
                    let text = index < lines[column].count ? lines[column][index] : ""
                    let space = String(repeating: " ", count: max(0, widths[column] - text.count))
                    let goesOn = index + 1 < lines[column].count
                    return (areNumbers[column] ? space + text : text + space) + (goesOn ? "+" : "")
                })
        }.joined()
    }

    private static func line(_ cells: [String]) -> String {
        let text = cells.map { " " + $0 + ($0.hasSuffix("+") ? "" : " ") }.joined(separator: "|")
        return text.reversed().drop { $0 == " " }.reversed().map(String.init).joined() + "\n"
    }

    private static func longestLine(_ text: String) -> Int {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(\.count).max() ?? 0
    }

    private static func centred(_ text: String, _ width: Int) -> String {
        let space = width - text.count
        return String(repeating: " ", count: space / 2) + text + String(repeating: " ", count: space - space / 2)
    }
}
