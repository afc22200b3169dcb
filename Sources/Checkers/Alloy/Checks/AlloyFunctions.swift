/// The functions and constants of Alloy's language.
enum AlloyFunctions {
    /// Groups of functions, by the name before the point.
    static let groups: [String: Set<String>] = [
        "array": ["concat", "combine_maps", "group_by"],
        "convert": ["nonsensitive"],
        "encoding": [
            "from_json", "from_yaml", "from_base64", "from_URLbase64", "to_json", "to_base64", "to_URLbase64",
            "url_encode",
            "url_decode",
        ],
        "file": ["path_join"],
        "string": [
            "format", "join", "replace", "split", "to_lower", "to_upper", "trim", "trim_prefix", "trim_suffix",
            "trim_space",
        ],
        "sys": ["env"],
        "constants": ["hostname", "os", "arch", "version"],
    ]

    /// Functions without a group; all but the first two are deprecated, and work.
    static let plain: Set<String> = [
        "coalesce", "json_path", "env", "nonsensitive", "concat", "json_decode", "yaml_decode", "base64_decode",
        "format",
        "join", "replace", "split", "to_lower", "to_upper", "trim", "trim_prefix", "trim_suffix", "trim_space",
    ]
}
