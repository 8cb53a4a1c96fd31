namespace BingAds.Files;

/// <summary>Where a non-empty cell of the current row stands, from the start of the row.</summary>
internal struct RowCell
{
    public int Column;

    /// <summary>First byte in the row; once resolved to unescaped text, the complement of its place in the scratch buffer.</summary>
    public int Start;
    public int End;

    /// <summary>Not 0 once quotes and white space are off.</summary>
    public int Resolved;
}
