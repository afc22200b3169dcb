import COpening
import Diagnostics
import Glibc
import Testing

/// Libraries that are opened when they are needed, and those that are not there.
@Suite struct SharedLibraryTests {
    /// Looks for functions in a library.
    private func opened(_ file: String, _ functions: [String]) -> SharedLibrary {
        let names = functions.map { strdup($0) }
        defer { for name in names { free(name) } }
        var pointers = [UnsafeMutableRawPointer?](repeating: nil, count: names.count)
        return pointers.withUnsafeMutableBufferPointer { pointers in
            let entries = zip(names, pointers.indices).map { name, index in
                galley_function(name: name, pointer: pointers.baseAddress.map { $0 + index })
            }
            return SharedLibrary(
                "liblamp", installation: "apt-get install liblamp1", purpose: "",
                opened: galley_open(file, entries, entries.count)
            ) { "1.5" }
        }
    }

    @Test func oneThatIsThereTellsItsPathAndVersion() {
        let library = opened("libc.so.6", ["strlen", "malloc"])
        #expect(library.path?.hasSuffix("/libc.so.6") == true)
        #expect(library.version == "1.5" && library.absence == nil)
    }

    @Test(arguments: [
        ("liblamp.so.1", ["strlen"], "liblamp.so.1: cannot open shared object file"),
        ("libc.so.6", ["strlen", "no_such_function"], "undefined symbol: no_such_function"),
    ])
    func whatIsMissingIsToldWithAWayToInstallIt(file: String, functions: [String], reason: String) {
        let library = opened(file, functions)
        #expect(library.path == nil && library.version == "")
        #expect(library.absence?.hasPrefix("liblamp can't be opened (apt-get install liblamp1): ") == true)
        #expect(library.absence?.contains(reason) == true, "\(library)")
    }
}
