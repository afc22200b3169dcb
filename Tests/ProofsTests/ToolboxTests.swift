import Proofs
import Testing

struct ToolboxTests {
    @Test func findsAProgramAndItsVersion() async {
        let toolbox = Toolbox(path: "/usr/local/bin:/usr/bin:/bin")
        let bash = Program("bash", installation: "apt-get install bash", purpose: "runs snippets")
        let found = await toolbox.find(bash)
        #expect(found?.version.split(separator: ".").count == 3)
        #expect(found?.title.hasPrefix("bash ") == true)
    }
}
