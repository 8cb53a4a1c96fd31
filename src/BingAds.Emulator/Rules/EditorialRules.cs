using BingAds.Contract;

namespace BingAds.Emulator.Rules;

/// <summary>The editors: whatever holds one of a few words is disapproved, so that tests can see it happen.</summary>
internal static class EditorialRules
{
    /// <summary>The reason that is told for every word. The service has many; the numbers are a space of their own.</summary>
    public const int ReasonCode = 1;

    private static readonly string[] s_words = ["counterfeit", "narcotics"];

    /// <summary>The words in the entity's own texts, with the members that hold them.</summary>
    public static IEnumerable<(string Member, string Term)> Find(ApiObject entity)
    {
        var members = entity.WireType.Members;
        for (var i = 0; i < members.Length; i++)
        {
            foreach (var text in Texts(entity.GetMember(i)))
            {
                if (Array.Find(s_words, w => text.Contains(w, StringComparison.OrdinalIgnoreCase)) is { } word)
                    yield return (members[i].Name, word);
            }
        }
    }

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        string text => [text],
        IEnumerable<string> list => list.OfType<string>(),
        _ => [],
    };
}
