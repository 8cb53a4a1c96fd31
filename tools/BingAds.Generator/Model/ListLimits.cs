using System.Text.Json;
using System.Text.RegularExpressions;

namespace BingAds.Generator.Model;

/// <summary>Largest sizes of the lists in requests, from the facts.</summary>
internal sealed partial class ListLimits
{
    private static readonly IReadOnlyDictionary<string, int> s_none = new Dictionary<string, int>();

    private readonly Dictionary<string, Dictionary<string, int>> _messages = new(StringComparer.Ordinal);

    public static ListLimits Load(string contractFolder, string service)
    {
        var limits = new ListLimits();
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(contractFolder, "facts", FileName(service) + ".json")));
        foreach (var message in document.RootElement.GetProperty("messages").EnumerateObject())
        {
            if (!message.Value.TryGetProperty("members", out var members))
            {
                continue;
            }

            foreach (var member in members.EnumerateObject())
            {
                if (member.Value.TryGetProperty("maxItems", out var size))
                {
                    limits.Add(message.Name, member.Name, size.GetInt32());
                }
            }
        }

        return limits;
    }

    public IReadOnlyDictionary<string, int> Of(string message) => _messages.GetValueOrDefault(message) ?? s_none;

    private void Add(string message, string member, int size)
    {
        if (!_messages.TryGetValue(message, out var members))
        {
            _messages[message] = members = new(StringComparer.Ordinal);
        }

        members[member] = size;
    }

    // CampaignManagement is campaign-management.json.
    private static string FileName(string service) => Capital().Replace(service, "-$0").TrimStart('-').ToLowerInvariant();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
