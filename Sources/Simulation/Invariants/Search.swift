import CFaultDisk

/// Bytes in bytes, by the C library: a check over whole disks must not take longer than the run.
enum Search {
    /// The index of the first place where `wanted`, which is not empty, stands in `bytes`.
    static func first(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        let found = bytes.withUnsafeBufferPointer { place in
            fault_find(place.baseAddress, place.count, wanted, wanted.count)
        }
        return found < 0 ? nil : bytes.startIndex + found
    }
}
