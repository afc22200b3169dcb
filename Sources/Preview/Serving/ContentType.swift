/// The media types of the files of a site, by their endings.
enum ContentType {
    static func of(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
        return types[name[dot...].dropFirst().lowercased()] ?? "application/octet-stream"
    }

    private static let types = [
        "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "mjs": "text/javascript; charset=utf-8", "json": "application/json", "jsonl": "application/jsonl",
        "map": "application/json", "webmanifest": "application/manifest+json", "wasm": "application/wasm",
        "md": "text/markdown; charset=utf-8", "txt": "text/plain; charset=utf-8", "csv": "text/csv; charset=utf-8",
        "log": "text/plain; charset=utf-8", "yaml": "application/yaml", "yml": "application/yaml",
        "sh": "text/plain; charset=utf-8", "sql": "text/plain; charset=utf-8", "conf": "text/plain; charset=utf-8",
        "toml": "application/toml", "xml": "application/xml", "pdf": "application/pdf", "zip": "application/zip",
        "gz": "application/gzip", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg",
        "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
        "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf", "mp4": "video/mp4",
        "webm": "video/webm", "mp3": "audio/mpeg",
    ]
}
