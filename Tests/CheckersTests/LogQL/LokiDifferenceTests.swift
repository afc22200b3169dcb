import Testing

@testable import Checkers

struct LokiDifferenceTests {
    private func difference(_ ours: String, _ theirs: String, _ status: Int = 200, _ other: Int = 200) -> [String] {
        let found = LokiDifference.between(
            engine: Array(ours.utf8), status: status, loki: Array(theirs.utf8), status: other)
        return found.map { [$0.engine, $0.loki] } ?? []
    }

    private func vector(_ rows: String) -> String { #"{"data":{"resultType":"vector","result":[\#(rows)]}}"# }

    @Test func theOrderOfSeriesAndTheLastPlacesDoNotCount() {
        let first = #"{"metric":{"a":"1","b":"x"},"value":[10.5,"0.30000000000000004"]}"#
        let second = #"{"metric":{"a":"2"},"value":[10.5,"2"]}"#
        let turned = #"{"metric":{"b":"x","a":"1"},"value":[10.5,"0.3"]}"#
        #expect(difference(vector("\(first),\(second)"), vector("\(second),\(turned)")) == [])
    }

    @Test func valuesSeriesAndTypesDo() {
        let one = #"{"metric":{"a":"1"},"value":[10,"1"]}"#
        let two = #"{"metric":{"a":"1"},"value":[10,"2"]}"#
        #expect(difference(vector(one), vector(two)) == [#"10 1 in {"a":"1"}"#, #"10 2 in {"a":"1"}"#])
        #expect(difference(vector(one), vector("")) == [#"a series {"a":"1"}"#, #"no series {"a":"1"}"#])
        #expect(difference(vector(""), vector(two)) == [#"no series {"a":"1"}"#, #"a series {"a":"1"}"#])
        let lines = #"{"data":{"resultType":"streams","result":[]}}"#
        #expect(difference(vector(one), lines) == ["a vector", "a streams"])
    }

    @Test func linesOfAStreamAreCompared() {
        func streams(_ values: String) -> String {
            #"{"data":{"resultType":"streams","result":[{"stream":{"a":"1"},"values":[\#(values)]}]}}"#
        }
        #expect(difference(streams(#"["2","y"],["1","x"]"#), streams(#"["1","x"],["2","y"]"#)) == [])
        #expect(
            difference(streams(#"["1","x"]"#), streams(#"["1","x"],["2","y"]"#))
                == [#"1 entries of {"a":"1"}"#, #"2 entries of {"a":"1"}"#])
        #expect(
            difference(streams(#"["1","x"]"#), streams(#"["1","y"]"#)) == [#"1 x in {"a":"1"}"#, #"1 y in {"a":"1"}"#])
    }

    @Test func refusalsAgreeWhereTheirStatusDoes() {
        #expect(difference("parse error", "other words", 400, 400) == [])
        #expect(
            difference(vector(""), "parse error", 200, 400) == ["status 200, \(vector(""))", "status 400, parse error"])
        #expect(difference(vector(""), "<html>") == ["status 200, \(vector(""))", "status 200, <html>"])
    }

    @Test func seriesAreCounted() {
        #expect(LokiDifference.seriesCount(Array(#"{"status":"success","data":[{"a":"1"}]}"#.utf8)) == 1)
        #expect(LokiDifference.seriesCount(Array(#"{"status":"success","data":null}"#.utf8)) == 0)
        #expect(LokiDifference.seriesCount(Array("ready".utf8)) == nil)
    }
}
