import Testing

@testable import Site

@Suite struct ConcurrentMapTests {
    @Test(arguments: [0, 1, 2, 7, 100, 1_000], [1, 2, 5]) func keepsTheOrder(count: Int, width: Int) async {
        let results = await Array(0..<count).concurrentMap(width: width) { $0 * 2 }
        #expect(results == (0..<count).map { $0 * 2 })
    }
}
