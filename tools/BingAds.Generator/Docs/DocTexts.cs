namespace BingAds.Generator.Docs;

/// <summary>
/// Writes the documentation of generated code: sentences made from names, types and facts of the contract. Each method returns the lines of a
/// comment without the leading slashes, ready as XML. A service may be given as <c>CampaignManagement</c> or <c>campaign-management</c>.
/// Names that the contract does not have are refused.
/// </summary>
internal sealed class DocTexts
{
    private static readonly string[] s_files = ["ad-insight", "bulk", "campaign-management", "customer-billing", "customer-management", "reporting"];

    private readonly Dictionary<string, ServiceShape> _services = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the contract and its facts from a folder such as <c>contract/v13</c>.</summary>
    public DocTexts(string contractFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(contractFolder);
        foreach (var file in s_files)
        {
            var service = ServiceShape.Load(Path.Combine(contractFolder, file + ".json"), Path.Combine(contractFolder, "facts", file + ".json"));
            _services.Add(service.Name, service);
        }
    }

    internal IEnumerable<ServiceShape> Services => _services.Values;

    /// <summary>The text of a class that is not a message.</summary>
    public IReadOnlyList<string> ForType(string service, string type)
    {
        var from = Service(service);
        var owner = from.Owner(type);
        var fact = from.Facts.Type(type);
        var kind = owner.Base is { } b ? $"; a kind of {TypeText.Phrase(b)}" : "";
        return
        [
            .. XmlDoc.Element("summary", [English.UpperFirst(English.WithArticle(TypeText.Phrase(type))) + kind + "."]),
            .. XmlDoc.Element("remarks", [.. Whole(fact), .. Inherited(from, owner), .. Link(fact)]),
        ];
    }

    /// <summary>The text of a member of a type, request or response; the owner may also have it from a base.</summary>
    public IReadOnlyList<string> ForMember(string service, string owner, string member)
    {
        var from = Service(service);
        var shape = from.Owner(owner);
        var (_, field) = from.Member(owner, member);
        var fact = from.Facts.Member(from, shape, member);
        return
        [
            .. XmlDoc.Element("summary", [Subject(from, shape, field, fact), .. Optional(NeedText.Of(fact))]),
            .. XmlDoc.Element("remarks", [.. FactText.OfMember(fact), .. Link(Page(from, shape), member)]),
        ];
    }

    /// <summary>The text of an enum.</summary>
    public IReadOnlyList<string> ForEnum(string service, string name)
    {
        var from = Service(service);
        var fact = from.Facts.Enum(name);
        return
        [
            .. XmlDoc.Element("summary", [EnumText.Summary(from.Enum(name))]),
            .. XmlDoc.Element("remarks", [.. Whole(fact), .. Link(fact)]),
        ];
    }

    /// <summary>The one line of an enum's value.</summary>
    public IReadOnlyList<string> ForEnumValue(string service, string name, string value)
    {
        var from = Service(service);
        var shape = from.Enum(name);
        if (!shape.Values.Contains(value))
            throw new ArgumentException($"{from.Name} has no enum value {name}.{value}.", nameof(value));
        return [$"<summary>{EnumText.Value(shape, value, from.Facts.EnumValue(name, value))}</summary>"];
    }

    /// <summary>The text of a client method.</summary>
    public IReadOnlyList<string> ForOperation(string service, string operation)
    {
        var from = Service(service);
        var shape = from.Operation(operation);
        var fact = from.Facts.Operation(operation);
        var repeat = shape.IsIdempotent ? "It only reads, so it is repeated after a passing failure." : "It is repeated only when the service surely did not act.";
        return
        [
            .. XmlDoc.Element("summary", [English.UpperFirst(OperationText.Phrase(operation)) + "."]),
            .. XmlDoc.Element("remarks", [.. Whole(fact), .. Sizes(from, shape), $"REST: {XmlDoc.Code(shape.Verb + " " + shape.Path)}. {repeat}", .. Link(fact)]),
        ];
    }

