/// What a signature was made for; it stands as `typ` in the signature's header, so that no message passes for another.
public enum MessageType: String, CaseIterable, Sendable {
    case request = "mutasi-request+jws"
    case reply = "mutasi-reply+jws"
    case bundle = "mutasi-bundle+jws"
    case joinReply = "mutasi-join-reply+jws"
    case problem = "mutasi-problem+jws"
}
