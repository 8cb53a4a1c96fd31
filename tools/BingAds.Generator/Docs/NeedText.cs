namespace BingAds.Generator.Docs;

/// <summary>Says when a member has to be set: "Required to add, optional to update."</summary>
internal static class NeedText
{
    private static readonly (string Key, string Verb)[] s_calls =
    [
        ("add", "add"), ("update", "update"), ("delete", "delete"), ("apply", "apply"), ("send", "send"), ("signup", "sign up"), ("set", "set"),
    ];

    /// <summary>One sentence, or none when nothing is known.</summary>
    public static string? Of(Fact fact)
    {
        if (fact.Is("reserved"))
            return "Reserved; do not set.";
        var calls = s_calls.Where(call => fact.Has(call.Key)).ToList();
        if (calls.Count > 0)
            return Calls(fact, calls);
        if (fact.Is("readOnly"))
            return "Read-only.";
        if (fact.Is("required"))
            return fact.Is("requiredImplied") ? "Usually required." : fact.Is("requiredConditional") ? "Required in some cases." : "Required.";
        return fact.IsNot("required") ? fact.Is("requiredConditional") ? "Required in some cases." : "Optional." : null;
    }

    private static string Calls(Fact fact, List<(string Key, string Verb)> calls)
    {
        var states = calls.Select(call => (State: fact.Text(call.Key), call.Verb, Condition: Condition(fact, call.Key))).ToList();
        var first = states[0];
        var same = states.Count > 1 && states.All(state => state.State == first.State && state.Condition == first.Condition);
        if (same && first.Condition.Length == 0 && first.State is "readOnly")
            return "Read-only.";
        if (same && first.Condition.Length == 0 && first.State is "optional")
            return "Optional.";
        if (same && first.Condition.Length == 0 && first.State is "notAllowed")
            return "Not supported; leave empty.";
        if (same && first.State is "required")
            return $"Required to {English.List([.. states.Select(state => state.Verb)], "and to")}{first.Condition}.";
        return English.UpperFirst(string.Join(", ", states.Select(state => Part(state.State, state.Verb) + state.Condition))) + ".";
    }

    private static string Part(string? state, string verb) => state switch
    {
        "required" => $"required to {verb}",
        "optional" => $"optional to {verb}",
        "notAllowed" => $"not allowed to {verb}",
        _ => $"read-only on {verb}",
    };

    private static string Condition(Fact fact, string call)
    {
        var when = fact.Inner(call + "When");
        if (when.IsEmpty)
            return fact.Is(call + "Conditional") ? " in some cases" : "";
        if (when.Items("anyOf") is { Count: > 0 } any)
            return $" if {English.List([.. any.Select(XmlDoc.Code)])} is set";
        var member = XmlDoc.Code(when.Text("member")!);
        if (when.Items("values") is { Count: > 0 } values)
            return $" if {member} is {English.List([.. values.Select(XmlDoc.Code)])}";
        return when.IsNot("set") ? $" if {member} is not set" : $" if {member} is set";
    }
}
