using System.Text.Json.Nodes;

namespace BingAds.Conformance.Scenarios;

/// <summary>One step of a call script, as it stands in the file.</summary>
public sealed class ScriptStep
{
    private static readonly string[] s_kinds = ["call", "bulkUpload", "bulkDownload", "report", "emulator"];

    private readonly JsonObject _form;

    /// <exception cref="ScriptException">The step has none or more than one of the members that say what it does.</exception>
    public ScriptStep(JsonObject form)
    {
        _form = form;
        var kinds = s_kinds.Where(form.ContainsKey).ToList();
        if (kinds.Count != 1) throw new ScriptException($"A step has exactly one of {string.Join(", ", s_kinds)}.");
        Kind = kinds[0];
        Times = form["times"]?.GetValue<int>() ?? 1;
    }

    /// <summary>What the step does: <c>call</c>, <c>bulkUpload</c>, <c>bulkDownload</c>, <c>report</c> or <c>emulator</c>.</summary>
    public string Kind { get; }

    public int Times { get; }

    /// <summary>Service and operation of a call.</summary>
    public (string Service, string Operation) Call
    {
        get
        {
            var name = _form["call"]!.GetValue<string>();
            var dot = name.IndexOf('.');
            if (dot <= 0) throw new ScriptException($"'{name}' is not a service and an operation.");
            return (name[..dot], name[(dot + 1)..]);
        }
    }

    public JsonNode? Request => _form["request"];

    public JsonObject? Emulator => _form["emulator"] as JsonObject;

    /// <summary>What a bulk step uploads or downloads, or the request of a report.</summary>
    public JsonObject Form => _form[Kind] as JsonObject ?? throw new ScriptException($"'{Kind}' is an object.");

    /// <summary>What a bulk step saves: a row and a column by name.</summary>
    public IEnumerable<KeyValuePair<string, JsonObject>> SaveCells =>
        (_form["save"] as JsonObject ?? []).Select(static m => KeyValuePair.Create(m.Key, m.Value as JsonObject ?? throw new ScriptException("A bulk step saves cells of rows.")));

    public IEnumerable<KeyValuePair<string, string>> Save =>
        (_form["save"] as JsonObject ?? []).Select(static m => KeyValuePair.Create(m.Key, m.Value!.GetValue<string>()));

    /// <summary>Whether something is to be kept of the answer.</summary>
    public bool HasSave => _form["save"] is JsonObject { Count: > 0 };

    public IEnumerable<JsonObject> Expect => (_form["expect"] as JsonArray ?? []).Select(static e => (JsonObject)e!);

    /// <summary>The codes of which a fault must have one; null where the call has to succeed, empty where any fault will do.</summary>
    public IReadOnlyList<int>? FaultCodes => Codes(_form["fault"]);

    /// <summary>The codes of a fault that the call may end in instead.</summary>
    public IReadOnlyList<int>? AllowedFaultCodes => Codes(_form["orFault"]);

    private static IReadOnlyList<int>? Codes(JsonNode? fault) =>
        fault is null ? null : (fault["codes"] as JsonArray ?? []).Select(static c => c!.GetValue<int>()).ToList();
}
