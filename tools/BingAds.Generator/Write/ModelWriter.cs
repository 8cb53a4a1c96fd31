using BingAds.Generator.Docs;
using BingAds.Generator.Model;
using BingAds.Generator.Refine;

namespace BingAds.Generator.Write;

/// <summary>The class of one type or message: its properties, and one Write and one Read for both formats.</summary>
internal sealed class ModelWriter(Contract contract, DocTexts docs)
{
    private readonly Contract _contract = contract;
    private readonly DocTexts _docs = docs;

    public string WriteType(TypeModel type)
    {
        var code = Begin();
        code.Docs(_docs.ForType(_contract.Service, type.Name));
        var own = type.Fields.Select(f => new Entry(type.Namespace, f, MemberRules.Refine(_contract, f, isInResponse: false))).ToList();
        var all = _contract.AllFields(type)
            .Select(p => new Entry(p.Owner.Namespace, p.Field, MemberRules.Refine(_contract, p.Field, isInResponse: false))).ToList();
        var hierarchy = _contract.FindHierarchy(type.Name);
        code.Block($"public partial class {type.Name} : {type.Base ?? "ApiObject"}", () =>
        {
            Names(code, own);
            WireType(code, type, all, hierarchy);
            if (hierarchy?.Root == type.Name)
            {
                Hierarchy(code, hierarchy);
            }

            Properties(code, type.Name, own, isResponse: false);
            Methods(code, type.Name, own.Count, all, hierarchy is { HasTypeMember: true }, isResponse: false);
        });
        return code.ToString();
    }

    /// <param name="message">The message.</param>
    /// <param name="operation">Its operation.</param>
    /// <param name="limits">Largest sizes of the request's lists, by member.</param>
    public string WriteMessage(MessageModel message, OperationModel operation, IReadOnlyDictionary<string, int> limits)
    {
        var code = Begin();
        code.Docs(_docs.ForMessage(_contract.Service, message.Name));
        var all = message.Fields.Select(f => new Entry("svc", f, MemberRules.Refine(_contract, f, isInResponse: !message.IsRequest), message.IsRequest)).ToList();
        var isResponse = !message.IsRequest;
        code.Block($"public partial class {message.Name} : {(isResponse ? "ApiResponse" : $"ApiRequest<{operation.Response}>")}", () =>
        {
            Names(code, all);
            WireType(code, new TypeModel(message.Name, "svc", null, null, message.Fields), all, hierarchy: null);
            if (!isResponse)
            {
                code.Line("internal static readonly OperationInfo s_operation = new(").Indented(() => code
                    .Line($"ServiceName.{_contract.Service}, \"{operation.Name}\", \"{operation.Verb}\", \"{operation.Path}\", \"{operation.Action}\", isIdempotent: {Literal(operation.IsIdempotent)},")
                    .Line($"static () => new {operation.Request}(), static () => new {operation.Response}(){BatchRules.Arguments(all.Select(static e => e.Field), limits)});")).Line();
            }

            Properties(code, message.Name, all, isResponse);
            if (!isResponse)
            {
                code.Line("/// <inheritdoc/>").Line("public override OperationInfo Operation => s_operation;").Line();
            }

            Methods(code, message.Name, all.Count, all, hasTypeMember: false, isResponse);
        });
        return code.ToString();
    }

    private CodeWriter Begin() =>
        CodeWriter.ForFile($"BingAds.V13.{_contract.Service}", "BingAds.Contract", "BingAds.Contract.Json", "BingAds.Contract.Xml");

    private void Names(CodeWriter code, List<Entry> own)
    {
        foreach (var entry in own)
        {
            code.Line($"internal static readonly WireMember {entry.Member.StaticName} = new({NameArguments(entry)});");
        }

        if (own.Count > 0)
        {
            code.Line();
        }
    }

