import Diagnostics
import Proofs

/// Verdicts as data.
enum VerdictJSON {
    static func value(_ verdict: Verdict, withCode: Bool = false) -> JSONValue {
        let snippet = verdict.snippet
        let location = snippet.opening.span.file.location(at: snippet.opening.span.range.lowerBound)
        return .members([
            "id": .string(snippet.id), "file": .string(snippet.opening.span.file.path), "line": .number(location.line),
            "language": .string(snippet.language), "kind": snippet.kind.map { .string($0.value) },
            "status": .string(status(verdict)), "level": verdict.level.map { .string($0.rawValue) },
            "checker": verdict.checker.map { .string($0) }, "tools": .array(verdict.tools.map { .string($0) }),
            "claims": .array(verdict.claims.map { .string($0) }), "shortfall": verdict.shortfall.map { .string($0) },
            "measures": .object(verdict.measures.map { ($0.name, .number($0.value)) }),
            "digest": .string(Digest.of(snippet.code)), "remembered": .bool(verdict.isRemembered),
            "code": withCode ? .string(snippet.text) : nil,
            "output": withCode ? verdict.output.map { .string(String(decoding: $0, as: UTF8.self)) } : nil,
        ])
    }

    static func status(_ verdict: Verdict) -> String {
        switch verdict.status {
        case .proven: verdict.level?.rawValue ?? "proven"
        case .skipped(let reason): "skipped: \(reason)"
        case .unproven(let reason): "unproven: \(reason)"
        case .failed: "failed"
        }
    }
}
