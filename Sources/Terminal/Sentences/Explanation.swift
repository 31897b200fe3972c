/// What a code means, and what to do next.
public struct Explanation: Equatable, Sendable {
    public let meaning: Sentence
    public let advice: Sentence

    public init(meaning: Sentence, advice: Sentence) {
        self.meaning = meaning
        self.advice = advice
    }
}