    private string NameArguments(Entry entry)
    {
        var field = entry.Field;
        var arguments = new List<string> { $"\"{field.WireName}\"", $"\"{field.Type}\"", $"Namespaces.{Namespaces.Property(entry.Namespace)}" };
        var flags = new List<string>();
        if (field.IsRequired)
        {
            flags.Add("WireFlags.Required");
        }

        if (field.IsRequired && IsNillable(field.Type))
        {
            flags.Add("WireFlags.NilWhenNull");
        }

        if (field.IsOmittedWhenNull)
        {
            flags.Add("WireFlags.OmitWhenNull");
        }

        // An optional one is a filter: left open, it means all.
        if (entry.IsInRequest && field is { Name: "AccountId" or "CustomerId", Type: "long" })
        {
            flags.Add("WireFlags.CallId");
        }

        if (entry.Member.Kind is MemberKind.Object or MemberKind.ObjectList or MemberKind.ObjectListList
            && _contract.HasSubtypes(entry.Member.ElementType!))
        {
            flags.Add("WireFlags.Subtypes");
        }

        if (flags.Count > 0)
        {
            arguments.Add(string.Join(" | ", flags));
        }

        if (field.Name != field.WireName)
        {
            arguments.Add($"json: \"{field.Name}\"");
        }

        if (field.List is { } listName)
        {
            var list = _contract.Lists[listName];
            arguments.Add($"item: \"{list.Item}\"");
            arguments.Add($"itemNs: Namespaces.{Namespaces.Property(list.Namespace)}");
            if (entry.Member.Kind == MemberKind.ObjectListList)
            {
                arguments.Add($"innerItem: \"{_contract.Lists[list.Item].Item}\"");
            }
        }

        return string.Join(", ", arguments);
    }

    // Text, bytes, lists, classes, and values marked with a question mark can be nil; others can't.
    private bool IsNillable(string type) =>
        type.EndsWith('?') || type.EndsWith("[]", StringComparison.Ordinal) || type is "string" or "base64" || type.StartsWith("map<", StringComparison.Ordinal)
        || (_contract.FindType(type) is not null && !type.StartsWith("KeyValuePairOf", StringComparison.Ordinal));

    private static void WireType(CodeWriter code, TypeModel type, List<Entry> all, HierarchyModel? hierarchy)
    {
        code.Line($"internal static {(type.Base is null ? "" : "new ")}readonly WireType s_wire = new(").Indented(() =>
        {
            var members = string.Join(", ", all.Select(static e => e.Member.StaticName));
            var more = type.Base is null ? "" : $", {type.Base}.s_wire";
            if (hierarchy is not null)
            {
                more += type.Base is null ? ", null" : "";
                more += $", \"{type.JsonType}\", static () => {hierarchy.Root}.s_hierarchy";
            }

            code.Line($"\"{type.Name}\", Namespaces.{Namespaces.Property(type.Namespace)}, static () => new {type.Name}(),");
            code.Line($"[{members}]{more});");
        }).Line();
    }

    private static void Hierarchy(CodeWriter code, HierarchyModel hierarchy)
    {
        // In a class of its own, so that it is made only when an object of the family is read.
        code.Line("internal static WireHierarchy s_hierarchy => Family.s_hierarchy;").Line();
        code.Block("private static class Family", () =>
        {
            code.Line("public static readonly WireHierarchy s_hierarchy = new(").Indented(() =>
            {
                code.Line($"{Literal(hierarchy.HasTypeMember)},");
                code.Line($"\"{string.Join(' ', hierarchy.Values.Select(static v => $"{v.Type}={v.Value}"))}\",");
                code.Line("Create);");
            }).Line();
            code.Line("private static ApiObject Create(int kind) => kind switch").Line("{").Indented(() =>
            {
                for (var i = 1; i < hierarchy.Values.Count; i++)
                {
                    code.Line($"{i} => new {hierarchy.Values[i].Type}(),");
                }

                code.Line($"_ => new {hierarchy.Root}(),");
            }).Line("};");
        }).Line();
    }

    // Members that the service reserves and nobody sets: they take no place in objects of which there are millions.
    private static readonly HashSet<string> s_reserved = new(StringComparer.Ordinal) { "ForwardCompatibilityMap", "FinalAppUrls" };

    private void Properties(CodeWriter code, string owner, List<Entry> own, bool isResponse)
    {
        foreach (var (_, field, member, _) in own)
        {
            code.Docs(_docs.ForMember(_contract.Service, owner, field.WireName));
            if (isResponse && MemberRules.IsList(member.Kind))
            {
                var type = member.PropertyType.TrimEnd('?');
                code.Block($"public {type} {member.Name}", () => code
                    .Line($"get => {BackingField(member)} ??= [];")
                    .Line($"set => {BackingField(member)} = value;"));
                code.Line().Line($"private {member.PropertyType} {BackingField(member)};").Line();
            }
            else if (member.Kind is MemberKind.Enum or MemberKind.Flags)
            {
                // Kept as the text's object: a nullable of the struct takes twice the place, in each of millions of rows.
                code.Block($"public {member.PropertyType} {member.Name}", () => code
                    .Line($"get => {_contract.Service}.{member.ElementType}.FromOrNull({BackingField(member)});")
                    .Line($"set => {BackingField(member)} = value?.Value;"));
                code.Line().Line($"private EnumText? {BackingField(member)};").Line();
            }
            else if (member.Kind is MemberKind.Int64 or MemberKind.Double)
            {
                var type = member.Kind == MemberKind.Int64 ? "OptionalInt64" : "OptionalDouble";
                code.Block($"public {member.PropertyType} {member.Name}", () => code
                    .Line($"get => {BackingField(member)}.Value;")
                    .Line($"set => {BackingField(member)} = new(value);"));
                code.Line().Line($"private {type} {BackingField(member)};").Line();
            }
            else if (!isResponse && s_reserved.Contains(member.Name))
            {
                code.Block($"public {member.PropertyType} {member.Name}", () => code
                    .Line($"get => ({member.PropertyType})GetReserved(nameof({member.Name}));")
                    .Line($"set => SetReserved(nameof({member.Name}), value);")).Line();
            }
            else
            {
                code.Line($"public {member.PropertyType} {member.Name} {{ get; set; }}").Line();
            }
        }
    }

