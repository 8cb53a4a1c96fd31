using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BingAds.Files;

namespace BingAds.Bulk;

/// <summary>One cell as it was read: without quotes, and without white space around it. Nothing is made of it until someone asks.</summary>
/// <remarks>It is good until the next row is read.</remarks>
public readonly ref struct BulkCell
{
    /// <summary>The word that asks for a setting to be removed, and that results echo.</summary>
    internal const string DeleteValue = "delete_value";

    private readonly StringCache? _texts;

    // A span in two parts: as one it is loaded in whole words, which the processor cannot take from the smaller ones that were stored right before.
    private readonly ref readonly byte _first;
    private readonly int _length;

    internal BulkCell(ReadOnlySpan<byte> utf8, StringCache? texts = null)
    {
        _first = ref MemoryMarshal.GetReference(utf8);
        _length = utf8.Length;
        _texts = texts;
    }

    /// <summary>The text as UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => MemoryMarshal.CreateReadOnlySpan(in _first, _length);
    }

    /// <summary>Whether nothing is in it: also where the row or the file has no such column.</summary>
    public bool IsEmpty => _length == 0;

    internal StringCache? Texts => _texts;

    internal bool IsDelete
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _length == DeleteValue.Length && Utf8.SequenceEqual("delete_value"u8);
    }

    /// <summary>Nothing but white space.</summary>
    internal bool IsBlank => (_length == 0 || _first <= (byte)' ') && Utf8.Trim(" \t\r\n"u8).IsEmpty;

    /// <summary>Reads a value in the invariant form of bulk files: numbers, and what else reads UTF-8 by itself.</summary>
    /// <exception cref="FormatException">The cell is empty or holds something else.</exception>
    public T Parse<T>()
        where T : struct, IUtf8SpanParsable<T> =>
        T.TryParse(Utf8, CultureInfo.InvariantCulture, out var value) ? value : throw new FormatException($"A value of the type {typeof(T).Name} was expected in place of '{this.ToString()}'.");

    /// <summary>The same, with null for an empty cell and for <c>delete_value</c>.</summary>
    /// <exception cref="FormatException">The cell holds something else.</exception>
    public T? ParseOrNull<T>()
        where T : struct, IUtf8SpanParsable<T> => IsEmpty || IsDelete ? null : Parse<T>();

    /// <summary>Reads a date in any of the forms that bulk files have; it is taken as it stands, without a zone. Null for an empty cell.</summary>
    /// <exception cref="FormatException">The cell holds something else.</exception>
    public DateTime? ParseDateTimeOrNull() => IsEmpty || IsDelete ? null : BulkDateTime.Parse(Utf8);

    /// <summary>Whether the text is exactly this one.</summary>
    public bool Equals(ReadOnlySpan<byte> utf8) => Utf8.SequenceEqual(utf8);

    /// <summary>The text; "" for an empty cell. Short texts that repeat within a file are made once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override string ToString() => _texts is null ? StringCache.Make(Utf8) : _texts.Get(Utf8);
}
