import TestSupport
import Testing

@testable import Site

/// The same sources give the same bytes.
@Suite struct SameBytesTests {
    @Test func buildingAgainChangesNothing() async throws {
        let folder = try SampleProjects.themed()
        let first = try await SampleBuild.outputs(of: folder)
        let build = try await SampleBuild(folder)
        let again = await build.press.build()
        #expect(again.changed == 0)
        #expect(differences(first, try await SampleBuild.outputs(of: folder)) == [])
    }

    @Test func theFolderIsNotInTheOutput() async throws {
        let first = try await SampleBuild.outputs(of: try SampleProjects.themed())
        let second = try await SampleBuild.outputs(of: try SampleProjects.themed())
        #expect(first.count > 20)
        #expect(differences(first, second) == [])
    }

    @Test func theNumberOfTasksIsNotInTheOutput() async throws {
        let one = try await SampleBuild.outputs(of: try SampleProjects.own(), width: 1)
        let four = try await SampleBuild.outputs(of: try SampleProjects.own(), width: 4)
        #expect(differences(one, four) == [])
    }
}
