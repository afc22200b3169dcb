import Diagnostics
import YAML

extension YAMLType where Value == String {
    /// A path in the project, made free of `.` and `..`.
    static var path: Self {
        YAMLType { node, report in
            guard let written = string.read(node, &report) else { return nil }
            guard let path = ProjectFiles.join("", written) else {
                report.append(OutsideProject.finding(written, target: nil, at: node.origin))
                return nil
            }
            return path
        }
    }

    /// A path of a fragment below the source folder.
    static var page: Self {
        YAMLType { node, report in
            guard let written = string.read(node, &report) else { return nil }
            guard let path = ProjectFiles.join("", written), !path.isEmpty else {
                report.append(
                    YAMLWrongType.finding(
                        found: node.summary, expected: "the path of a fragment below the publication's `source`",
                        at: node.origin))
                return nil
            }
            return path
        }
    }

    /// A folder in the site; empty for its root.
    static var sitePath: Self {
        YAMLType { node, report in
            guard let written = possiblyEmptyString.read(node, &report) else { return nil }
            guard let path = ProjectFiles.join("", written) else {
                report.append(
                    YAMLWrongType.finding(
                        found: node.summary, expected: "a folder in the site, relative and without `..`",
                        help: #"write `""` for the root of the site"#, at: node.origin))
                return nil
            }
            return path
        }
    }

    /// A short name that is fit for addresses.
    static var identifier: Self {
        let name = "a name of lower-case letters, digits, `-` and `_`"
        return Self(name, shape: .text(pattern: "^[a-z0-9_-]+$")) { scalar in
            let isName = scalar.value.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                    UInt8(ascii: "_"):
                    true
                default: false
                }
            }
            return isName && !scalar.value.isEmpty ? scalar.value : nil
        }
    }

    /// An address that begins with `https://` or `http://`.
    static var webAddress: Self {
        YAMLType(shape: .text(pattern: "^[hH][tT][tT][pP][sS]?://[^ /]+[^ ]*$")) { node, report in
            guard let address = string.read(node, &report) else { return nil }
            let lowercased = address.lowercased()
            for scheme in ["https://", "http://"] where lowercased.hasPrefix(scheme) {
                let host = address.dropFirst(scheme.count).prefix { $0 != "/" }
                if !host.isEmpty, !address.contains(" ") { return address }
            }
            report.append(URLWithoutScheme.finding(address, at: node.origin))
            return nil
        }
    }

    /// A regular expression that reads findings: a group `message`, and `line` and `column` where they are told.
    static var findingPattern: Self {
        YAMLType { node, report in
            guard let pattern = string.read(node, &report) else { return nil }
            let name = "a regular expression with a group `(?<message>…)`"
            do {
                _ = try Regex(pattern)
                if pattern.contains("(?<message>") { return pattern }
                report.append(YAMLWrongType.finding(found: node.summary, expected: name, help: nil, at: node.origin))
            } catch {
                report.append(
                    YAMLWrongType.finding(
                        found: node.summary, expected: name, help: "it can't be read: \(error)", at: node.origin))
            }
            return nil
        }
    }

    private init(
        shape: YAMLShape = .text(), read: @escaping @Sendable (YAMLNode, inout [Diagnostic]) -> String?
    ) {
        self.init("a text", shape: shape, read: read)
    }
}

extension YAMLType where Value == [Located<String>] {
    /// A program and its arguments.
    static var command: Self {
        let list = Self.list(of: .string)
        return Self("a program and its arguments, as a list") { node, report in
            let words = list.read(node, &report)
            guard let words, words.isEmpty else { return words }
            report.append(
                YAMLWrongType.finding(
                    found: node.summary, expected: "a program and its arguments",
                    help: "write `[program, \"{file}\"]`", at: node.origin))
            return nil
        }
    }
}
