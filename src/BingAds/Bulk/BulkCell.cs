using System.Text;

namespace BingAds.Bulk;

/// <summary>One cell as it was read: trimmed, without quotes, never empty.</summary>
internal readonly ref struct BulkCell(ReadOnlySpan<byte> utf8)
{
    /// <summary>The word that asks for a setting to be removed, and that results echo.</summary>
    public const string DeleteValue = "delete_value";

    public ReadOnlySpan<byte> Utf8 { get; } = utf8;

    public bool IsDelete => Utf8.SequenceEqual("delete_value"u8);

    /// <summary>Nothing but white space.</summary>
    public bool IsBlank => Utf8.Trim(" \t\r\n"u8).IsEmpty;

    public override string ToString() => Encoding.UTF8.GetString(Utf8);
}
