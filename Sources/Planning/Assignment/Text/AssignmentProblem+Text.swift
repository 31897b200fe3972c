extension AssignmentProblem {
    /// The problem in the planner's text format, as ``AssignmentReader`` takes it: equal problems give equal bytes. The lines
    /// come in pieces of some 64 KiB.
    public func writeText(_ take: ([UInt8]) throws -> Void) rethrows {
        var text = AssignmentText()
        text.add("p", staffCount, postCount, groupCount)
        for (index, group) in groups.enumerated() {
            text.add("u", index, Int(group.minimum))
        }
        for (index, group) in groups.enumerated() {
            if let maximum = group.maximum {
                text.add("q", index, Int(maximum))
            }
            if let parent = group.parent {
                text.add("t", index, Int(parent))
            }
        }
        for (index, home) in homes.enumerated() {
            text.add("s", index, Int(home))
        }
        for (index, group) in postGroups.enumerated() {
            text.add("j", index, Int(group))
            try text.hand(to: take)
        }
        for staff in 0..<staffCount {
            for entry in posts(of: staff) {
                text.add("e", staff, Int(entry.post), Int(entry.score))
            }
            try text.hand(to: take)
        }
        try text.hand(to: take, isLast: true)
    }

    /// The whole text.
    public var text: [UInt8] {
        var whole: [UInt8] = []
        writeText { whole += $0 }
        return whole
    }
}

/// Lines of a letter and numbers.
struct AssignmentText {
    private static let piece = 1 << 16
    private(set) var bytes: [UInt8] = []

    mutating func add(_ kind: Unicode.Scalar, _ numbers: Int...) {
        bytes.append(UInt8(ascii: kind))
        for number in numbers {
            bytes.append(UInt8(ascii: " "))
            bytes.append(contentsOf: String(number).utf8)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    mutating func hand(to take: ([UInt8]) throws -> Void, isLast: Bool = false) rethrows {
        guard isLast || bytes.count >= Self.piece else { return }
        try take(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
