using System.Text;

namespace BingAds.Contract;

/// <summary>The values of one enum of the contract.</summary>
internal sealed class EnumTable
{
    private readonly EnumText[] _values;
    private readonly NameTable _names;

    /// <param name="name">Name of the enum in the contract.</param>
    /// <param name="names">All values in the contract's order, separated by a blank.</param>
    /// <param name="isFlags">Whether a value may be a set of names.</param>
    public EnumTable(string name, string names, bool isFlags = false)
    {
        Name = name;
        IsFlags = isFlags;
        var all = names.Split(' ');
        _values = new EnumText[all.Length];
        for (var i = 0; i < all.Length; i++)
        {
            _values[i] = new EnumText(all[i], i + 1);
        }

        _names = new NameTable(Array.ConvertAll(all, static n => Encoding.UTF8.GetBytes(n)));
    }

    public string Name { get; }

    public bool IsFlags { get; }

    public EnumText this[int index] => _values[index];

    public IEnumerable<string> Names => _values.Select(static v => v.Text);

    /// <summary>The value for a text; empty or null text is no value.</summary>
    public EnumText? Find(ReadOnlySpan<char> text)
    {
        if (text.IsWhiteSpace())
        {
            return null;
        }

        Span<byte> buffer = stackalloc byte[256];
        return Encoding.UTF8.TryGetBytes(text, buffer, out var written)
            ? Find(buffer[..written])
            : Find(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>The value of exactly this name, if the contract has it.</summary>
    public EnumText? FindExact(ReadOnlySpan<byte> name)
    {
        var index = _names.Find(name);
        return index >= 0 ? _values[index] : null;
    }

    /// <summary>The value for the UTF-8 bytes of a text; empty or blank text is no value.</summary>
    public EnumText? Find(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        var index = _names.Find(text);
        return index >= 0 ? _values[index] : FindUnusual(text);
    }

    /// <summary>A number where a name is expected, kept as such.</summary>
    public static EnumText Number(ReadOnlySpan<byte> digits) => new(Encoding.UTF8.GetString(digits), 0, isNumber: true);

    private EnumText? FindUnusual(ReadOnlySpan<byte> text)
    {
        if (text.Trim(" \t\r\n"u8).IsEmpty)
        {
            return null;
        }

        return IsFlags ? FindSet(Encoding.UTF8.GetString(text)) : new EnumText(Encoding.UTF8.GetString(text), 0);
    }

    // JSON separates names by a comma with or without a blank, SOAP by a blank: both become the JSON form.
    private EnumText? FindSet(string text)
    {
        var names = FlagNames.Split(text);
        return names.Length switch
        {
            0 => null,
            1 when _names.Find(Encoding.UTF8.GetBytes(names[0])) is >= 0 and var index => _values[index],
            _ => new EnumText(FlagNames.Join(names), 0),
        };
    }
}
