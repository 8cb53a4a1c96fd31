using BingAds.Generator.Docs;
using BingAds.Generator.Model;

namespace BingAds.Generator.Write;

/// <summary>The typed client of one service: a method an operation.</summary>
internal sealed class ClientWriter(Contract contract, DocTexts docs)
{
    public string Write()
    {
        var code = CodeWriter.ForFile("BingAds", $"BingAds.V13.{contract.Service}");
        code.Line($"/// <summary>The {contract.Service} service, typed: a method for each of its {contract.Operations.Count} operations.</summary>");
        code.Block($"public partial class {contract.Service}Client", () =>
        {
            var isFirst = true;
            foreach (var operation in contract.Operations)
            {
                if (!isFirst)
                {
                    code.Line();
                }

                isFirst = false;
                code.Docs(docs.ForOperation(contract.Service, operation.Name));
                code.Line("/// <param name=\"request\">What to ask for; it is not changed.</param>");
                code.Line("/// <param name=\"options\">What differs from the client's settings in this call; null for nothing.</param>");
                code.Line("/// <param name=\"cancellationToken\">Ends the wait, and the request where it is still on its way.</param>");
                code.Line("/// <exception cref=\"Errors.SdkException\">The call failed; the kind of exception says how.</exception>");
                code.Line($"public virtual ValueTask<{operation.Response}> {operation.Name}Async(").Indented(() =>
                {
                    code.Line($"{operation.Request} request, CallOptions? options = null, CancellationToken cancellationToken = default)");
                    code.Line($"=> SendAsync<{operation.Response}>(request, options, cancellationToken);");
                });
                if (operation.PageSize is { } size)
                {
                    Paged(code, operation, size);
                }
            }
        });
        return code.ToString();
    }

    // The list of the response that the pages are of.
    private void Paged(CodeWriter code, OperationModel operation, int size)
    {
        var fields = contract.Messages.Single(m => m.Name == operation.Response).Fields;
        var field = fields.First(static f => f.Type.EndsWith("[]", StringComparison.Ordinal) && !f.Name.EndsWith("Errors", StringComparison.Ordinal));
        var item = field.Type[..^2];
        code.Line();
        code.Line($"/// <summary>All items of <see cref=\"{operation.Name}Async\">{operation.Name}</see>, page by page as they are asked for.</summary>");
        code.Line($"/// <param name=\"request\">What to ask for; it is not changed. Its <c>PageInfo</c> says where to begin and how large the pages are; null for the first and {size}.</param>");
        code.Line("/// <param name=\"options\">What differs from the client's settings in these calls; null for nothing.</param>");
        code.Line("/// <param name=\"cancellationToken\">Ends the walk, and the request where it is still on its way.</param>");
        code.Line("/// <exception cref=\"Errors.SdkException\">A call failed; the items before it have been given.</exception>");
        code.Line($"public virtual IAsyncEnumerable<{item}> {operation.Name}ItemsAsync(").Indented(() =>
        {
            code.Line($"{operation.Request} request, CallOptions? options = null, CancellationToken cancellationToken = default)");
            code.Line($"=> WalkAsync<{operation.Response}, {item}>(request, {size}, static r => r.{field.Name}, options, cancellationToken);");
        });
    }
}
