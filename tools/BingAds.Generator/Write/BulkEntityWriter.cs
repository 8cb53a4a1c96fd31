using System.Text.Json;
using BingAds.Generator.Docs;
using BingAds.Generator.Model;
using BingAds.Generator.Refine;

namespace BingAds.Generator.Write;

/// <summary>The class of one record type of a bulk file.</summary>
internal sealed class BulkEntityWriter(BulkFile file, BulkTypes types)
{
    // What the base class has.
    private static readonly HashSet<string> s_inherited = new(StringComparer.Ordinal) { "ClientId", "LastModifiedTime", "Errors", "HasErrors" };

    // A cell makes them; without one they are null.
    private static readonly HashSet<string> s_madeByCell = new(StringComparer.Ordinal) { "CriterionBid", "CriterionCashback" };

    // Few records have them, so the base class keeps them where they take no place in the others.
    private static readonly HashSet<string> s_noted = new(StringComparer.Ordinal) { "QualityScoreData", "BidSuggestions" };

    // A file is read once, so its first rows should not run in code that is still to be optimized.
    private const string Hot = "[MethodImpl(MethodImplOptions.AggressiveOptimization)]";

    public string Write(BulkRecord record)
    {
        var columns = new BulkColumnWriter(file, types, record);
        var own = record.Columns.Where(static c => c.Header is not ("Client Id" or "Modified Time")).ToList();
        var code = CodeWriter.ForFile("BingAds.Bulk", "System.Runtime.CompilerServices", "BingAds.Bulk.Converters", "BingAds.Contract", "Api = BingAds.V13.CampaignManagement");
        code.Line($"/// <summary>{Capital(English.WithArticle(Words.Split(record.ClassName["Bulk".Length..])))}: records of the type <c>{record.Type}</c> in a bulk file.</summary>");
        code.Block($"public partial class {record.ClassName} : SingleRecordBulkEntity", () =>
        {
            WriteHead(code, record, own);
            WriteProperties(code, record);
            WriteCreate(code, record);
            WriteBegin(code, record, own, columns);
            WriteRead(code, own, columns);
            WriteEnd(code, record, own, columns);
            WriteWrite(code, own, columns);
        });
        return code.ToString();
    }

    private void WriteHead(CodeWriter code, BulkRecord record, List<BulkColumn> own)
    {
        code.Line("/// <inheritdoc/>").Line($"public override string RecordType => \"{record.Type}\";").Line();
        if (own.Any(static c => c.IsFirst))
        {
            code.Line($"internal override ReadOnlySpan<ushort> FirstColumns => [{string.Join(", ", own.Where(static c => c.IsFirst).Select(c => file.Column(c.Header)))}];").Line();
        }

        if (record.Required.Count > 0)
        {
            code.Line($"internal override string? MissingOnWrite => {string.Join(" : ", record.Required.Select(static r => $"{r} is null ? nameof({r})"))} : null;").Line();
        }
    }

    private void WriteProperties(CodeWriter code, BulkRecord record)
    {
        foreach (var property in record.Properties.Where(static p => !s_inherited.Contains(p.Name)))
        {
            var type = types.OfProperty(property);
            if (s_noted.Contains(property.Name))
            {
                code.Line($"/// <summary>{Summary(record, property, null)}</summary>");
                code.Block($"public {type} {property.Name}", () => code.Line($"get => {property.Name}OrNull;").Line($"set => {property.Name}OrNull = value;")).Line();
                continue;
            }

            var alias = property.AliasOf?.Split('.')[0];
            var target = alias is null ? null : record.Properties.FirstOrDefault(p => p.Name == alias && p.Name != property.Name);
            code.Line($"/// <summary>{Summary(record, property, target)}</summary>");
            if (target is null && type is ("long?" or "double?"))
            {
                var field = "_" + char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
                code.Block($"public {type} {property.Name}", () => code.Line($"get => {field}.Value;").Line($"set => {field} = new(value);")).Line();
                code.Line($"private {(type == "long?" ? "OptionalInt64" : "OptionalDouble")} {field};").Line();
                continue;
            }

            if (target is null)
            {
                code.Line($"public {type} {property.Name} {{ get; set; }}").Line();
                continue;
            }

            var get = type.EndsWith('?') || !types.OfProperty(target).EndsWith('?') ? target.Name : $"{target.Name} ?? default";
            code.Block($"public {type} {property.Name}", () => code.Line($"get => {get};").Line($"set => {target.Name} = value;")).Line();
        }
    }

    private string Summary(BulkRecord record, BulkProperty property, BulkProperty? target)
    {
        if (target is not null)
        {
            return $"The same as <see cref=\"{target.Name}\"/>.";
        }

        var headers = record.Columns.Where(c => c.Path == property.Name).Select(static c => $"<c>{c.Header}</c>").ToList();
        var text = Capital(Words.Split(property.Name));
        return headers.Count > 0
            ? $"{text}; column {string.Join(", ", headers)}."
            : $"{text}, in several columns.";
    }

