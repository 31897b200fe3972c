import Terminal
import Testing

struct PageHTMLTests {
    @Test func everyBlockIsThereAndTextStaysText() {
        let page = Page([
            .title("A & B"), .heading("<h>"), .paragraph("p"), .fields([Page.Field("n", "\"v\"")]),
            .table(Table([Table.Column("c"), Table.Column("d", .right)], rows: [["<script>"]])), .items(["i"]),
            .advice("do", command: "x --y <z>"),
        ])
        let html = page.html(title: "T<", .english)
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
        #expect(html.contains("<title>T&lt;</title>"))
        #expect(html.contains("<h1>A &amp; B</h1>"))
        #expect(html.contains("<dt>n</dt><dd>&quot;v&quot;</dd>"))
        #expect(html.contains("<td>&lt;script&gt;</td><td class=\"number\"></td>"))
        #expect(html.contains("<code>x --y &lt;z&gt;</code>"))
        #expect(!html.contains("<script"))
    }
}