    private void Methods(CodeWriter code, string name, int ownCount, List<Entry> all, bool hasTypeMember, bool isResponse)
    {
        // Where a property has a type's name, the name alone means the property.
        var names = all.Select(static e => e.Member.Name).ToHashSet(StringComparer.Ordinal);
        string? Qualify(string? type) => type is not null && names.Contains(type) ? $"{_contract.Service}.{type}" : type;
        code.Line("internal override WireType WireType => s_wire;").Line();
        code.Line("internal override void Write(ref JsonWireWriter writer) => Write(ref writer, this);").Line();
        code.Line("internal override void Write(ref XmlWireWriter writer) => Write(ref writer, this);").Line();
        code.Line("internal override void Read(ref JsonWireReader reader) => Read(ref reader, this);").Line();
        code.Line("internal override void Read(ref XmlWireReader reader) => Read(ref reader, this);").Line();
        GetAndSet(code, ownCount, all, Qualify);
        code.Line($"private static void Write<TWriter>(ref TWriter writer, {name} value)");
        code.Indented(() => code.Line("where TWriter : struct, IWireWriter, allows ref struct"));
        code.Line("{").Indented(() =>
        {
            code.Line("writer.BeginObject(value, s_wire);");
            foreach (var entry in all)
            {
                code.Line(MemberStatements.Write(entry.Member, hasTypeMember && entry.Field.Name == "Type", isResponse ? BackingField(entry.Member) : null));
            }

            code.Line("writer.EndObject(value);");
        }).Line("}").Line();
        code.Line($"private static void Read<TReader>(ref TReader reader, {name} value)");
        code.Indented(() => code.Line("where TReader : struct, IWireReader, allows ref struct"));
        code.Line("{").Indented(() =>
        {
            code.Line("var cursor = reader.BeginObject(s_wire);");
            code.Line("cursor.Owner = value;");
            code.Block("while (reader.NextField(ref cursor))", () => code.Block("switch (cursor.Index)", () =>
            {
                for (var i = 0; i < all.Count; i++)
                {
                    code.Line($"case {i}: {MemberStatements.Read(all[i].Member, isResponse ? BackingField(all[i].Member) : null, Qualify)} break;");
                }

                code.Line("default: reader.KeepUnknown(ref cursor, value); break;");
            }));
        }).Line("}");
    }

    private static void GetAndSet(CodeWriter code, int ownCount, List<Entry> all, Func<string?, string?> qualify)
    {
        var first = all.Count - ownCount;
        var otherwise = first > 0 ? "base.GetMember(index)" : "null";
        code.Line("internal override object? GetMember(int index) => index switch").Line("{").Indented(() =>
        {
            for (var i = first; i < all.Count; i++)
            {
                code.Line($"{i} => {(i == first ? "(object?)" : "")}{all[i].Member.Name},");
            }

            code.Line($"_ => {otherwise},");
        }).Line("};").Line();
        code.Block("internal override void SetMember(int index, object? value)", () => code.Block("switch (index)", () =>
        {
            for (var i = first; i < all.Count; i++)
            {
                code.Line($"case {i}: {MemberStatements.Set(all[i].Member, qualify)} break;");
            }

            code.Line(first > 0 ? "default: base.SetMember(index, value); break;" : "default: break;");
        })).Line();
    }

    private static string BackingField(Member member) => "_" + member.StaticName[2..];

    private static string Literal(bool value) => value ? "true" : "false";

    private sealed record Entry(string Namespace, FieldModel Field, Member Member, bool IsInRequest = false);
}
