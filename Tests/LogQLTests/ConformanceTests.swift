import Foundation
import LogQL
import TestSupport
import Testing

/// Queries with the verdict and the canonical form that Loki gives them, reasoned from its grammar.
@Suite struct ConformanceTests {
    static func lines(_ name: String) -> [String] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Conformance/logql/\(name).txt")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).filter {
            !$0.isEmpty && !$0.hasPrefix("#")
        }
    }

    @Test(arguments: lines("accepted")) func accepts(line: String) {
        let parts = line.components(separatedBy: " → ")
        let query = Query(parts[0])
        #expect(query.errors.isEmpty, "\(query.errors)")
        let canonical = query.expression?.canonical
        #expect(canonical == parts.last)
        // What was printed is read as the same.
        #expect(canonical.map { Query($0).expression?.canonical } == canonical)
    }

    @Test(arguments: lines("refused")) func refuses(line: String) {
        let marked = MarkedText(line)
        let query = Query(marked.text)
        #expect(query.expression == nil)
        #expect(query.errors.first?.range == marked.ranges.first, "\(query.errors)")
    }
}
