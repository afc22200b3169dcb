import Diagnostics
import LogQL
import YAML

/// A dashboard of Grafana's classic model, or a panel of one: structure, ids, places, variables, queries.
struct GrafanaDashboard {
    struct Target {
        let expression: YAMLScalar
        let isLogQL: Bool
    }

    private(set) var findings: [Diagnostic] = []
    private(set) var targets: [Target] = []
    private(set) var panelCount = 0
    private let variables: Set<String>
    /// Whether the text is a whole dashboard: only then are variables and inputs known.
    private let isWhole: Bool

    init(_ document: YAMLNode, isPanel: Bool) {
        isWhole = !isPanel
        let list = document["templating"]?["list"]?.sequence ?? []
        let inputs = document["__inputs"]?.sequence ?? []
        variables = Set((list + inputs).compactMap { $0["name"]?.scalar?.value })
        if isPanel {
            check(panel: document)
            return
        }
        for key in ["title", "schemaVersion", "panels"] where document[key] == nil {
            findings.append(SchemaMissingKey.found(key, of: "the dashboard", at: document.start))
        }
        let panels = document["panels"]?.sequence ?? []
        for panel in panels {
            check(panel: panel)
            for inner in panel["panels"]?.sequence ?? [] { check(panel: inner) }
            // Panels of a row that is closed lie in it, and over nothing.
            checkPlaces(panel["panels"]?.sequence ?? [])
        }
        checkIDs(panels + panels.flatMap { $0["panels"]?.sequence ?? [] })
        checkPlaces(panels)
        checkVariables(in: document)
    }

    private static let removed = ["graph": "timeseries", "singlestat": "stat", "table-old": "table"]

    private mutating func check(panel: YAMLNode) {
        panelCount += 1
        guard let type = panel["type"]?.scalar, !type.value.isEmpty else {
            findings.append(SchemaMissingKey.found("type", of: "the panel", at: panel.start))
            return
        }
        if let replacement = Self.removed[type.value] {
            findings.append(GrafanaRemovedPanel.found(type.value, replacement: replacement, at: type.origin))
        }
        let source = panel["datasource"]
        for target in panel["targets"]?.sequence ?? [] {
            if target["refId"] == nil {
                findings.append(SchemaMissingKey.found("refId", of: "the query", at: target.start))
            }
            guard let expression = target["expr"]?.scalar else { continue }
            let kind = (target["datasource"] ?? source)?["type"]?.scalar?.value
            let isLogQL = kind == "loki" || (kind == nil && expression.value.hasPrefix("{"))
            targets.append(Target(expression: expression, isLogQL: isLogQL))
            if isLogQL { check(query: expression, on: type.value) }
        }
    }

    private mutating func check(query: YAMLScalar, on panel: String) {
        var options = LintOptions()
        options.query = .grafana
        let text = QueryText(Array(query.value.utf8), map: query.map, takesFixes: false)
        findings += Linter(options: options).diagnostics(in: text)
        guard case .log? = Query(text.bytes, options: .grafana).expression,
            ["timeseries", "stat", "gauge"].contains(panel)
        else {
            return
        }
        findings.append(LokiRulesLogQuery.panel(panel, at: query.origin))
    }

    private mutating func checkIDs(_ panels: [YAMLNode]) {
        var seen: [String: Span] = [:]
        for panel in panels {
            guard let id = panel["id"]?.scalar, !id.isNull else { continue }
            if let first = seen[id.value] {
                findings.append(GrafanaDuplicatePanelID.found(id.value, at: id.origin, first: first))
            } else {
                seen[id.value] = id.origin.span
            }
        }
    }

    private struct Place {
        let title: String
        let node: YAMLNode
        let x: Int, y: Int, w: Int, h: Int

        func overlaps(_ other: Place) -> Bool {
            x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h
        }
    }

    private mutating func checkPlaces(_ panels: [YAMLNode]) {
        var places: [Place] = []
        for panel in panels {
            guard let grid = panel["gridPos"], let w = grid["w"]?.scalar?.integer, let h = grid["h"]?.scalar?.integer
            else { continue }
            let place = Place(
                title: panel["title"]?.scalar?.value ?? "", node: grid, x: grid["x"]?.scalar?.integer ?? 0,
                y: grid["y"]?.scalar?.integer ?? 0, w: w, h: h)
            if place.x < 0 || place.y < 0 || w < 1 || h < 1 || w > 24 || place.x > 24 - w {
                findings.append(GrafanaPanelPlace.outside(place.title, at: grid.origin))
            } else if let other = places.first(where: place.overlaps) {
                findings.append(
                    GrafanaPanelPlace.overlap(place.title, over: other.title, at: grid.origin, first: other.node.span))
            } else {
                places.append(place)
            }
        }
    }

    private mutating func checkVariables(in node: YAMLNode) {
        if let scalar = node.scalar {
            guard scalar.value.contains("$") else { return }
            let map = scalar.map
            for use in GrafanaVariables.uses(in: Array(scalar.value.utf8)) {
                guard !variables.contains(use.name), !GrafanaVariables.builtIn.contains(use.name) else { continue }
                findings.append(
                    GrafanaUnknownVariable.found(use.name, known: variables.sorted(), at: map.origin(of: use.range)))
            }
        }
        for item in node.sequence ?? [] { checkVariables(in: item) }
        for entry in node.mapping?.entries ?? [] {
            // Regular expressions end with a dollar sign.
            if ["regex", "matcherRegex", "pattern"].contains(entry.name) { continue }
            checkVariables(in: entry.value)
        }
    }
}

extension YAMLNode {
    /// Where a message about the whole node points: its first key.
    fileprivate var start: PositionMap.Origin { mapping?.entries.first?.key.origin ?? origin }
}
