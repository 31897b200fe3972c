import Negotiation

extension Village {
    /// Two edits of the vacancy's need, the second without having seen the first.
    mutating func collide() throws {
        let vacancy = try last(.vacancy)
        let was = #"{"need":{"need":4,"holders":2}}"#
        try act("dinkes", "vacancy.edit", #"{"was":\#(was),"now":{"need":{"need":5,"holders":2}}}"#, on: vacancy)
        _ = try decide(
            "dinkes", "vacancy.edit", #"{"was":\#(was),"now":{"need":{"need":6,"holders":2}}}"#, on: vacancy)
    }
}
