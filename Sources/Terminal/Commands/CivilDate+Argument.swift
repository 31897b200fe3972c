import ArgumentParser
import Personnel

/// Dates on the command line are `YYYY-MM-DD`.
extension CivilDate: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(iso: argument)
    }
}
