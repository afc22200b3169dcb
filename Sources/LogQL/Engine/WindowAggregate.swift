/// What a range aggregation makes of the samples in a window.
struct WindowAggregate {
    private let operation: String
    private let parameter: Double
    private let isUnwrapped: Bool
    /// Of the window.
    private let seconds: Double

    init(_ aggregation: RangeAggregation) {
        operation = aggregation.operation
        parameter = aggregation.parameter ?? 0
        isUnwrapped = aggregation.source.unwrap != nil
        let interval = aggregation.source.interval
        seconds = Double(interval / 1_000_000_000) + Double(interval % 1_000_000_000) / 1e9
    }

    /// - Parameter window: not empty.
    func value(_ times: [Int64], _ values: [Double], _ window: Range<Int>) -> Double {
        let values = values[window]
        switch operation {
        case "count_over_time": return Double(values.count)
        case "rate": return (isUnwrapped ? sum(values) : Double(values.count)) / seconds
        case "bytes_rate": return sum(values) / seconds
        case "sum_over_time", "bytes_over_time": return sum(values)
        case "avg_over_time": return mean(values)
        case "max_over_time": return values.dropFirst().reduce(values.first ?? .nan) { $1 > $0 || $0.isNaN ? $1 : $0 }
        case "min_over_time": return values.dropFirst().reduce(values.first ?? .nan) { $1 < $0 || $0.isNaN ? $1 : $0 }
        case "stdvar_over_time": return variance(values)
        case "stddev_over_time": return variance(values).squareRoot()
        case "quantile_over_time": return quantile(values)
        case "first_over_time": return values.first ?? .nan
        case "last_over_time": return values.last ?? .nan
        case "rate_counter": return counterRate(times[window], values)
        default: return 1
        }
    }

    private func sum(_ values: ArraySlice<Double>) -> Double {
        var sum = 0.0
        for value in values { sum += value }
        return sum
    }

    /// The running mean, which infinite values leave as it is once it is infinite.
    private func mean(_ values: ArraySlice<Double>) -> Double {
        var mean = 0.0
        var count = 0.0
        for value in values {
            count += 1
            if mean.isInfinite {
                if value.isInfinite, (mean > 0) == (value > 0) { continue }
                if value.isFinite { continue }
            }
            mean += value / count - mean / count
        }
        return mean
    }

    private func variance(_ values: ArraySlice<Double>) -> Double {
        var (sum, count, mean) = (0.0, 0.0, 0.0)
        for value in values {
            count += 1
            let delta = value - mean
            mean += delta / count
            sum += delta * (value - mean)
        }
        return sum / count
    }

    /// Between two samples, weighed by where the rank lies.
    private func quantile(_ values: ArraySlice<Double>) -> Double {
        if parameter < 0 { return -.infinity }
        if parameter > 1 { return .infinity }
        // NaN goes first.
        let sorted = values.sorted { $0.isNaN ? !$1.isNaN : $0 < $1 }
        let rank = parameter * Double(sorted.count - 1)
        guard rank.isFinite else { return .nan }
        let lower = max(0, rank.rounded(.down))
        let upper = min(Double(sorted.count - 1), lower + 1)
        let weight = rank - rank.rounded(.down)
        return sorted[Int(lower)] * (1 - weight) + sorted[Int(upper)] * weight
    }

    /// Prometheus' extrapolated rate of a counter, as Loki has it: with times in nanoseconds where that expects milliseconds.
    private func counterRate(_ times: ArraySlice<Int64>, _ values: ArraySlice<Double>) -> Double {
        guard values.count >= 2, let firstTime = times.first, let lastTime = times.last, let first = values.first,
            let last = values.last
        else { return 0 }
        var result = last - first
        var before = 0.0
        for value in values {
            if value < before { result += before }
            before = value
        }
        let rangeStart = firstTime &- Int64(seconds * 1000)
        var toStart = Double(firstTime &- rangeStart) / 1000
        let toEnd = 0.0
        let sampled = Double(lastTime &- firstTime) / 1000
        let average = sampled / Double(values.count - 1)
        if result > 0, first >= 0 {
            let toZero = sampled * (first / result)
            if toZero < toStart { toStart = toZero }
        }
        let threshold = average * 1.1
        var interval = sampled
        interval += toStart < threshold ? toStart : average / 2
        interval += toEnd < threshold ? toEnd : average / 2
        return result * (interval / sampled) / seconds
    }
}
