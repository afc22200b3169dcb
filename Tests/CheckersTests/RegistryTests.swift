import Checkers
import Testing

struct RegistryTests {
    @Test func eachSubjectHasOneChecker() {
        let subjects = CheckerRegistry().checkers.flatMap(\.subjects)
        #expect(Set(subjects).count == subjects.count)
    }
}
