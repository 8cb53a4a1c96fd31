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
    public static T? Read<T>(BulkCell cell, Func<long, string?> numbers, string? aliases = null)
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
        if (text is [(>= (byte)'0' and <= (byte)'9') or (byte)'-', ..] && Utf8Parser.TryParse(text, out long number, out var used) && used == text.Length && numbers(number) is { } known)
        {
            return T.From(T.Table.Find(known));
        }

        return T.Table.Find(text) is { } value ? T.From(value) : null;
    }

    public static void Write<T>(BulkRowWriter row, int column, T? value, string? zero = null)
        where T : struct, IOpenEnum<T>
    {
        if (value?.Value?.Text is { } text && text != zero)
        {
            row.Text(column, text);
        }
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
