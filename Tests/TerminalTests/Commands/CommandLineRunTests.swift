import StrictJSON
import Terminal
import Testing

struct CommandLineRunTests {
    @Test func jsonIsAskedForAmongTheOptionsOnly() {
        #expect(CommandLineRun.asksForJSON(["offer", "show", "--json"]))
        #expect(!CommandLineRun.asksForJSON(["offer", "show"]))
        #expect(!CommandLineRun.asksForJSON(["staff", "show", "--", "--json"]))
    }

    @Test func commandLineThatCannotBeReadIsToldLikeEveryFailure() throws {
        let failure = CommandLineRun.failure("Missing expected argument '<offer>'")
        #expect(failure.exitCode == .usage)
        let error = try JSON(parsing: failure.json(.english).encoded)["error"]
        #expect(error?["code"]?.string == "bad-argument")
        #expect(error?["detail"]?.string == "Missing expected argument '<offer>'")
    }
}
