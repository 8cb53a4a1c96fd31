using System.Reflection;
using BingAds.Contract;
using BingAds.Surface.Tests.Contract;

namespace BingAds.Surface.Tests;

/// <summary>The six typed clients have one method for each operation, and a mock can stand in for each.</summary>
public class ClientTests
{
    public static TheoryData<string> ServiceRows => Services.Rows;

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Client_has_one_method_for_each_operation(string service)
    {
        var contract = ContractFile.Of(service);
        var client = Client(service);
        var wrong = new List<string>();
        foreach (var operation in contract.Operations)
        {
            Type[] parameters = [contract.ClrType(operation.Request)!, typeof(CallOptions), typeof(CancellationToken)];
            var method = client.GetMethod(operation.Name + "Async", parameters);
            if (method is not { IsPublic: true, IsVirtual: true, IsFinal: false })
                wrong.Add($"{operation.Name} has no virtual method");
            else if (method.ReturnType != typeof(ValueTask<>).MakeGenericType(contract.ClrType(operation.Response)!))
                wrong.Add($"{operation.Name} returns {method.ReturnType}");
            else if (!method.GetParameters()[1].IsOptional || !method.GetParameters()[2].IsOptional)
                wrong.Add($"{operation.Name} asks for options or a token");
        }

        Services.AssertNone(wrong);
    }

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Every_asynchronous_method_ends_with_a_token(string service) => Assert.All(
        Client(service).GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(static m => m.Name.EndsWith("Async", StringComparison.Ordinal) && m.Name != "DisposeAsync"),
        static m => Assert.Equal(typeof(CancellationToken), m.GetParameters().LastOrDefault()?.ParameterType));

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Client_can_be_mocked(string service)
    {
        Assert.False(Client(service).IsSealed);
        Assert.NotNull(Client(service).GetConstructor(BindingFlags.NonPublic | BindingFlags.Instance, []));
    }

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Operations_are_as_in_the_contract(string service)
    {
        var contract = ContractFile.Of(service);
        foreach (var expected in contract.Operations)
        {
            var actual = ApiCatalog.FindOperation(Enum.Parse<ServiceName>(service), expected.Name)!;
            Assert.Equal(
                (expected.Name, expected.Verb, expected.Path, expected.Action, expected.IsIdempotent),
                (actual.Name, actual.Verb, actual.Path, actual.SoapAction, actual.IsIdempotent));
            Assert.IsType(contract.ClrType(expected.Request)!, actual.CreateRequest());
            Assert.IsType(contract.ClrType(expected.Response)!, actual.CreateResponse());
            Assert.Same(actual, actual.CreateRequest().Operation);
            Assert.Same(actual, ApiCatalog.FindOperationByRoute(expected.Verb, $"/{service}/v13/{expected.Path}"));
        }
    }

    private static Type Client(string service) => typeof(CallOptions).Assembly.GetType($"BingAds.{service}Client", throwOnError: true)!;
}
