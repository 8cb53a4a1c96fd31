using System.Text.Json;
using BingAds.Generator.Docs;
using BingAds.Generator.Model;
using BingAds.Generator.Refine;

namespace BingAds.Generator.Write;

/// <summary>What reading report files needs to know of columns: their types, access to cells by the column enums, and a record class for each of the common reports.</summary>
internal sealed class ReportFileWriter
{
    private const string Folder = "ReportFile";
    private const string EnumEnd = "ReportColumn";

    private static readonly (string Key, string Type, string Property, string Read, string Unit)[] s_types =
    [
        ("whole", "Whole", "long?", "Whole", ""),
        ("decimal", "Decimal", "decimal?", "Number", ""),
        ("percent", "Percent", "decimal?", "Number", " In percent: 12.5 for 12.5%."),
        ("period", "Period", "ReportPeriod?", "Period", ""),
        ("date", "Date", "DateOnly?", "Date", ""),
        ("time", "Time", "DateTime?", "Time", ""),
    ];

    private readonly Contract _contract;
    private readonly DocTexts _docs;
    private readonly List<EnumModel> _enums;
    private readonly Dictionary<string, int> _types = new(StringComparer.Ordinal);
    private readonly List<string> _records;

    private ReportFileWriter(string contractFolder, Contract contract, DocTexts docs)
    {
        _contract = contract;
        _docs = docs;
        _enums = [.. contract.Enums.Where(static e => e.Name.EndsWith(EnumEnd, StringComparison.Ordinal))];
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(contractFolder, "report-column-types.json")));
        for (var i = 0; i < s_types.Length; i++)
        {
            foreach (var name in Texts(document.RootElement, s_types[i].Key))
            {
                if (!_enums.Exists(e => e.Values.Contains(name)))
                {
                    throw new InvalidDataException($"report-column-types.json: no report has a column '{name}'.");
                }

                _types.Add(name, i);
            }
        }

        _records = [.. Texts(document.RootElement, "records")];
    }

    public static void Add(string contractFolder, Contract contract, DocTexts docs, IDictionary<string, string> files)
    {
        var writer = new ReportFileWriter(contractFolder, contract, docs);
        files.Add(Path.Combine(Folder, "ReportColumnTypes.g.cs"), writer.WriteTypes());
        files.Add(Path.Combine(Folder, "ReportRow.g.cs"), writer.WriteAccess("ReportRow", "public readonly ref partial struct ReportRow",
            static e => $"public ReportCell this[{e} column] => this[State.Columns.Ask(column.Value?.Text ?? \"\")];",
            "The cell of a column; empty where the file has no such column."));
        files.Add(Path.Combine(Folder, "ReportColumns.g.cs"), writer.WriteAccess("ReportColumns", "public sealed partial class ReportColumns",
            static e => $"public int IndexOf({e} column) => IndexOf(column.Value?.Text ?? \"\");",
            "Place of a column, from 0; -1 if the file has none of this name."));
        foreach (var report in writer._records)
        {
            files.Add(Path.Combine(Folder, report + "Record.g.cs"), writer.WriteRecord(report));
        }
    }

    private string WriteTypes()
    {
        var code = CodeWriter.ForFile("BingAds.Reporting");
        var all = _enums.SelectMany(static e => e.Values).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        code.Line("/// <summary>The types of all columns that reports have.</summary>");
        code.Block("internal static class ReportColumnTypes", () =>
        {
            code.Line("public static ReportColumnType Of(string name) => name switch").Line("{").Indented(() =>
            {
                for (var i = -1; i < s_types.Length; i++)
                {
                    var names = all.Where(n => _types.GetValueOrDefault(n, -1) == i).ToList();
                    code.Line(string.Join("\n        or ", names.Select(static n => $"\"{n}\"")) + $" => ReportColumnType.{(i < 0 ? "Text" : s_types[i].Type)},");
                }

                code.Line("_ => ReportColumnType.Unknown,");
            });
            code.Line("};");
        });
        return code.ToString();
    }

    private string WriteAccess(string type, string head, Func<string, string> member, string summary)
    {
        var code = CodeWriter.ForFile("BingAds.Reporting", "BingAds.V13.Reporting");
        code.Block(head, () =>
        {
            foreach (var (model, i) in _enums.Select(static (e, i) => (e, i)))
            {
                if (i > 0)
                {
                    code.Line();
                }

                code.Line($"/// <summary>{summary}</summary>");
                code.Line(member(model.Name));
            }
        });
        return code.ToString();
    }

    private string WriteRecord(string report)
    {
        var model = _enums.Single(e => e.Name == report + EnumEnd);
        var name = report + "Record";
        var code = CodeWriter.ForFile("BingAds.Reporting");
        var words = Words.Split(report);
        code.Line($"/// <summary>A row of the {words} report. A column that the file does not have is null, as is a number that the service did not have.</summary>");
        code.Block($"public sealed class {name} : ReportRecord, IReportRecord<{name}>", () =>
        {
            code.Line("private static readonly string[] s_columns =").Line("[").Indented(() =>
            {
                foreach (var value in model.Values)
                {
                    code.Line($"\"{value}\",");
                }
            });
            code.Line("];").Line();
            code.Line("/// <summary>Keeps a row.</summary>");
            code.Line("/// <param name=\"row\">The row at which a reader stands.</param>");
            code.Line($"public {name}(ReportRow row)").Indented(() => code.Line(": base(row, s_columns)")).Line("{").Line("}");
            for (var i = 0; i < model.Values.Count; i++)
            {
                var value = model.Values[i];
                var type = _types.TryGetValue(value, out var at) ? s_types[at] : ("", "Text", "string?", "Text", "");
                code.Line();
                code.Docs(_docs.ForEnumValue(_contract.Service, model.Name, value)
                    .Select(l => l.Replace("Column with the ", "The ", StringComparison.Ordinal).Replace(".</summary>", $".{type.Item5}</summary>", StringComparison.Ordinal)));
                code.Line($"public {type.Item3} {EnumRules.PropertyName(model, value)} => {type.Item4}At({i});");
            }

            code.Line();
            code.Line("/// <inheritdoc/>");
            code.Line($"public static new {name} Read(ReportRow row) => new(row);");
        });
        return code.ToString();
    }

    private static IEnumerable<string> Texts(JsonElement root, string name) => root.GetProperty(name).EnumerateArray().Select(static e => e.GetString()!);
}
