/// The language of a file's code block, by the ending of its name.
enum FileLanguage {
    static func name(ofFile path: String) -> String {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return "text" }
        return languages[path[path.index(after: dot)...].lowercased()] ?? "text"
    }

    private static let languages = [
        "yaml": "yaml", "yml": "yaml", "json": "json", "py": "python", "sql": "sql", "sh": "bash", "bash": "bash",
        "conf": "nginx", "ini": "ini", "tf": "hcl", "hcl": "hcl", "alloy": "alloy", "logql": "logql",
        "promql": "promql", "txt": "text", "diff": "diff", "patch": "diff", "http": "http",
    ]
}
