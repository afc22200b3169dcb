import Diagnostics

/// A query that a real Loki answers otherwise than Galley's engine.
///
/// ## Why
///
/// Queries are run by an engine of Galley's own, which is to answer as Loki does. Where a real Loki is at hand, by
/// `--loki URL` or as the program `loki`, it is asked as well: what a page prints has to be what its readers will see.
///
/// ## Example
///
/// The engine counts 12 lines where Loki counts 11.
///
/// ## Instead
///
/// Look at both answers in the note. Where the Loki has limits, a newer version, or lines of other origin, give it none of
/// these; else it is a fault of the engine, and worth a report. Until it is mended, mark the block with `skip="…"`.
public enum LogQLDiffersFromLoki: Rule {
    public static let id: RuleID = "logql/differs-from-loki"
    public static let severity = Severity.error

    static func found(
        _ difference: (engine: String, loki: String), loki: String, at origin: PositionMap.Origin
    ) -> Diagnostic {
        diagnostic(
            "\(loki) answers otherwise than Galley's engine", at: origin,
            notes: ["the engine: \(difference.engine)", "\(loki): \(difference.loki)"])
    }
}
