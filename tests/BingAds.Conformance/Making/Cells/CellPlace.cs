using System.Text.Json.Nodes;

namespace BingAds.Conformance.Making.Cells;

/// <summary>One way to reach a column's member: the same column may live in several classes.</summary>
/// <param name="Kind">How its cells look.</param>
/// <param name="Path">Where the member is.</param>
internal sealed record CellPlace(string Kind, CellPath Path)
{
    /// <summary>Which way it can be reached.</summary>
    public CellWay Way { get; init; } = CellWay.Both;

    /// <summary>Cells that a row needs beside the one in question.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Row { get; init; } = [];

    /// <summary>Members to set before the one in question.</summary>
    public IReadOnlyList<(CellPath Path, JsonNode? Value)> Before { get; init; } = [];

    /// <summary>What an empty cell reads as, in JSON, where that is not what the column says.</summary>
    public string? Empty { get; init; }

    /// <summary>What a column that is not there reads as, where that is something else.</summary>
    public string? Absent { get; init; }

    /// <summary>Whether an empty cell is an error, so that it says nothing about the member.</summary>
    public bool IsRequired { get; init; }
}
