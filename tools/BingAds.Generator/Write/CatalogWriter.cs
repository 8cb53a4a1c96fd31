using BingAds.Generator.Model;

namespace BingAds.Generator.Write;

/// <summary>What the runtime catalogue knows of one service: everything by name.</summary>
internal static class CatalogWriter
{
    public static string Write(Contract contract)
    {
        var code = CodeWriter.ForFile($"BingAds.V13.{contract.Service}", "BingAds.Contract");
        code.Block("internal sealed class Catalog : ServiceCatalog", () =>
        {
            code.Line("public static readonly Catalog Instance = new();").Line();
            code.Block("private Catalog()", () =>
            {
            });
            code.Line();
            code.Line($"public override ServiceName Service => ServiceName.{contract.Service};").Line();
            code.Line($"public override string RestPrefix => \"{contract.Rest.Prefix}\";").Line();
            code.Line($"public override string RestProduction => \"{contract.Rest.Production}\";").Line();
            code.Line($"public override string RestSandbox => \"{contract.Rest.Sandbox}\";").Line();
            code.Line($"public override string SoapProduction => \"{contract.Soap.Production}\";").Line();
            code.Line($"public override string SoapSandbox => \"{contract.Soap.Sandbox}\";").Line();
            var hasIds = contract.Soap.RequestHeaders.Contains("CustomerAccountId");
            code.Line($"public override bool HasAccountHeaders => {(hasIds ? "true" : "false")};").Line();
            code.Line("public override WireNamespace Namespace => Namespaces.Svc;").Line();
            Names(code, "OperationNames", contract.Operations.Select(static o => o.Name));
            Names(code, "MessageNames", contract.Messages.Select(static m => m.Name));
            Names(code, "TypeNames", contract.Types.Select(static t => t.Name));
            Names(code, "EnumNames", contract.Enums.Select(static e => e.Name));
            Names(code, "ListNames", contract.Lists.Values.Select(static l => $"{l.Name}={l.Of}"));
            Switch(code, "OperationInfo? FindOperation", contract.Operations.Select(static o => (o.Name, $"{o.Request}.s_operation")));
            Switch(code, "ApiObject? Create", contract.Messages.Select(static m => m.Name).Concat(contract.Types.Select(static t => t.Name))
                .Select(static n => (n, $"new {n}()")));
            Switch(code, "EnumTable? FindEnum", contract.Enums.Select(static e => (e.Name, $"{e.Name}.s_table")), isLast: true);
        });
        return code.ToString();
    }

    private static void Names(CodeWriter code, string property, IEnumerable<string> names)
    {
        code.Line($"public override string {property} =>").Indented(() => code.Line($"\"{string.Join(' ', names)}\";")).Line();
    }

    private static void Switch(CodeWriter code, string method, IEnumerable<(string Name, string Value)> cases, bool isLast = false)
    {
        code.Line($"public override {method}(string name) => name switch").Line("{").Indented(() =>
        {
            foreach (var (name, value) in cases)
            {
                code.Line($"\"{name}\" => {value},");
            }

            code.Line("_ => null,");
        }).Line("};");
        if (!isLast)
        {
            code.Line();
        }
    }
}
