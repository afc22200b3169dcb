import Diagnostics

/// Looks for what is dangerous in a configuration that Alloy accepts.
struct AlloySecurity {
    let text: AlloyText
    let inventory: AlloyInventory
    private(set) var findings: [Diagnostic] = []

    init(_ text: AlloyText, _ inventory: AlloyInventory) {
        self.text = text
        self.inventory = inventory
    }

    /// Components whose targets become streams, if they read lines from them.
    private static let relabels: Set<String> = ["loki.relabel", "discovery.relabel"]

    mutating func check(_ block: AlloyBlock, in owner: String, _ number: Int?) {
        let body = inventory.body(number)
        for attribute in block.attributes { check(attribute, body?.arguments[attribute.name.text]?.type) }
        checkLogin(block)
        if owner == "loki.process" || block.name.text.hasPrefix("stage.") { checkStages(block.body) }
        if block.name.text == "rule", Self.relabels.contains(owner) { checkRule(block, owner) }
        for inner in block.blocks {
            check(inner, in: owner, body?.blocks[inner.name.text]?.body)
        }
    }

    // MARK: Labels

    /// A label that a later stage takes away again makes no stream.
    mutating func checkStages(_ stages: [AlloyStatement]) {
        let blocks = stages.blocks
        for (index, stage) in blocks.enumerated() where stage.name.text == "stage.labels" {
            guard case .object(let fields)? = stage.body.value("values")?.kind else { continue }
            for field in fields where UnboundedLabel.isUnbounded(field.name.text) {
                if Self.isTaken(field.name.text, by: blocks[(index + 1)...]) { continue }
                findings.append(SecurityUnboundedLabel.finding(field.name.text, at: text.origin(field.name.range)))
            }
        }
    }

    private static func isTaken(_ label: String, by stages: ArraySlice<AlloyBlock>) -> Bool {
        stages.contains { stage in
            let name = stage.name.text
            guard name == "stage.label_drop" || name == "stage.label_keep" || name == "stage.pack" else { return false }
            guard case .array(let items)? = stage.body.value(name == "stage.pack" ? "labels" : "values")?.kind else {
                return true
            }
            let isListed = items.contains { $0.string.map { $0.text == label } ?? true }
            return isListed != (name == "stage.label_keep")
        }
    }

    private mutating func checkRule(_ rule: AlloyBlock, _ owner: String) {
        guard let target = rule.body.value("target_label")?.string, UnboundedLabel.isUnbounded(target.text) else {
            return
        }
        // Without a reference to a group, the value is always the same.
        if let replacement = rule.body.value("replacement"), replacement.string?.text.contains("$") == false { return }
        let action = rule.body.value("action")?.string?.text ?? "replace"
        guard ["replace", "lowercase", "uppercase"].contains(action) else { return }
        if owner == "discovery.relabel", UnboundedLabel.isOfTarget(target.text) { return }
        findings.append(SecurityUnboundedLabel.finding(target.text, at: text.inside(target)))
    }

    // MARK: Connections

    private mutating func check(_ attribute: AlloyAttribute, _ type: AlloyInventory.ValueType?) {
        let name = attribute.name.text
        if name == "insecure_skip_verify", case .boolean = attribute.value.kind,
            text.source[attribute.value.range].elementsEqual("true".utf8)
        {
            findings.append(
                SecurityInsecureSkipVerify.finding(
                    at: text.origin(attribute.name.range.lowerBound..<attribute.value.range.upperBound)))
        }
        guard Self.isSecret(name, type), let string = attribute.value.string, !Self.isPlaceholder(string.text) else {
            return
        }
        findings.append(SecurityLiteralPassword.finding(at: text.inside(string)))
    }

    private static let secretNames = [
        "password", "passphrase", "passwd", "secret", "secret_key", "bearer_token", "client_secret", "credentials",
        "api_key", "access_key", "token", "key_pem",
    ]

    /// Whether an argument takes a secret by its type, and its name says that it is one. What Alloy treats as a secret may
    /// also be a certificate or a harmless text.
    private static func isSecret(_ name: String, _ type: AlloyInventory.ValueType?) -> Bool {
        if name == "password" { return true }
        return type == .secret && secretNames.contains { name == $0 || name.hasSuffix("_\($0)") }
    }

    static func isPlaceholder(_ text: String) -> Bool {
        text.isEmpty || (text.hasPrefix("<") && text.hasSuffix(">")) || text.contains("${") || text.contains("{{")
    }

    private mutating func checkLogin(_ block: AlloyBlock) {
        let logins = block.blocks.filter { $0.name.text == "basic_auth" }
        guard !logins.isEmpty, let url = block.body.value("url")?.string, Self.isPlain(url.text) else { return }
        findings.append(SecurityBasicAuthOverHttp.finding(at: text.origin(0..<7, in: url)))
    }

    /// Whether a URL is plain HTTP to another machine.
    static func isPlain(_ url: String) -> Bool {
        guard url.lowercased().hasPrefix("http://") else { return false }
        let authority = url.dropFirst(7).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host = authority.split(separator: "@").last.map(String.init) ?? ""
        let name =
            host.hasPrefix("[") ? String(host.dropFirst().prefix { $0 != "]" }) : String(host.prefix { $0 != ":" })
        return
            !(name == "localhost" || name.hasSuffix(".localhost") || name.hasPrefix("127.") || name == "::1"
            || name.isEmpty)
    }
}
