import Diagnostics

/// A container with the rights of its host.
///
/// ## Why
///
/// `privileged`, host namespaces and the socket of the container engine give whoever takes the container over the whole machine.
///
/// ## Example
///
/// ```yaml
/// securityContext: {privileged: true}
/// ```
///
/// ## Instead
///
/// ```yaml
/// securityContext: {privileged: false, capabilities: {drop: [ALL]}}
/// ```
public enum SecurityPrivilegedContainer: Rule {
    public static let id: RuleID = "security/privileged-container"
    public static let severity = Severity.error

    static func found(_ key: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "`\(key)` gives the container the rights of its host", at: origin,
            help: "remove it, and grant the one right that is needed")
    }
}
