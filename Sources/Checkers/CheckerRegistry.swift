import Configuration
import Proofs

/// All checkers, one line each, and the services that they and snippets use.
public struct CheckerRegistry: Sendable {
    public let checkers: [any Checker]
    public let services: [any Service]

    /// Galley's own checkers and those of the project, which come last, so that they take a subject over.
    /// - Parameters:
    ///   - galley: the program whose stand-in for Loki serves; the running one unless another is given.
    ///   - loki: the real Loki that takes the stand-in's place and is asked beside the engine; nil where there is none.
    ///   - grafana: a Grafana that takes the dashboards; nil where there is none.
    public init(
        _ settings: ProofSettings = ProofSettings(), galley: String? = nil, loki: LokiServer? = nil,
        grafana: GrafanaImport? = nil
    ) {
        let postgres = PostgresService()
        let cases = PromtoolTests()
        services =
            LokiService.Variant.allCases.map { LokiService($0, galley: galley, server: loki) }
            + [postgres, NginxService(), PrometheusService()]
        checkers =
            [
                AlloyChecker(),
                AlloyLinesChecker(),
                ComposeChecker(),
                HCLChecker(),
                INIChecker(),
                JSONChecker(grafana: grafana),
                KubernetesChecker(),
                LogQLChecker(server: loki),
                LokiConfigChecker(),
                LokiRuleTestChecker(),
                LokiRulesChecker(),
                NginxChecker(),
                PrometheusConfigChecker(),
                PrometheusRuleTestChecker(cases),
                PrometheusRulesChecker(cases),
                PromQLChecker(),
                PythonChecker(),
                ShellChecker(commands: settings.commands.map(\.value)),
                SQLChecker(postgres),
                TextChecker(),
                YAMLChecker(),
                YAMLKindChecker(),
            ] + settings.checkers.map { ProgramChecker($0) }
    }
}
