using BingAds.Generator.Model;

namespace BingAds.Generator.Write;

/// <summary>Access to cells and places by the values of the column enums.</summary>
internal static class ReportAccessWriter
{
    public static string Row(Contract contract) => Write(contract, "public readonly ref partial struct ReportRow",
        static e => $"public ReportCell this[{e} column] => this[State.Columns.Ask(column.Value?.Text ?? \"\")];",
        "The cell of a column; empty where the file has no such column.");

    public static string Columns(Contract contract) => Write(contract, "public sealed partial class ReportColumns",
        static e => $"public int IndexOf({e} column) => IndexOf(column.Value?.Text ?? \"\");",
        "Place of a column, from 0; -1 if the file has none of this name.");

    private static string Write(Contract contract, string head, Func<string, string> member, string summary)
    {
        var code = CodeWriter.ForFile("BingAds.Reporting", "BingAds.V13.Reporting");
        return code.Block(head, () =>
        {
            var isFirst = true;
            foreach (var model in contract.Enums.Where(static e => e.Name.EndsWith("ReportColumn", StringComparison.Ordinal)))
            {
                if (!isFirst)
                {
                    code.Line();
                }

                isFirst = false;
                code.Line($"/// <summary>{summary}</summary>");
                code.Line(member(model.Name));
            }
        }).ToString();
    }
}
