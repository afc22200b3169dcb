/// A program that a command starts, with its arguments: `iptables` in `sudo iptables -F`.
struct Invocation {
    let name: String
    /// The word of the name.
    let word: ShellWord
    let arguments: [ShellWord]
    /// Whether it runs on another machine or in a container.
    var isElsewhere = false

    /// The programs of a command: the one that it names, and the one that this starts in turn.
    static func all(of command: SimpleCommand) -> [Invocation] {
        var found: [Invocation] = []
        var words = command.words[...]
        var isElsewhere = false
        while let word = words.first, found.count < 8 {
            // A backslash before a name keeps aliases out.
            guard let name = word.literal?.trimmingPrefix("\\"), !name.isEmpty else { break }
            let arguments = Array(words.dropFirst())
            found.append(Invocation(name: String(name), word: word, arguments: arguments, isElsewhere: isElsewhere))
            if let wrapper = Wrapper.all[baseName(String(name))] {
                guard let rest = wrapper.rest(of: words.dropFirst()) else { break }
                words = rest
            } else if name == "kubectl", arguments.contains(where: { $0.literal == "exec" }),
                let end = words.firstIndex(where: { $0.literal == "--" })
            {
                isElsewhere = true
                words = words[(end + 1)...]
            } else {
                break
            }
        }
        return found
    }

    /// The name without folders.
    var program: String { Self.baseName(name) }

    private static func baseName(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}

/// A program that starts the one that its arguments name.
private struct Wrapper {
    /// Its options that take a value of their own.
    var valued: Set<String> = []
    /// How many words stand before the command.
    var words = 0
    /// Options with which it starts nothing.
    var silent: Set<String> = []

    static let all: [String: Wrapper] = [
        "sudo": Wrapper(valued: ["-u", "-g", "-h", "-p", "-C", "-T", "-U", "-D", "-R"], silent: ["-l", "-v", "-e"]),
        "doas": Wrapper(valued: ["-u", "-C"]),
        "env": Wrapper(valued: ["-u", "-C", "--unset", "--chdir"], silent: ["-S"]),
        "nohup": Wrapper(),
        "exec": Wrapper(valued: ["-a"]),
        "command": Wrapper(silent: ["-v", "-V"]),
        "builtin": Wrapper(),
        "setsid": Wrapper(),
        "nice": Wrapper(valued: ["-n"]),
        "ionice": Wrapper(valued: ["-c", "-n", "-p"]),
        "stdbuf": Wrapper(valued: ["-i", "-o", "-e"]),
        "timeout": Wrapper(valued: ["-k", "-s", "--kill-after", "--signal"], words: 1),
        "xargs": Wrapper(valued: ["-n", "-I", "-P", "-L", "-d", "-a", "-s", "-E"]),
    ]

    func rest(of words: ArraySlice<ShellWord>) -> ArraySlice<ShellWord>? {
        var rest = words
        while let text = rest.first?.pattern {
            if silent.contains(text) { return nil }
            if text == "--" {
                rest = rest.dropFirst()
                break
            }
            if text.hasPrefix("-"), text.count > 1 {
                rest = rest.dropFirst(valued.contains(text) ? 2 : 1)
            } else if rest.first?.assigned.map({ $0.name.utf8.allSatisfy(ShellReader.isNameByte) }) == true {
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        rest = rest.dropFirst(words.isEmpty ? 0 : self.words)
        return rest.isEmpty ? nil : rest
    }
}
