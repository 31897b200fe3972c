import FuzzKit
import Glibc

// The entry points of libFuzzer. `MUTASI_FUZZ_TARGET` names the way in.

private let target: FuzzTarget = {
    guard let name = getenv("MUTASI_FUZZ_TARGET").map({ String(cString: $0) }), let target = FuzzTarget(rawValue: name)
    else {
        fatalError("MUTASI_FUZZ_TARGET names one of: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))")
    }
    return target
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    do {
        _ = try target.take(Array(UnsafeBufferPointer(start: bytes, count: count)))
    } catch {
        fatalError(error.what)
    }
    return 0
}
