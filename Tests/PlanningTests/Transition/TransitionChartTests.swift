import Personnel
import Planning
import Testing

struct TransitionChartTests {
    private let labels = ChartLabels(
        title: "A <plan> & \"more\"", description: "It's\u{0} a chart",
        months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        moveNames: ["m0": "</text><script>alert(1)</script>"], training: "Training", handover: "Handover",
        service: "Service", secondmentEnd: "End", busySeasons: "Busy", shortages: "Below floor",
        withoutDate: "No date", note: "Leave & sickness are unknown.")

    /// Whether every element is closed in its order, attributes are quoted and no bare markup stands in a text.
    private func isWellFormed(_ text: String) -> Bool {
        var open: [Substring] = []
        var rest = text[...]
        var roots = 0
        while let start = rest.firstIndex(of: "<") {
            guard isText(rest[..<start]) else { return false }
            guard let end = rest[start...].firstIndex(of: ">") else { return false }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                guard open.popLast() == tag.dropFirst() else { return false }
                continue
            }
            let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
            guard parts.count % 2 == 1, parts.allSatisfy({ !$0.contains("<") && isText($0) }) else { return false }
            roots += open.isEmpty ? 1 : 0
            if !tag.hasSuffix("/") {
                open.append(tag.prefix { $0 != " " })
            }
        }
        return open.isEmpty && roots == 1 && isText(rest)
    }

    private func isText(_ text: Substring) -> Bool {
        let references = ["amp;", "lt;", "gt;", "quot;", "#39;"]
        return !text.contains(">")
            && text.split(separator: "&", omittingEmptySubsequences: false).dropFirst()
                .allSatisfy { part in references.contains { part.hasPrefix($0) } }
            && text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 32 }
    }

    @Test func chartsAreWellFormedAndTheSameEachTime() {
        var cases = TransitionCases(seed: 61, .init(days: 100, moves: 10))
        var drawn = 0
        while drawn < 60 {
            guard let problem = cases.next() else { continue }
            drawn += 1
            let outcome = problem.outcome(within: TransitionBudget(steps: 20_000))
            let svg = TransitionChart(problem, outcome.schedule, labels).svg
            #expect(isWellFormed(svg))
            #expect(svg == TransitionChart(problem, outcome.schedule, labels).svg)
            #expect(!svg.contains("<script"))
            #expect(svg.contains("<title id=\"transition-title\">A &lt;plan&gt; &amp; &quot;more&quot;</title>"))
            #expect(svg.contains("It&#39;s\u{FFFD} a chart"))
            for start in outcome.schedule.starts {
                #expect(svg.contains(">\(start.day.iso)</text>"))
            }
        }
    }

    @Test func checkerSeesBrokenFiles() {
        #expect(!isWellFormed("<a><b></a></b>"))
        #expect(!isWellFormed("<a>&nbsp;</a>"))
        #expect(!isWellFormed("<a x=\"1></a>"))
        #expect(isWellFormed("<a x=\"1\"><b/>&amp;</a>"))
    }
}
