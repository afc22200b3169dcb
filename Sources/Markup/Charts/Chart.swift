import Diagnostics

/// What a `::: chart Title` draws: the figures of its table.
struct Chart: Equatable, Sendable {
    /// A column of figures.
    struct Series: Equatable, Sendable {
        let name: String
        let figures: [ChartFigure]
        /// That of its cells, else what the column's head has in parentheses at its end; empty where neither tells.
        let unit: String
    }

    let title: String
    /// What the first column names, row by row.
    let categories: [String]
    let series: [Series]

    /// The series by the scale that they share. Lengths can be compared only where units are the same, so columns whose
    /// unit is another one, or not told, have scales of their own.
    var panels: [[Series]] {
        guard let unit = series.first?.unit, !unit.isEmpty,
            series.allSatisfy({ ChartFigure.isSame($0.unit, unit) })
        else { return series.map { [$0] } }
        return [series]
    }

    /// Reads the table in a container. Nil where something is wrong with it.
    init?(_ container: Cursor, into diagnostics: inout [Diagnostic]) {
        guard let table = Self.table(in: container, into: &diagnostics) else { return nil }
        let head = table.firstChild ?? table
        let header = Array(head.children)
        let rows = table.children.dropFirst().map { Array($0.children) }
        guard !rows.isEmpty, header.count > 1 else {
            diagnostics.append(ChartTable.empty(at: head.origin))
            return nil
        }
        title = container.text
        categories = rows.map { $0.first?.plainText ?? "" }
        let series = header.indices.dropFirst().map { column in
            Self.series(header[column], rows.compactMap { column < $0.count ? $0[column] : nil }, into: &diagnostics)
        }
        self.series = series.compactMap { $0 }
        guard self.series.count == series.count else { return nil }
    }

    /// The one table of a container, if it holds nothing else.
    private static func table(in container: Cursor, into diagnostics: inout [Diagnostic]) -> Cursor? {
        let before = diagnostics.count
        var table: Cursor?
        for block in container.children {
            if block.kind != .table {
                diagnostics.append(ChartTable.other(at: block.origin))
            } else if let table {
                let first = (table.firstChild ?? table).origin.span
                diagnostics.append(ChartTable.second(at: (block.firstChild ?? block).origin, first: first))
            } else {
                table = block
            }
        }
        guard diagnostics.count == before else { return nil }
        if table == nil { diagnostics.append(ChartTable.missing(at: container.openingOrigin)) }
        return table
    }

    private static func series(_ head: Cursor, _ cells: [Cursor], into diagnostics: inout [Diagnostic]) -> Series? {
        let name = head.plainText
        let figures = cells.map { ChartFigure($0.plainText) }
        guard figures.contains(where: { $0 != nil }) else {
            diagnostics.append(ChartColumn.withoutNumbers(name, at: head.origin))
            return nil
        }
        let unit = figures.lazy.compactMap { $0 }.first { !$0.unit.isEmpty }?.unit ?? ""
        let before = diagnostics.count
        if name.isEmpty { diagnostics.append(ChartColumn.withoutName(at: head.origin)) }
        for (cell, figure) in zip(cells, figures) {
            guard let figure else {
                diagnostics.append(ChartCell.noNumber(cell.plainText, at: cell.origin))
                continue
            }
            // Nothing is nothing in any unit.
            if !ChartFigure.isSame(figure.unit, unit), figure.value > 0 || !figure.unit.isEmpty {
                diagnostics.append(ChartCell.otherUnit(figure.text, unit, at: cell.origin))
            }
        }
        guard diagnostics.count == before else { return nil }
        return Series(name: name, figures: figures.compactMap { $0 }, unit: unit.isEmpty ? self.unit(in: name) : unit)
    }

    /// `ms` of `Time (ms)`.
    private static func unit(in head: String) -> String {
        guard head.hasSuffix(")"), let parenthesis = head.lastIndex(of: "(") else { return "" }
        return String(head[parenthesis...].dropFirst().dropLast())
    }
}

extension Cursor {
    /// The line that opens a container.
    fileprivate var openingOrigin: PositionMap.Origin {
        document.origin(of: document.storage.containers[Int(node.payload)].opening)
    }
}

extension Document {
    func checkCharts(into diagnostics: inout [Diagnostic]) {
        for container in storage.containers where nodes[Int(container.node)].kind == .chart {
            _ = Chart(Cursor(document: self, index: Int(container.node)), into: &diagnostics)
        }
    }
}
