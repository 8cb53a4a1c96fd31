using System.Text;
using System.Text.Json.Nodes;
using BingAds.Conformance.Scenarios;

namespace BingAds.Conformance.Tests;

public class BulkTableTests
{
    private static readonly BulkTable s_table = BulkTable.Parse("Completed", Encoding.UTF8.GetBytes("""
        Type,Id,Client Id,Bid,Name,Sync Time
        Format Version,,,,6.0,
        Account,9,,,,3/4/2026 5:06:07 PM
        Keyword,11,k1,1.50,"red, or
        blue",
        Keyword,12,k2,2,,
        Keyword Error,12,k2,,,

        """));

    [Theory]
    [InlineData("""{"status": "Completed"}""")]
    [InlineData("""{"status": ["CompletedWithErrors", "Completed"]}""")]
    [InlineData("""{"type": "Keyword", "count": 2}""")]
    [InlineData("""{"type": "Keyword Error", "countAtLeast": 1, "sure": "D"}""")]
    [InlineData("""{"type": "Keyword", "where": {"Bid": "1.5"}, "count": 1}""")]
    [InlineData("""{"type": "Campaign", "count": 0}""")]
    [InlineData("""{"row": {"Type": "Keyword", "Client Id": "k1"}, "column": "Name", "equals": "red, or\nblue"}""")]
    [InlineData("""{"row": {"Type": "Keyword", "Client Id": "k1"}, "column": "Bid", "equals": 1.5}""")]
    [InlineData("""{"row": {"Type": "Keyword", "Client Id": "k2"}, "column": "Name", "is": "empty"}""")]
    [InlineData("""{"row": {"Type": "Keyword"}, "column": "Id", "is": "id"}""")]
    public void BulkTable_takes_what_holds(string expectation) => Assert.Null(s_table.Check(JsonNode.Parse(expectation)!.AsObject()));

    [Theory]
    [InlineData("""{"status": "Failed"}""")]
    [InlineData("""{"type": "Keyword", "count": 3}""")]
    [InlineData("""{"type": "Keyword", "where": {"Bid": "3"}, "count": 1}""")]
    [InlineData("""{"row": {"Type": "Keyword", "Client Id": "k3"}, "column": "Name", "is": "empty"}""")]
    [InlineData("""{"row": {"Type": "Keyword", "Client Id": "k1"}, "column": "Bid", "equals": "1.6"}""")]
    [InlineData("""{"row": {"Type": "Keyword"}, "column": "Status", "is": "text"}""")]
    public void BulkTable_says_what_does_not_hold(string expectation) => Assert.NotNull(s_table.Check(JsonNode.Parse(expectation)!.AsObject()));

    [Fact]
    public void BulkTable_gives_cells_to_save_and_times_in_their_other_form()
    {
        Assert.Equal("12", s_table.Look(Form("""{"row": {"Client Id": "k2"}, "column": "Id"}"""))!.GetValue<string>());
        Assert.Equal("2026-03-04T17:06:07Z", s_table.Look(Form("""{"row": {"Type": "Account"}, "column": "Sync Time", "as": "dateTime"}"""))!.GetValue<string>());
        Assert.Null(s_table.Look(Form("""{"row": {"Type": "Account"}, "column": "Bid"}""")));
    }

    [Fact]
    public void BulkTable_writes_only_the_columns_that_occur_and_rows_that_hold_line_ends()
    {
        IReadOnlyDictionary<string, string>[] rows = [new Dictionary<string, string> { ["Type"] = "Keyword", ["Keyword"] = "a\nb", ["Bid"] = "1" }];
        Assert.Equal("Type,Id,Client Id,Keyword,Bid,Name\r\nFormat Version,,,,,6.0\r\nKeyword,,,\"a\nb\",1,\r\n", BulkTable.Write(rows));
        Assert.Equal(["Type,Id,Client Id,Keyword,Bid,Name\r\n", "Format Version,,,,,6.0\r\n", "Keyword,,,\"a\nb\",1,\r\n"], BulkTable.Records(rows));
    }

    private static JsonObject Form(string json) => JsonNode.Parse(json)!.AsObject();
}
