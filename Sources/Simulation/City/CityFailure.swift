/// Why a city could not be made or written.
public struct CityFailure: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable {
        case recipeOutOfRange = "city-recipe-out-of-range"
        case folderNotEmpty = "city-folder-not-empty"
        case cannotWrite = "city-cannot-write"
    }

    public let code: Code
    /// What happened, in one sentence.
    public let message: String
    /// What to do next, in one sentence.
    public let remedy: String

    public var description: String {
        "\(message) \(remedy) [\(code.rawValue)]"
    }
}
