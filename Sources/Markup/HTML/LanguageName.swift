/// The names of languages as readers know them.
public enum LanguageName {
    private static let titles = [
        "logql": "LogQL", "promql": "PromQL", "yaml": "YAML", "yml": "YAML", "json": "JSON", "sql": "SQL",
        "bash": "Bash", "sh": "Shell", "shell": "Shell", "console": "Console", "python": "Python", "py": "Python",
        "nginx": "nginx", "ini": "INI", "hcl": "HCL", "terraform": "Terraform", "alloy": "Alloy", "text": "Text",
        "output": "Output", "diff": "Diff", "http": "HTTP", "markdown": "Markdown", "html": "HTML", "css": "CSS",
        "javascript": "JavaScript", "go": "Go", "rust": "Rust", "swift": "Swift", "toml": "TOML", "xml": "XML",
        "dockerfile": "Dockerfile",
    ]

    /// The title of a fence's language; an unknown one stands for itself.
    public static func title(of language: String) -> String { titles[language.lowercased()] ?? language }
}
