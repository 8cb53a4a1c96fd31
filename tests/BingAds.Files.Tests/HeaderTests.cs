using System.Text;

namespace BingAds.Files.Tests;

public class HeaderTests
{
    [Fact]
    public void Header_finds_names_exactly_and_keeps_places_when_names_are_empty_or_doubled()
    {
        var header = Of("Type, Id ,\"Ad \"\"Group\"\"\",,Id,Name,Id\n");

        Assert.Equal(["Type", "Id", "Ad \"Group\"", "", "Id", "Name", "Id"], header.Names);
        Assert.Equal(["Id"], header.Duplicates);
        Assert.Equal([0, 1, 2, 5, -1, -1, -1], new[] { "Type", "Id", "Ad \"Group\"", "Name", "name", "", "Bid" }.Select(header.IndexOf));
    }

    [Fact]
    public void Slots_lead_from_columns_of_the_file_to_those_of_the_binder()
    {
        var slots = Of("Type,New Column,Name,Id,Id\n").SlotsFor(["Id", "Bid", "Type", "Name"]);

        Assert.Equal([2, -1, 3, 0, -1, -1, -1], Enumerable.Range(0, 6).Append(-1).Select(i => slots[i]));
    }

    [Fact]
    public void Slots_reach_more_columns_than_a_byte_counts()
    {
        var names = Enumerable.Range(0, 600).Select(static i => $"Column {i}").ToArray();

        Assert.Equal(599, new Header(names).SlotsFor(names)[599]);
    }

    private static Header Of(string text)
    {
        using var reader = new DelimitedReader(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        Assert.True(reader.Read());
        return Header.Of(reader);
    }
}