    private void WriteCreate(CodeWriter code, BulkRecord record)
    {
        if (!record.CreateOnRead.EnumerateObject().Any())
        {
            return;
        }

        foreach (var part in record.CreateOnRead.EnumerateObject())
        {
            if (!part.Value.TryGetProperty("$byColumn", out _))
            {
                code.Block("internal override void Create()", () => code.Line($"{part.Name} ??= {New(part.Value)};")).Line();
                continue;
            }

            code.Line($"private static {types.OfProperty(record, part.Name).TrimEnd('?')} Create{part.Name}(bool isExcluded) => isExcluded").Indented(() => code
                .Line($"? {New(part.Value.GetProperty("true"))}")
                .Line($": {New(part.Value.GetProperty("false"))};")).Line();
        }
    }

    private string New(JsonElement shape)
    {
        var type = shape.GetProperty("$type").GetString()!;
        var members = new List<string>();
        foreach (var member in shape.EnumerateObject().Where(m => m.Name != "$type" && !s_madeByCell.Contains(m.Name) && types.HasMember(type, m.Name)))
        {
            members.Add($"{member.Name} = {(member.Value.ValueKind == JsonValueKind.Object ? New(member.Value) : $"\"{member.Value.GetString()}\"")}");
        }

        return members.Count == 0 ? $"new {types.Name(type)}()" : $"new {types.Name(type)} {{ {string.Join(", ", members)} }}";
    }

    private void WriteBegin(CodeWriter code, BulkRecord record, List<BulkColumn> own, BulkColumnWriter columns)
    {
        var lines = own.Select(c => BulkNamedColumns.Around(file, c, new BulkPath(types, record, c.Path)).Begin)
            .Concat(own.Select(columns.Default)).OfType<string>().ToList();
        foreach (var made in new[] { "Scheduling", "Address" })
        {
            var parts = own.Where(c => c.Path.Contains($".{made}.", StringComparison.Ordinal)).ToList();
            if (parts.Count > 0)
            {
                var owner = parts[0].Path.Split('.')[0];
                var has = string.Join(" || ", parts.Select(c => $"row.Has({file.Column(c.Header)})"));
                lines.Insert(0, $"if ({owner} is {{ }} with{made} && ({has})) {{ with{made}.{made} ??= new Api.{(made == "Scheduling" ? "Schedule" : made)}(); }}");
            }
        }

        var required = own.Where(static c => c.OnEmpty == "error").ToList();
        if (lines.Count + required.Count == 0)
        {
            return;
        }

        code.Line(Hot).Block("internal override void BeginRead(scoped in BulkRow row)", () =>
        {
            for (var i = 0; i < lines.Count; i++)
            {
                // Every pattern variable of one method needs a name of its own.
                code.Line(lines[i].Replace("{ } o)", $"{{ }} o{i})", StringComparison.Ordinal).Replace("{ o.", $"{{ o{i}.", StringComparison.Ordinal)
                    .Replace("{ (o.", $"{{ (o{i}.", StringComparison.Ordinal));
            }

            foreach (var column in required)
            {
                code.Line($"row.Require(this, {file.Column(column.Header)});");
            }
        }).Line();
    }

    private void WriteRead(CodeWriter code, List<BulkColumn> own, BulkColumnWriter columns) =>
        code.Line(Hot).Block("internal override bool ReadCell(int column, scoped in BulkCell cell)", () =>
        {
            code.Block("switch (column)", () =>
            {
                foreach (var column in own)
                {
                    code.Line($"case {file.Column(column.Header)}: // {column.Header}").Indented(() => code.Line(columns.Read(column)).Line("return true;"));
                }

                code.Line("default:").Indented(() => code.Line("return base.ReadCell(column, cell);"));
            });
        }).Line();

    private void WriteEnd(CodeWriter code, BulkRecord record, List<BulkColumn> own, BulkColumnWriter columns)
    {
        var lines = own.Select(c => BulkNamedColumns.Around(file, c, new BulkPath(types, record, c.Path)).End).OfType<string>().ToList();
        if (lines.Count > 0)
        {
            code.Block("internal override void EndRead()", () => lines.ForEach(l => code.Line(l))).Line();
        }

        var empty = own.Select(columns.DefaultAtEnd).OfType<string>().ToList();
        if (empty.Count > 0)
        {
            code.Block("internal override void ReadEmpty(scoped in BulkRow row)", () => empty.ForEach(l => code.Line(l))).Line();
        }
    }

    private void WriteWrite(CodeWriter code, List<BulkColumn> own, BulkColumnWriter columns) =>
        code.Block("internal override void WriteCells(BulkRowWriter row, bool excludeReadOnly)", () =>
        {
            code.Line("base.WriteCells(row, excludeReadOnly);");
            foreach (var column in own.Where(static c => !c.IsReadOnly))
            {
                if (columns.MayFail(column))
                {
                    code.Line($"row.At({file.Column(column.Header)});");
                }

                code.Line(columns.Write(column));
            }

            var quality = own.Where(static c => c.IsReadOnly && c.Path.StartsWith("QualityScoreData.", StringComparison.Ordinal)).ToList();
            if (quality.Count > 0)
            {
                code.Block("if (!excludeReadOnly)", () => quality.ForEach(c => code.Line(columns.Write(c))));
            }
        });

    private static string Capital(string text) => English.UpperFirst(text);
}
