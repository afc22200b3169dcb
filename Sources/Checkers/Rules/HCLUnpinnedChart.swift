import Diagnostics

/// A `helm_release` of a chart from a repository without a `version`.
///
/// ## Why
///
/// Helm installs the newest version. The next run of Terraform can replace it with another one, with other defaults.
///
/// ## Example
///
/// ```hcl
/// resource "helm_release" "loki" {
///   name       = "loki"
///   repository = "https://grafana-community.github.io/helm-charts"
///   chart      = "loki"
/// }
/// ```
///
/// ## Instead
///
/// ```hcl
/// resource "helm_release" "loki" {
///   name       = "loki"
///   repository = "https://grafana-community.github.io/helm-charts"
///   chart      = "loki"
///   version    = "18.11.0"
/// }
/// ```
public enum HCLUnpinnedChart: Rule {
    public static let id: RuleID = "hcl/unpinned-chart"
    public static let severity = Severity.warning

    static func found(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("the chart has no `version`", at: origin, help: "name the version that you have tried")
    }
}
