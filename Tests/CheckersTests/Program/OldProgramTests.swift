import Foundation
import TestSupport
import Testing

/// Programs that are older than the checkers need: said with both versions, and never asked.
struct OldProgramTests {
    @Test(arguments: [
        (
            "bash", "echo hi", "shellcheck", "version: 0.6.0", "shellcheck 0.6.0 is too old: 0.7.0 is needed"
        ),
        ("hcl", "a = 1", "hcl2tojson", "python-hcl2 4.3.2", "hcl2tojson 4.3.2 is too old: 5.0 is needed"),
        ("bash", "echo hi", "bwrap", "bubblewrap 0.5.0", "not run: bwrap 0.5.0 is too old: 0.6 is needed"),
    ])
    func itIsToldAndNotAsked(
        language: String, text: String, program: String, version: String, reason: String
    ) async throws {
        let folder = try TemporaryFolder(files: [
            program:
                "#!/bin/sh\n[ \"$1\" = --version ] && { echo '\(version)'; exit; }\ntouch \"$(dirname \"$0\")/asked\"\n"
        ])
        try folder.makeExecutable(program)
        var proving = Proving(language)
        proving.path = folder.path + ":" + proving.path
        let proof = try await proving(text)
        #expect(proof.findings.isEmpty && proof.shortfall == reason, "\(proof)")
        #expect(!folder.exists("asked"))
    }
}
