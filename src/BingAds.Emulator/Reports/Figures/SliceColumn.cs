namespace BingAds.Emulator.Reports.Figures;

/// <summary>Number of an attribute's value.</summary>
internal delegate long SliceCode(in Slice slice);

/// <summary>An attribute that a slice has: the number of its value, cheap enough to be asked of every slice, and the value for each number that was met.</summary>
/// <param name="Code">The number; the same number always means the same value for one leaf.</param>
/// <param name="Value">The value.</param>
internal sealed record SliceColumn(SliceCode Code, Func<Leaf, long, ReportValue> Value)
{
    /// <summary>One of a few texts, each as likely.</summary>
    public static SliceColumn Of(Trait trait, params string[] words)
        => new((in slice) => slice.Pick(trait, words.Length), (_, code) => ReportValue.Of(words[code]));

    /// <summary>A part of one of a few rows, each as likely.</summary>
    public static SliceColumn Of<T>(Trait trait, T[] rows, Func<T, string> text)
        => new((in slice) => slice.Pick(trait, rows.Length), (_, code) => ReportValue.Of(text(rows[code])));

    /// <summary>As <see cref="Of{T}(Trait, T[], Func{T, string})"/>, for what is not text.</summary>
    public static SliceColumn Values<T>(Trait trait, T[] rows, Func<T, ReportValue> value)
        => new((in slice) => slice.Pick(trait, rows.Length), (_, code) => value(rows[code]));
}
