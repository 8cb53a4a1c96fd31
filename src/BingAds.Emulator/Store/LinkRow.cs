namespace BingAds.Emulator.Store;

/// <summary>One association: <paramref name="Source"/> (the label) is on <paramref name="Target"/>, an entity of <paramref name="Kind"/> (<c>Campaign</c>).</summary>
internal sealed record LinkRow(string Family, string Kind, long Source, long Target, long Account)
{
    public DateTime Changed { get; init; }

    public bool Deleted { get; init; }

    public byte[]? Body { get; init; }
}
