namespace BingAds.Emulator.Reports.Figures;

/// <summary>Well mixed numbers from numbers: the whole source of chance, so that the same seed, entity and day always have the same figures.</summary>
internal static class Mix
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>The number that belongs to another one and a place: the finisher of splitmix64.</summary>
    public static ulong Of(ulong value, ulong place)
    {
        var z = value + ((place + 1) * Golden);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>The number of a text, the same on every machine.</summary>
    public static ulong Of(string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 0x100000001B3;
        }

        return Of(hash, (ulong)text.Length);
    }
}
