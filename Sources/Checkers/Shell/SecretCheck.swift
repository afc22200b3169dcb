import Diagnostics

/// Finds passwords that commands are given in clear.
struct SecretCheck {
    let map: PositionMap
    private(set) var findings: [Diagnostic] = []

    init(_ command: SimpleCommand, _ invocations: [Invocation], map: PositionMap) {
        self.map = map
        for assignment in command.assignments { check(assignment: assignment) }
        for invocation in invocations { check(invocation) }
    }

    private mutating func check(_ invocation: Invocation) {
        switch invocation.program {
        case "export", "declare", "local", "readonly", "typeset", "env", "sudo":
            for word in invocation.arguments { check(assignment: word) }
        case "docker", "podman", "nerdctl": checkEnvironment(invocation)
        case "htpasswd": checkHtpasswd(invocation)
        default: break
        }
        checkOptions(invocation)
        // What curl gets is its own check's.
        guard invocation.program != "curl" else { return }
        for word in invocation.arguments where word.bytes.values.firstRange(of: Array("://".utf8)) != nil {
            guard let login = WebAddress(word.bytes).login else { continue }
            add(SecretText.password(in: login))
        }
    }

    private mutating func check(assignment word: ShellWord) {
        guard let (name, value) = word.assigned, SecretText.isSecretName(name) else { return }
        checkSecret(value.bytes)
    }

    /// `--password value`, `--password=value`.
    private mutating func checkOptions(_ invocation: Invocation) {
        for (index, word) in invocation.arguments.enumerated() {
            let text = word.pattern
            guard text.hasPrefix("--") else { continue }
            if let (name, value) = word.assigned {
                if SecretText.isSecretName(String(name.dropFirst(2))) { checkSecret(value.bytes) }
            } else if SecretText.isSecretName(String(text.dropFirst(2))), index + 1 < invocation.arguments.count {
                let value = invocation.arguments[index + 1]
                // `psql --password` asks for it.
                if !value.pattern.hasPrefix("-"), invocation.program != "psql" { checkSecret(value.bytes) }
            }
        }
    }

    /// `-e NAME=value`
    private mutating func checkEnvironment(_ invocation: Invocation) {
        for (index, word) in invocation.arguments.enumerated() where ["-e", "--env"].contains(word.pattern) {
            guard index + 1 < invocation.arguments.count else { continue }
            check(assignment: invocation.arguments[index + 1])
        }
    }

    /// `htpasswd -b file name password`
    private mutating func checkHtpasswd(_ invocation: Invocation) {
        let isBatch = invocation.arguments.contains { word in
            let text = word.pattern
            return text.hasPrefix("-") && !text.hasPrefix("--") && text.contains("b")
        }
        if isBatch, let last = invocation.arguments.last { checkSecret(last.bytes) }
    }

    private mutating func checkSecret(_ value: [ShellByte]) {
        if SecretText.isLiteral(value) { add(value.sourceRange) }
    }

    private mutating func add(_ range: Range<Int>?) {
        guard let range else { return }
        findings.append(SecurityLiteralPassword.finding(at: map.origin(of: range)))
    }
}
