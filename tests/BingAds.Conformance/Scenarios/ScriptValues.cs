using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BingAds.Conformance.Scenarios;

/// <summary>Fills in what a script leaves open: <c>${name}</c>, dates, and repetitions.</summary>
public sealed class ScriptValues(Func<DateTimeOffset> now)
{
    /// <summary>A copy of <paramref name="template"/> with everything filled in.</summary>
    /// <exception cref="ScriptException">A name is unknown, or a form is wrong.</exception>
    public JsonNode? Fill(JsonNode? template, ScriptScope scope) => template switch
    {
        null => null,
        JsonObject form when form.ContainsKey("$date") => Date(form),
        JsonObject form when form.ContainsKey("$repeat") => new JsonArray(Repeat(form, scope).ToArray()),
        JsonObject form => new JsonObject(form.Select(m => KeyValuePair.Create(m.Key, Fill(m.Value, scope)))),
        JsonArray list => new JsonArray(list.Select(item => Fill(item, scope)).ToArray()),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Text(value.GetValue<string>(), scope),
        _ => template.DeepClone(),
    };

    /// <summary>The same for a text that has to stay text, such as a path.</summary>
    public string FillText(string template, ScriptScope scope) => AsText(Text(template, scope)) ?? "";

    /// <summary>The text of a scalar as one would write it into another text; null stays null.</summary>
    public static string? AsText(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value => value.ToJsonString(),
        _ => throw new ScriptException("A list or an object can't stand inside a text."),
    };

    private IEnumerable<JsonNode?> Repeat(JsonObject form, ScriptScope scope)
    {
        var except = form["except"] as JsonObject;
        var source = Fill(form["$repeat"], scope);
        var items = source switch
        {
            JsonArray list => list.ToArray(),
            JsonValue count when int.TryParse(AsText(count), NumberStyles.None, CultureInfo.InvariantCulture, out var n) => new JsonNode?[n],
            _ => throw new ScriptException("$repeat takes a number or a list."),
        };
        for (var i = 0; i < items.Length; i++)
        {
            var inner = new ScriptScope(scope) { ["i"] = i };
            if (source is JsonArray) inner["it"] = items[i];
            var place = i.ToString(CultureInfo.InvariantCulture);
            yield return Fill(except is not null && except.ContainsKey(place) ? except[place] : form["item"], inner);
        }
    }

    private JsonObject Date(JsonObject form)
    {
        var day = now().UtcDateTime.Date.AddDays(form["$date"]!.GetValue<int>());
        return new JsonObject { ["Day"] = day.Day, ["Month"] = day.Month, ["Year"] = day.Year };
    }

    private JsonNode? Text(string text, ScriptScope scope)
    {
        if (!text.Contains("${", StringComparison.Ordinal)) return JsonValue.Create(text);
        if (text.StartsWith("${", StringComparison.Ordinal) && text.IndexOf('}') == text.Length - 1) return Look(text[2..^1], scope);

        var filled = new StringBuilder();
        var at = 0;
        while (text.IndexOf("${", at, StringComparison.Ordinal) is var open and >= 0)
        {
            var close = text.IndexOf('}', open);
            if (close < 0) throw new ScriptException($"No '}}' in '{text}'.");
            filled.Append(text, at, open - at).Append(AsText(Look(text[(open + 2)..close], scope)));
            at = close + 1;
        }

        return JsonValue.Create(filled.Append(text, at, text.Length - at).ToString());
    }

    private JsonNode? Look(string name, ScriptScope scope)
    {
        if (Day(name, "today", "yyyy-MM-dd") is { } today) return JsonValue.Create(today);
        if (Day(name, "usDay", "MM/dd/yyyy") is { } usDay) return JsonValue.Create(usDay);
        var bracket = name.IndexOf('[');
        var root = bracket < 0 ? name : name[..bracket];
        if (!scope.TryGet(root, out var value)) throw new ScriptException($"Nothing is known by the name '{root}'.");
        if (bracket < 0) return value?.DeepClone();
        return (ScriptPath.Parse("$" + name[bracket..]).Find(value)
            ?? throw new ScriptException($"'{name}' leads nowhere.")).DeepClone();
    }

    private string? Day(string name, string word, string format)
    {
        if (!name.StartsWith(word, StringComparison.Ordinal)) return null;
        var rest = name.AsSpan(word.Length);
        var days = 0;
        if (!rest.IsEmpty && !int.TryParse(rest, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out days)) return null;
        return now().UtcDateTime.Date.AddDays(days).ToString(format, CultureInfo.InvariantCulture);
    }
}
