import Diagnostics

/// Finds images without a fixed version.
struct ImageCheck {
    private(set) var findings: [Diagnostic] = []
    /// Options of `docker run` without a value; all others have one.
    private static let flags: Set<String> = [
        "-d", "--detach", "-i", "--interactive", "-t", "--tty", "--rm", "--init", "--privileged", "--read-only", "-P",
        "--publish-all", "-q", "--quiet", "--no-healthcheck", "--oom-kill-disable", "--sig-proxy", "-a",
        "--disable-content-trust", "--all-tags", "--replace",
    ]

    /// - Parameter built: images that the script makes itself.
    init(_ invocation: Invocation, built: Set<String>, map: PositionMap) {
        guard let image = Self.image(invocation), let name = image.literal, !name.isEmpty else { return }
        guard Self.isMutable(name), !built.contains(name), !name.hasPrefix("<") else { return }
        findings.append(SecurityMutableImageTag.found(image.pattern, at: map.origin(of: image.range)))
    }

    static func isMutable(_ image: String) -> Bool {
        if image.contains("@sha256:") { return false }
        let last = image.split(separator: "/").last ?? ""
        guard let colon = last.firstIndex(of: ":") else { return true }
        return movingTags.contains(String(last[last.index(after: colon)...]))
    }

    /// Tags that lead to another image after each build.
    static let movingTags: Set<String> = ["latest", "main", "master", "edge", "nightly"]

    /// The names given by `docker build -t` and `docker tag`.
    static func built(by invocation: Invocation) -> [String] {
        guard ["docker", "podman", "nerdctl", "buildah"].contains(invocation.program) else { return [] }
        let words = invocation.arguments.map(\.pattern)
        if words.first == "tag", let last = words.last { return [last] }
        guard words.contains("build") || words.first == "bud" else { return [] }
        return zip(words, words.dropFirst()).filter { ["-t", "--tag"].contains($0.0) }.map(\.1)
    }

    private static func image(_ invocation: Invocation) -> ShellWord? {
        var words = invocation.arguments[...]
        if invocation.program == "kubectl" {
            guard words.contains(where: { ["run", "debug", "create"].contains($0.literal) }) else { return nil }
            for word in words {
                if let (name, value) = word.assigned, name == "--image" { return value }
            }
            return nil
        }
        guard ["docker", "podman", "nerdctl"].contains(invocation.program) else { return nil }
        if words.first?.literal == "container" || words.first?.literal == "image" { words.removeFirst() }
        guard let verb = words.popFirst()?.literal, ["run", "create", "pull"].contains(verb) else { return nil }
        while let word = words.popFirst() {
            let text = word.pattern
            guard text.hasPrefix("-"), text.count > 1 else { return word }
            if text.contains("=") || flags.contains(text) || isBundle(text) { continue }
            // `-p3100:3100`
            if !text.hasPrefix("--"), text.count > 2 { continue }
            words = words.dropFirst()
        }
        return nil
    }

    /// `-it`, `-dit`.
    private static func isBundle(_ text: String) -> Bool {
        !text.hasPrefix("--") && text.dropFirst().allSatisfy { "ditPq".contains($0) }
    }
}
