import Diagnostics

/// The settings of Grafana that are known, and what is found in a text of settings.
struct GrafanaSettings: Sendable {
    private(set) var title = ""
    /// By section; whether each is true or false.
    private(set) var sections: [String: [String: Bool]] = [:]

    static let known = GrafanaSettings(GrafanaSettingsTable.text)

    init(_ table: String) {
        var section = ""
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if words[0] == "v" {
                title = words.dropFirst().joined(separator: " ")
            } else if words[0] == "s", words.count == 2 {
                section = words[1] == "-" ? "" : words[1]
                sections[section] = [:]
            } else {
                sections[section]?[words[0]] = words.count > 1
            }
        }
    }

    /// Sections with names of one's own in them, or for each of something.
    private static func isOpen(_ section: String) -> Bool {
        section == "feature_toggles" || section == "metrics.environment_info" || section.hasPrefix("navigation.")
            || section.hasPrefix("plugin.") || section.hasPrefix("unified_alerting.reserved_labels")
    }

    /// - Parameter unknown: gets sections and settings that the list does not have, and that are no misspellings: newer
    ///   versions of Grafana have more.
    func findings(in text: INIText, map: PositionMap, unknown: inout Set<String>) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for section in text.sections where sections[section.name] == nil && !Self.isOpen(section.name) {
            if let near = Self.meant(section.name, sections.keys.sorted()) {
                findings.append(
                    GrafanaUnknownSetting.section(section.name, near: near, at: map.origin(of: section.range)))
            } else {
                unknown.insert("[\(section.name)]")
            }
        }
        for setting in text.settings {
            if let finding = check(setting, map, &unknown) { findings.append(finding) }
            if Self.isSecret(setting) {
                findings.append(SecurityLiteralPassword.finding(at: map.origin(of: setting.valueRange)))
            }
        }
        if let enabled = Self.value("enabled", in: "auth.proxy", text), Self.isOn(enabled.value),
            Self.value("whitelist", in: "auth.proxy", text)?.value.isEmpty ?? true
        {
            let range = enabled.nameRange.lowerBound..<enabled.valueRange.upperBound
            findings.append(SecurityAuthProxyOpen.finding(at: map.origin(of: range)))
        }
        return findings
    }

    private static func value(_ name: String, in section: String, _ text: INIText) -> INIText.Setting? {
        text.settings.last { $0.section == section && $0.name == name }
    }

    private static func isOn(_ value: String) -> Bool {
        ["1", "t", "true", "y", "yes", "on"].contains(value.lowercased())
    }

    private func check(_ setting: INIText.Setting, _ map: PositionMap, _ unknown: inout Set<String>) -> Diagnostic? {
        guard let section = sections[setting.section], !Self.isOpen(setting.section) else { return nil }
        if let isBoolean = section[setting.name] {
            guard isBoolean, !setting.value.isEmpty, !Self.isComputed(setting.value),
                !Self.booleans.contains(setting.value.lowercased())
            else { return nil }
            return GrafanaWrongType.noBoolean(setting.name, setting.value, at: map.origin(of: setting.valueRange))
        }
        let origin = map.origin(of: setting.nameRange)
        if let near = Self.meant(setting.name, section.keys.sorted()) {
            return GrafanaUnknownSetting.setting(setting.name, in: setting.section, near: near, at: origin)
        }
        let owners = sections.filter { $0.value[setting.name] != nil }.keys
        if setting.name.utf8.count > 9, owners.count == 1, let owner = owners.first {
            return GrafanaUnknownSetting.elsewhere(setting.name, in: setting.section, owner: owner, at: origin)
        }
        unknown.insert(setting.section.isEmpty ? setting.name : "[\(setting.section)] \(setting.name)")
        return nil
    }

    private static let booleans: Set<String> = [
        "1", "t", "true", "y", "yes", "on", "0", "f", "false", "n", "no", "off",
    ]

    /// A name that differs in one place by at most two letters: the list is of one version, and other names may be new.
    private static func meant(_ name: String, _ known: [String]) -> String? {
        guard name.utf8.count > 3, let near = Spelling.nearest(to: name, among: known) else { return nil }
        let (left, right) = (Array(name.utf8), Array(near.utf8))
        let prefix = zip(left, right).prefix { $0 == $1 }.count
        let suffix = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
        return prefix + suffix >= max(left.count, right.count) - 2 ? near : nil
    }

    private static func isComputed(_ value: String) -> Bool {
        value.contains("${") || value.hasPrefix("$__") || value.hasPrefix("$") || value.contains("%(")
            || (value.hasPrefix("<") && value.hasSuffix(">"))
    }

    private static let secrets: Set<String> = [
        "admin_password", "password", "secret_key", "client_secret", "bind_password",
    ]

    private static func isSecret(_ setting: INIText.Setting) -> Bool {
        secrets.contains(setting.name) && !setting.value.isEmpty && !isComputed(setting.value)
    }
}
