using BingAds.Generator.Model;

namespace BingAds.Generator.Write;

/// <summary>What the request classes have in common but not from their base, as overrides: columns, scope, time, aggregation, filter.</summary>
internal static class ReportPartsWriter
{
    public static string Write(Contract contract, Reports reports)
    {
        var code = CodeWriter.ForFile("BingAds.V13.Reporting", "BingAds.Contract", "BingAds.Reporting");
        var isFirst = true;
        for (var i = 0; i < reports.All.Count; i++)
        {
            var (report, index) = (reports.All[i], i);
            if (!report.IsInContract)
            {
                continue;
            }

            if (!isFirst)
            {
                code.Line();
            }

            isFirst = false;
            var type = contract.FindType(report.Request)!;
            code.Block($"public partial class {report.Request}", () =>
            {
                code.Line($"internal override ReportType? ReportKind => ReportTypes.All[{index}];").Line();
                code.Line("internal override string[]? ColumnNames => ReportColumnNames.Of(Columns);").Line();
                code.Line($"internal override ApiObject? ScopeOrNull {{ get => Scope; set => Scope = ({report.Scope}?)value; }}");
                if (report.HasAggregation)
                {
                    code.Line().Line("internal override ReportAggregation? AggregationOrNull { get => Aggregation; set => Aggregation = value; }");
                }

                if (report.HasTime)
                {
                    code.Line().Line("internal override ReportTime? TimeOrNull { get => Time; set => Time = value; }");
                }

                if (type.Fields.Any(static f => f.Name == "Filter"))
                {
                    code.Line().Line("internal override ApiObject? FilterOrNull => Filter;");
                }
            });
        }

        return code.ToString();
    }
}
