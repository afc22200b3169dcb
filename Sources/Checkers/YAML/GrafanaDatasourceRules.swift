import Diagnostics
import LogQL
import YAML

/// What Grafana asks of data sources beyond their keys.
enum GrafanaDatasourceRules {
    static func findings(in document: YAMLNode) -> [Diagnostic] {
        (document["datasources"]?.sequence ?? []).flatMap { source -> [Diagnostic] in
            var findings: [Diagnostic] = []
            if let access = source["access"]?.scalar, !["proxy", "direct"].contains(access.value) {
                findings.append(
                    SchemaBadValue.found("access", access.value, expected: ["proxy", "direct"], at: access.origin))
            }
            if let url = source["url"]?.scalar, source["basicAuth"]?.scalar?.bool == true,
                url.value.hasPrefix("http://")
            {
                findings.append(SecurityBasicAuthOverHttp.finding(at: url.origin))
            }
            for field in source["jsonData"]?["derivedFields"]?.sequence ?? [] {
                guard let pattern = field["matcherRegex"]?.scalar, field["matcherType"]?.scalar?.value != "label" else {
                    continue
                }
                if let problem = RegexCheck(pattern.value).problem {
                    findings.append(CollectorRegexp.found(problem, at: pattern.origin))
                }
            }
            return findings
        }
    }
}
