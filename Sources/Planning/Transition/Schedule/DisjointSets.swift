/// Sets of the numbers below a count that grow together.
struct DisjointSets {
    private var parents: [Int]

    init(count: Int) {
        parents = Array(0..<count)
    }

    /// The smallest member of the number's set.
    mutating func root(of number: Int) -> Int {
        var root = number
        while parents[root] != root {
            root = parents[root]
        }
        var next = number
        while parents[next] != root {
            (next, parents[next]) = (parents[next], root)
        }
        return root
    }

    mutating func join(_ left: Int, _ right: Int) {
        let (first, second) = (root(of: left), root(of: right))
        parents[max(first, second)] = min(first, second)
    }

    /// The sets, each ascending, in the order of their smallest members.
    func members() -> [[Int]] {
        var sets = self
        var position: [Int: Int] = [:]
        var members: [[Int]] = []
        for number in parents.indices {
            let root = sets.root(of: number)
            if let index = position[root] {
                members[index].append(number)
            } else {
                position[root] = members.count
                members.append([number])
            }
        }
        return members
    }
}
