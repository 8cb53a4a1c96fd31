using System.Buffers.Text;
using System.Runtime.CompilerServices;
using BingAds.Contract;

namespace BingAds.Bulk.Converters;

/// <summary>Name of an enum's value. Numbers and other words are read too; a name that this version does not know is kept.</summary>
internal static class EnumCell
{
    /// <param name="cell">The cell.</param>
    /// <param name="numbers">Name of a number, null for none.</param>
    /// <param name="aliases">Other words for names, as <c>EqualsTo=Equals;NoExpression=</c>; one without a name is no value.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T? Read<T>(in BulkCell cell, Func<long, string?> numbers, string? aliases = null)
        where T : struct, IOpenEnum<T>
    {
        if (cell.IsDelete)
        {
            return null;
        }

        if (aliases is not null && TryAlias(cell.ToString(), aliases, out var name))
        {
            return name.Length == 0 ? null : T.From(T.Table.Find(name));
        }

        return Parse<T>(cell.Utf8, numbers);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T? Parse<T>(ReadOnlySpan<byte> text, Func<long, string?> numbers)
        where T : struct, IOpenEnum<T>
    {
        if (text is [(>= (byte)'0' and <= (byte)'9') or (byte)'-', ..] && ParseNumber<T>(text, numbers) is { } byNumber)
        {
            return byNumber;
        }

        return T.Table.Find(text) is { } value ? T.From(value) : null;
    }

    private static T? ParseNumber<T>(ReadOnlySpan<byte> text, Func<long, string?> numbers)
        where T : struct, IOpenEnum<T>
    {
        if (!Utf8Parser.TryParse(text, out long number, out var used) || used != text.Length)
        {
            return null;
        }

        var name = numbers(number) ?? (T.Table.IsFlags ? Names(number, numbers) : null);
        return name is null ? null : T.From(T.Table.Find(name));
    }

    public static void Write<T>(BulkRowWriter row, int column, T? value, string? zero = null)
        where T : struct, IOpenEnum<T>
    {
        if (value?.Value is { } text && text.Text != zero)
        {
            row.Text(column, T.Table.IsFlags && text.Ordinal == 0 ? string.Join(", ", InOrder(T.Table, FlagNames.Split(text.Text))) : text.Text);
        }
    }

    /// <summary>Names of a set in the order of their numbers, which is the contract's; newer ones come last.</summary>
    public static IEnumerable<string> InOrder(EnumTable table, IEnumerable<string> names) =>
        names.OrderBy(n => table.Find(n) is { Ordinal: > 0 and var place } ? place : int.MaxValue);

    // The sum of several flags; null if a bit has no name.
    private static string? Names(long number, Func<long, string?> numbers)
    {
        var names = new List<string>();
        for (var bit = 1L; bit > 0 && bit <= number; bit <<= 1)
        {
            if ((number & bit) != 0)
            {
                if (numbers(bit) is not { } name)
                {
                    return null;
                }

                names.Add(name);
            }
        }

        return names.Count > 0 ? FlagNames.Join(names) : null;
    }

    private static bool TryAlias(string word, string aliases, out ReadOnlySpan<char> name)
    {
        foreach (var range in aliases.AsSpan().Split(';'))
        {
            var pair = aliases.AsSpan(range);
            var at = pair.IndexOf('=');
            if (pair[..at].SequenceEqual(word))
            {
                name = pair[(at + 1)..];
                return true;
            }
        }

        name = default;
        return false;
    }
}
