import Diagnostics

/// What is found in a text of HCL, besides its syntax.
struct HCLFindings {
    private(set) var findings: [Diagnostic] = []

    init(_ bytes: [UInt8], map: PositionMap) {
        for block in HCLScan(bytes).blocks {
            for assignment in block.assignments {
                guard Self.isSecret(assignment.name), let string = assignment.string, !Self.isPlaceholder(string.text)
                else {
                    continue
                }
                findings.append(SecurityLiteralPassword.finding(at: map.origin(of: string.range)))
            }
            if let place = Self.openPlace(block, in: bytes) {
                findings.append(SecurityWorldOpen.found("a port", at: map.origin(of: place)))
            }
            let names = Set(block.assignments.map(\.name))
            // Without a repository, the chart is a folder or carries its version in its address.
            if block.words.starts(with: ["resource", "helm_release"]), names.contains("repository"),
                names.contains("chart"), !names.contains("version")
            {
                findings.append(HCLUnpinnedChart.found(at: map.origin(of: block.head)))
            }
        }
    }

    /// Where a block that lets traffic in names the whole world, unless for the port of a web server.
    private static func openPlace(_ block: HCLScan.Block, in bytes: [UInt8]) -> Range<Int>? {
        func value(_ names: [String]) -> Range<Int>? {
            guard let found = block.assignments.first(where: { names.contains($0.name) }) else { return nil }
            let start = found.nameRange.upperBound
            return start..<(bytes[start...].firstIndex(of: 0x0A) ?? bytes.count)
        }
        let isOut =
            block.words.first == "egress" || block.assignments.contains { $0.string?.text.lowercased() == "egress" }
        guard !isOut, let sources = value(["cidr_blocks", "ipv6_cidr_blocks", "cidr_ipv4", "source_ranges"]) else {
            return nil
        }
        let ports = value(["to_port"]).map { String(decoding: bytes[$0], as: UTF8.self).filter(\.isNumber) }
        guard !CloudFirewall.publicPorts.contains(ports ?? "") else { return nil }
        return ["\"0.0.0.0/0\"", "\"::/0\""].compactMap { bytes[sources].firstRange(of: Array($0.utf8)) }.first
    }

    private static let secrets = ["password", "passwd", "secret_key", "client_secret", "api_key", "bearer_token"]

    private static func isSecret(_ name: String) -> Bool {
        secrets.contains { name == $0 || name.hasSuffix("_\($0)") }
    }

    private static func isPlaceholder(_ text: String) -> Bool {
        text.isEmpty || text.contains("${") || (text.hasPrefix("<") && text.hasSuffix(">"))
    }

    /// Where python-hcl2 says that something is wrong: `… at line 3, column 7.`
    static func place(in message: String) -> (line: Int, column: Int)? {
        guard let start = message.firstRange(of: "at line ") else { return nil }
        let numbers = message[start.upperBound...].prefix(40).split { !$0.isNumber }.compactMap { Int($0) }
        return numbers.count > 1 ? (numbers[0], numbers[1]) : nil
    }

    /// The bytes of a line and column from 1; the column counts characters.
    static func range(_ line: Int, _ column: Int, in bytes: [UInt8]) -> Range<Int> {
        let file = SourceFile(path: "", bytes: bytes)
        guard line - 1 < file.lineStarts.count, line > 0 else { return bytes.count..<bytes.count }
        var offset = file.lineStarts[line - 1]
        for _ in 1..<max(column, 1) where offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        }
        let lineEnd = file.lineRange(line - 1).upperBound
        return offset..<max(offset, min(offset + 1, lineEnd))
    }
}
