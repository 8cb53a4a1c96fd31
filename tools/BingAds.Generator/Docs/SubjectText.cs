namespace BingAds.Generator.Docs;

/// <summary>Says what a member is, from its name and its owner's: "Daily budget of the campaign", "Ids of the ads to get".</summary>
internal static class SubjectText
{
    private static readonly string[] s_ofEntity = ["Name", "Number", "Status", "Type"];

    // These are known things too, though no service has a type for all of them.
    private static readonly HashSet<string> s_entities = new(StringComparer.Ordinal) { "Account", "AdGroup", "AssetGroup", "Customer", "Campaign", "User" };

    public static string Of(ServiceShape service, OwnerShape owner, FieldShape field)
    {
        var isType = owner.Kind == OwnerKind.Type;
        var ownerPhrase = TypeText.Short(owner.Name);
        var name = field.Name;
        if (KnownMembers.Find(owner.Name, name, isType ? ownerPhrase : "entity") is { } known)
            return known;
        if (field.Element == "bool")
            return BoolText.Of(name, isType ? "the " + ownerPhrase : "it");
        var own = Noun(service, field, isType ? "the " + ownerPhrase : null);
        return owner.Kind switch
        {
            OwnerKind.Request => own + Purpose(service.OperationOf(owner.Name), field),
            OwnerKind.Response => own + Outcome(service.OperationOf(owner.Name), field),
            _ => own,
        };
    }

    private static string Noun(ServiceShape service, FieldShape field, string? owner)
    {
        var name = field.Name;
        if (name == "Id")
            return owner is null ? "Id" : $"Id of {owner}";
        if (EndsIn(name, "Ids") is { } things)
            return $"Ids of the {English.Plural(Words.Split(things))}";
        if (EndsIn(name, "Id") is { } thing && thing != "AppStore")
            return $"Id of the {Words.Split(thing)}";
        foreach (var end in s_ofEntity)
        {
            if (EndsIn(name, end) is { } entity && !IsFlags(service, field) && (s_entities.Contains(entity) || service.Owners.ContainsKey(entity)))
                return $"{end} of the {Words.Split(entity)}";
        }

        if (EndsIn(name, "", "SearchAndReplaceFor") is { } replaced)
            return $"Text to replace in {English.Plural(Words.Split(replaced))}";
        var phrase = Words.Split(name);
        return English.UpperFirst(owner is null || owner == "the " + phrase ? phrase : $"{phrase} of {owner}");
    }

    // "Campaigns to add", "Ids of the ads to get": where the member is what the operation is about.
    private static string Purpose(OperationShape operation, FieldShape field)
    {
        var (verb, what) = OperationText.Cut(operation.Name);
        var by = what.IndexOf(" by ", StringComparison.Ordinal);
        var target = by > 0 ? what[..by] : what;
        var member = EndsIn(field.Name, "Ids") is { } ids ? English.Plural(Words.Split(ids)) : Words.Split(field.Name);
        return string.Equals(English.Plural(target), English.Plural(member), StringComparison.OrdinalIgnoreCase) && !verb.StartsWith("suggest", StringComparison.Ordinal)
            ? " to " + verb : "";
    }

    // The lists that add operations answer with run parallel to the request's.
    private static string Outcome(OperationShape operation, FieldShape field) =>
        field.Type == "long?[]" && operation.Name.StartsWith("Add", StringComparison.Ordinal)
            ? " in the order of the request, null where an item failed" : " in the response";

    private static bool IsFlags(ServiceShape service, FieldShape field) => service.Enums.TryGetValue(field.Element, out var shape) && shape.IsFlags;

    private static string? EndsIn(string name, string end, string start = "") =>
        name.Length > start.Length + end.Length && name.EndsWith(end, StringComparison.Ordinal) && name.StartsWith(start, StringComparison.Ordinal)
            ? name[start.Length..^end.Length] : null;
}
