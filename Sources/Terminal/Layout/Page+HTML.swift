/// A page as one HTML document to print: no script, nothing loaded from elsewhere.
extension Page {
    /// - Parameter title: what stands in the window's bar.
    public func html(title: String, _ language: Language) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <title>\(Self.escaped(title))</title>
        <style>
        @page { size: A4; margin: 18mm }
        body { font: 11pt/1.4 serif; max-width: 180mm; margin: 0 auto }
        h1 { font-size: 16pt } h2 { font-size: 12pt; margin: 1.2em 0 .3em; break-after: avoid }
        table { border-collapse: collapse; width: 100% }
        th, td { border: 1px solid #777; padding: .15em .4em; text-align: left; vertical-align: top }
        .number { text-align: right } tr, li, dd { break-inside: avoid } thead { display: table-header-group }
        dl { display: grid; grid-template-columns: max-content auto; gap: .1em 1em } dd { margin: 0 }
        code { font: 9.5pt monospace; overflow-wrap: anywhere }
        </style>
        </head>
        <body>
        \(blocks.map(Self.html).joined(separator: "\n"))
        </body>
        </html>

        """
    }

    private static func html(_ block: Block) -> String {
        switch block {
        case .title(let text): "<h1>\(escaped(text))</h1>"
        case .heading(let text): "<h2>\(escaped(text))</h2>"
        case .paragraph(let text): "<p>\(escaped(text))</p>"
        case .fields(let fields):
            "<dl>\(fields.map { "<dt>\(escaped($0.name))</dt><dd>\(escaped($0.value))</dd>" }.joined())</dl>"
        case .items(let items): "<ul>\(items.map { "<li>\(escaped($0))</li>" }.joined())</ul>"
        case .advice(let text, let command):
            "<p>\(escaped(text))\(command.map { "<br><code>\(escaped($0))</code>" } ?? "")</p>"
        case .table(let table): html(table)
        }
    }

    private static func html(_ table: Table) -> String {
        let titles = table.columns.map { "<th\(mark($0))>\(escaped($0.title))</th>" }.joined()
        let rows = table.rows.map { row in
            let cells = table.columns.enumerated().map { index, column in
                "<td\(mark(column))>\(index < row.count ? escaped(row[index]) : "")</td>"
            }
            return "<tr>\(cells.joined())</tr>"
        }
        return "<table><thead><tr>\(titles)</tr></thead><tbody>\(rows.joined(separator: "\n"))</tbody></table>"
    }

    private static func mark(_ column: Table.Column) -> String {
        column.alignment == .right ? " class=\"number\"" : ""
    }

    /// Text that others wrote stays text.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
