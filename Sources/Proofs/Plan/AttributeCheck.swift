import Diagnostics
import YAML

/// Holds what fences name against what there is.
struct AttributeCheck {
    private(set) var findings: [Diagnostic] = []
    /// Numbers of the snippets that can't be proven as they are written.
    private(set) var refused: Set<Int> = []

    init(snippets: [Snippet], names: KnownNames, today: CalendarDate) {
        let ids = Dictionary(snippets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var sessions: [String: Snippet] = [:]
        for snippet in snippets {
            let before = findings.count
            checkNames(of: snippet, names, ids)
            checkSession(of: snippet, &sessions)
            checkChain(from: snippet, ids)
            if findings.count > before { refused.insert(snippet.number) }
            checkExpiry(of: snippet, today)
        }
    }

    private mutating func checkNames(of snippet: Snippet, _ names: KnownNames, _ ids: [String: Snippet]) {
        let request = snippet.request
        if let data = request.data, !names.datasets.contains(data.value) {
            report(data, "dataset", names.datasets.sorted())
        }
        for service in request.needs where !names.services.contains(service.value) {
            report(service, "service", names.services.sorted())
        }
        if let bad = request.bad, !names.rules.contains(bad.value) {
            report(bad.map(\.text), "rule", names.rules.map(\.text).sorted())
        }
        if let other = request.slowerThan, ids[other.value] == nil {
            report(other, "snippet", ids.values.filter(\.isNamed).map(\.id).sorted())
        }
        if let container = request.container, let reason = names.unreadable(container.value) {
            findings.append(SnippetContainerMissing.found(container.value, reason: reason, at: container.origin))
        }
    }

    private mutating func report(_ name: Located<String>, _ what: String, _ known: [String]) {
        findings.append(SnippetUnknownName.found(name.value, what: what, known: known, at: name.origin))
    }

    private mutating func checkSession(of snippet: Snippet, _ sessions: inout [String: Snippet]) {
        guard let session = snippet.request.session else { return }
        guard let first = sessions[session.value] else {
            sessions[session.value] = snippet
            return
        }
        guard first.language != snippet.language, let begin = first.request.session else { return }
        findings.append(
            SnippetMixedSession.found(
                session.value, language: snippet.language, other: first.language, at: session.origin, first: begin.span)
        )
    }

    private mutating func checkChain(from snippet: Snippet, _ ids: [String: Snippet]) {
        guard let slower = snippet.request.slowerThan else { return }
        var chain = [snippet.id]
        var next = ids[slower.value]
        while let current = next {
            if current.id == snippet.id {
                findings.append(SnippetCircular.found(chain, at: slower.origin))
                return
            }
            // A circle that this snippet only leads into is told at its members.
            guard !chain.contains(current.id) else { return }
            chain.append(current.id)
            next = current.request.slowerThan.flatMap { ids[$0.value] }
        }
    }

    private mutating func checkExpiry(of snippet: Snippet, _ today: CalendarDate) {
        guard let until = snippet.request.until, let skip = snippet.request.skip, until.value < today else { return }
        findings.append(SnippetSkipExpired.found(until.value, reason: skip.value, at: until.origin))
    }
}
