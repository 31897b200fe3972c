import ArgumentParser

/// What a number of people is computed for.
struct CounterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How long the counters are open on a day.", valueName: "minutes"))
    var openMinutes = 450

    func validate() throws {
        guard (1...1440).contains(openMinutes) else { throw ValidationError("--open-minutes is 1 to 1440.") }
    }
}
