using System.Text.Json;

namespace BingAds.Contract;

/// <summary>The wire text of an enum value. Known values exist once, in the table of their enum; a new one is made as it is met.</summary>
internal sealed class EnumText(string text, int ordinal, bool isNumber = false)
{
    public string Text { get; } = text;

    /// <summary>Place in the enum's table plus one; 0 for what the contract does not name, and for a set of several flags.</summary>
    public int Ordinal { get; } = ordinal;

    /// <summary>The value came as a JSON number and goes back as one.</summary>
    public bool IsNumber { get; } = isNumber;

    public JsonEncodedText Json { get; } = JsonEncodedText.Encode(text, WireJson.Encoder);

    public static bool AreEqual(EnumText? left, EnumText? right) =>
        ReferenceEquals(left, right) || string.Equals(left?.Text, right?.Text, StringComparison.Ordinal);

    public static int Hash(EnumText? value) => value is null ? 0 : string.GetHashCode(value.Text, StringComparison.Ordinal);
}
