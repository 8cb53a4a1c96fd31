using System.Text.Json.Nodes;

namespace BingAds.Conformance.Making.Cells;

/// <summary>Which way a fact about a cell holds.</summary>
[Flags]
internal enum CellWay
{
    Read = 1,
    Write = 2,
    Both = Read | Write,
}

/// <summary>A value and the text of its cell.</summary>
/// <param name="Text">Null for a cell that is absent (read) or into which nothing is put (write).</param>
/// <param name="Value">The value as JSON.</param>
/// <param name="Way">Whether the text reads as the value, is written for it, or both.</param>
/// <param name="Id">Written: the id that decides whether an update can clear the cell; null where it plays no part.</param>
internal sealed record CellSample(string? Text, JsonNode? Value, CellWay Way, long? Id = null)
{
    /// <summary>How written cells are compared, in the words of the cells' form.</summary>
    public string? Comparer { get; init; }

    /// <summary>Whether a whole row is made of it too; only the plainest are.</summary>
    public bool IsPlain { get; init; }

    public static CellSample Both(string text, string json) => new(text, JsonNode.Parse(json), CellWay.Both) { IsPlain = true };

    public static CellSample Of(string text, JsonNode? value) => new(text, value, CellWay.Both) { IsPlain = true };

    public static CellSample Read(string? text, string json) => new(text, JsonNode.Parse(json), CellWay.Read);

    public static CellSample Write(string json, string? text, long? id = null) => new(text, JsonNode.Parse(json), CellWay.Write, id);
}