    /// <summary>The text of a request or response class.</summary>
    public IReadOnlyList<string> ForMessage(string service, string message)
    {
        var from = Service(service);
        var operation = from.OperationOf(message);
        var fact = from.Facts.Operation(operation.Name);
        var sentence = from.Owner(message).Kind == OwnerKind.Request
            ? $"Request of {XmlDoc.Code(operation.Name)}, which {OperationText.Phrase(operation.Name)}."
            : $"Response of {XmlDoc.Code(operation.Name)}.";
        return [.. XmlDoc.Element("summary", [sentence]), .. XmlDoc.Element("remarks", [.. Whole(fact), .. Link(fact)])];
    }

    private ServiceShape Service(string name) => _services.TryGetValue(name.Replace("-", "", StringComparison.Ordinal), out var service)
        ? service : throw new ArgumentException($"There is no service {name}.", nameof(name));

    private static string Subject(ServiceShape service, OwnerShape owner, FieldShape field, Fact fact)
    {
        var isFlags = service.Enums.TryGetValue(field.Element, out var shape) && shape.IsFlags;
        var subject = SubjectText.Of(service, owner, field);
        var shapeParts = ShapeText.Of(field, fact, isFlags, owner.Kind == OwnerKind.Request).ToList();
        if (shapeParts.Count > 0 && subject.Contains(shapeParts[0], StringComparison.OrdinalIgnoreCase))
            shapeParts.RemoveAt(0);                                           // "Final URL; URL" would say it twice
        var parts = string.Join(", ", shapeParts);
        return subject + (parts.Length > 0 ? "; " + parts : "") + ".";
    }

    // How a type differs from its base in members that the base declares, in short.
    private static IEnumerable<string> Inherited(ServiceShape service, OwnerShape owner)
    {
        if (owner.Base is null)
            yield break;
        var entry = service.Facts.Type(owner.Name).Inner("inherited");
        var told = new List<(string Member, string Text)>();
        for (var at = owner.Base; at is not null; at = service.Owner(at).Base)
        {
            foreach (var field in service.Owner(at).Fields.Where(field => entry.Has(field.Name)))
            {
                var sentences = Optional(NeedText.Of(entry.Inner(field.Name))).Concat(FactText.Standing(entry.Inner(field.Name))).ToList();
                if (sentences.Count > 0)
                    told.Add((XmlDoc.Code(field.Name), string.Join(' ', sentences)));
            }
        }

        foreach (var same in told.GroupBy(item => item.Text, item => item.Member, StringComparer.Ordinal))
            yield return $"{English.List([.. same], "and")} here: {char.ToLowerInvariant(same.Key[0])}{same.Key[1..]}";
    }

    private static IEnumerable<string> Sizes(ServiceShape service, OperationShape operation)
    {
        foreach (var field in service.Owner(operation.Request).Fields)
        {
            if (field.IsList && service.Facts.Request(operation.Request).Inner("members").Inner(field.Name).Number("maxItems") is { } size)
                yield return $"At most {size} {XmlDoc.Code(field.Name)} per call.";
        }
    }

    private static IEnumerable<string> Whole(Fact fact)
    {
        if (fact.Is("reserved"))
            yield return "Reserved for future use.";
        foreach (var sentence in FactText.Standing(fact))
            yield return sentence;
    }

    private static Fact Page(ServiceShape service, OwnerShape owner) => owner.Kind == OwnerKind.Type
        ? service.Facts.Type(owner.Name) : service.Facts.Operation(service.OperationOf(owner.Name).Name);

    private static IEnumerable<string> Link(Fact fact, string? anchor = null) => fact.Text("page") is { } page ? [XmlDoc.Link(page, anchor)] : [];

    private static IEnumerable<string> Optional(string? sentence) => sentence is null ? [] : [sentence];
}
