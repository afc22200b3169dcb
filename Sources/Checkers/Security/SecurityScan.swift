import Diagnostics
import YAML

/// Looks for what is unsafe in YAML of any kind.
enum SecurityScan {
    static func findings(in node: YAMLNode) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        walk(node, &findings)
        return findings
    }

    private static func walk(_ node: YAMLNode, _ findings: inout [Diagnostic]) {
        for item in node.sequence ?? [] {
            if let scalar = item.scalar { checkVariable(scalar, &findings) }
            walk(item, &findings)
        }
        checkTag(node, &findings)
        for entry in node.mapping?.entries ?? [] {
            if let key = entry.name, let value = entry.value.scalar { check(key, value, entry, &findings) }
            walk(entry.value, &findings)
        }
    }

    private static let skips: Set<String> = [
        "insecure_skip_verify", "insecureskipverify", "tlsskipverify", "tlsskipverifyinsecure",
        "tls_insecure_skip_verify",
        "tls_skip_verify", "http_tls_skip_verify", "insecureskiptlsverify",
    ]
    private static let rights: Set<String> = ["privileged", "hostnetwork", "hostpid", "hostipc"]

    private static func check(
        _ key: String, _ value: YAMLScalar, _ entry: YAMLMapping.Entry, _ findings: inout [Diagnostic]
    ) {
        let name = key.lowercased()
        if skips.contains(name), value.bool == true {
            findings.append(SecurityInsecureSkipVerify.finding(at: entry.key.origin))
        } else if rights.contains(name), value.bool == true {
            findings.append(SecurityPrivilegedContainer.found(key, at: entry.key.origin))
        } else if name == "image" {
            checkImage(value, &findings)
        } else if isSecret(name), isLiteral(value) {
            findings.append(SecurityLiteralPassword.finding(at: value.origin))
        }
    }

    /// `NAME=value` in a list of variables.
    private static func checkVariable(_ scalar: YAMLScalar, _ findings: inout [Diagnostic]) {
        guard let equals = scalar.value.firstIndex(of: "=") else { return }
        let name = scalar.value[..<equals]
        let isName = !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") }
        let value = scalar.value[scalar.value.index(after: equals)...]
        guard isName, isSecret(name.lowercased()), !value.isEmpty, !value.contains("$") else { return }
        let start = scalar.value[...equals].utf8.count
        findings.append(
            SecurityLiteralPassword.finding(at: scalar.map.origin(of: start..<scalar.value.utf8.count)))
    }

    /// An image has a fixed version by a tag other than `latest`, or by its digest.
    private static func checkImage(_ value: YAMLScalar, _ findings: inout [Diagnostic]) {
        let image = value.value
        guard !image.isEmpty, !image.contains("$"), !image.contains("{{"), !image.contains(" "), !image.contains("@")
        else { return }
        if ImageCheck.isMutable(image) { findings.append(SecurityMutableImageTag.found(image, at: value.origin)) }
    }

    /// `image: {repository: grafana/loki, tag: latest}`, as charts of Helm have it.
    private static func checkTag(_ node: YAMLNode, _ findings: inout [Diagnostic]) {
        guard let repository = node["repository"]?.scalar, let tag = node["tag"]?.scalar,
            ImageCheck.movingTags.contains(tag.value)
        else { return }
        findings.append(SecurityMutableImageTag.found("\(repository.value):\(tag.value)", at: tag.origin))
    }

    /// Whether a key holds a secret itself, not the name of a file or of a place that holds it.
    static func isSecret(_ key: String) -> Bool {
        let name = key.replacing("-", with: "_")
        if ["file", "path", "ref", "name", "key_name", "env", "policy", "length", "rotation"].contains(where: {
            name.hasSuffix("_" + $0) || name.hasSuffix("_" + $0 + "s")
        }) {
            return false
        }
        if name.hasSuffix("__file") || name.hasSuffix("file") { return false }
        return [
            "password", "passwd", "secret_access_key", "secretaccesskey", "secret_key", "api_key", "apikey",
            "bearer_token", "auth_token", "client_secret", "account_key",
        ]
        .contains { name == $0 || name.hasSuffix("_" + $0) || name.hasSuffix($0) }
    }

    private static func isLiteral(_ value: YAMLScalar) -> Bool {
        let text = value.value
        guard !value.isNull, !text.isEmpty, value.bool == nil else { return false }
        // A variable, a template, a file that holds it, or a mark for the reader is no password.
        return !text.contains("$") && !text.contains("{{") && !text.hasPrefix("<") && !text.hasPrefix("/")
            && !text.hasPrefix("!") && !text.allSatisfy { $0 == "*" || $0 == "x" || $0 == "." || $0 == "…" }
    }
}
