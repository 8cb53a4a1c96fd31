using System.Text.Json;
using BingAds.Errors;
using BingAds.Generator.Write;

namespace BingAds.Tests.Errors;

public class ErrorCodesTests
{
    [Fact]
    public void Table_has_every_code_and_finds_each_by_number_name_and_service()
    {
        var all = ErrorCodes.All().ToList();

        Assert.Equal(1618, ErrorCodes.Count);
        Assert.Equal(1618, all.Count);
        foreach (var one in all)
        {
            foreach (var service in one.Services)
            {
                var found = ErrorCodes.Find(one.Code, one.Name, service);
                Assert.NotNull(found);
                Assert.Equal((one.Code, one.Name, one.Category), (found.Code, found.Name, found.Category));
            }
        }
    }

    [Fact]
    public void Table_leaves_no_code_without_category_advice_or_service()
    {
        Assert.Equal(0, ErrorCodes.All().Count(static e => e.Category == ErrorCategory.Unknown));
        Assert.All(ErrorCodes.All(), static e =>
        {
            Assert.True(Enum.IsDefined(e.Category));
            Assert.InRange(e.Advice.Length, 10, 200);
            Assert.NotEmpty(e.Services);
        });
    }

    [Fact]
    public void Code_that_passes_is_never_a_mistake_of_the_request()
    {
        var passing = ErrorCodes.All().Where(static e => e.IsTransient).ToList();

        Assert.Equal([0, 117, 207, 833, 1010, 2004, 2208, 2928, 3227, 4204, 6114], passing.Select(static e => e.Code));
        Assert.DoesNotContain(passing, static e => e.Category is ErrorCategory.Validation or ErrorCategory.Unknown);
    }

    [Theory]
    [InlineData(117, RetryKind.Wait, 60)]
    [InlineData(4204, RetryKind.Wait, 900)]
    [InlineData(3227, RetryKind.Wait, 900)]
    [InlineData(6114, RetryKind.Wait, 180)]
    [InlineData(0, RetryKind.Transient, null)]
    [InlineData(1010, RetryKind.Later, null)]
    [InlineData(2004, RetryKind.LaterOrRelax, null)]
    [InlineData(1100, RetryKind.None, null)]
    public void Find_says_how_to_wait(int code, RetryKind retry, int? seconds)
    {
        var info = ErrorCodes.Find(code)!;

        Assert.Equal(retry, info.Retry);
        Assert.Equal(seconds, info.Wait?.TotalSeconds);
    }

    [Fact]
    public void Table_has_two_meanings_for_eleven_numbers_alone()
    {
        var twice = ErrorCodes.All().GroupBy(static e => e.Code).Where(static g => g.Count() > 1).Select(static g => g.Key);

        Assert.Equal([205, 207, 209, 516, 1133, 1134, 1135, 1137, 1147, 1410, 5051], twice);
    }

    [Theory]
    [InlineData(205, "InvalidVersion", null)]
    [InlineData(207, "ConcurrentRequestOverLimit", ServiceName.Reporting)]
    [InlineData(209, "TimestampNotMatch", null)]
    [InlineData(1133, "CampaignServiceAdExtensionsArrayShouldNotBeNullOrEmpty", ServiceName.CampaignManagement)]
    [InlineData(1134, "CampaignServiceAdExtensionIsNull", ServiceName.Bulk)]
    [InlineData(1135, "CampaignServiceAdExtensionsEntityLimitExceeded", ServiceName.CampaignManagement)]
    [InlineData(1137, "CampaignHasDraftStore", ServiceName.CampaignManagement)]
    [InlineData(1147, "CampaignServiceInvalidKeywordVariantMatchEnabledValue", ServiceName.CampaignManagement)]
    [InlineData(1410, "CampaignServiceDuplicateMetroAreaLocationTarget", ServiceName.CampaignManagement)]
    public void Find_tells_the_customer_services_meaning_by_the_missing_name(int code, string other, ServiceName? service)
    {
        Assert.Equal(other, ErrorCodes.Find(code, other, service)!.Name);
        Assert.Equal(other, ErrorCodes.Find(code, other)!.Name);
        Assert.Null(ErrorCodes.Find(code, null, ServiceName.CustomerManagement)!.Name);
        Assert.Null(ErrorCodes.Find(code, null, ServiceName.CustomerBilling)!.Name);
        Assert.Null(ErrorCodes.Find(code));
        if (service is not null)
            Assert.Equal(other, ErrorCodes.Find(code, null, service)!.Name);
    }

    [Theory]
    [InlineData(516, "CampaignServiceIdsNotPassed", "EntityIdFilterMismatch")]
    [InlineData(5051, "CampaignServiceExpandedTextAdTitlePart3TooLong", "CampaignServiceInvalidFeedAttributeTypeInCountdown")]
    public void Find_tells_two_meanings_of_one_service_by_name(int code, string one, string other)
    {
        Assert.Equal(one, ErrorCodes.Find(code, one, ServiceName.CampaignManagement)!.Name);
        Assert.Equal(other, ErrorCodes.Find(code, other, ServiceName.CampaignManagement)!.Name);
        Assert.Null(ErrorCodes.Find(code, null, ServiceName.CampaignManagement));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(1105)]
    [InlineData(611109)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Find_gives_null_for_a_number_it_does_not_know(int code)
    {
        Assert.Null(ErrorCodes.Find(code, "SomethingNew", ServiceName.Bulk));
        Assert.Empty(ErrorCodes.FindAll(code));
    }

    [Fact]
    public void Find_keeps_to_the_number_when_the_service_spells_the_name_anew()
    {
        Assert.Equal(2004, ErrorCodes.Find(2004, "ReportingServiceNoCompleteDataAvailable", ServiceName.Reporting)!.Code);
        Assert.Null(ErrorCodes.Find(207, "SomethingNew"));
    }

    [Fact]
    public void Constants_are_codes_of_the_table()
    {
        var constants = typeof(ErrorCodes).GetFields().Where(static f => f.IsLiteral).ToList();

        Assert.InRange(constants.Count, 60, 80);
        Assert.Equal(constants.Count, constants.Select(static f => (int)f.GetRawConstantValue()!).Distinct().Count());
        Assert.All(constants, static f => Assert.NotEmpty(ErrorCodes.FindAll((int)f.GetRawConstantValue()!)));
        Assert.Equal(109, ErrorCodes.AuthenticationTokenExpired);
    }

    [Fact]
    public void Generated_file_is_what_the_writer_makes_each_time()
    {
        var contract = Path.Combine(Checkout.Root, "contract", "v13");
        var made = ErrorCodesWriter.Write(contract);

        Assert.Equal(made, ErrorCodesWriter.Write(contract));
        Assert.Equal(made, File.ReadAllText(Path.Combine(Checkout.Root, "src", "BingAds", "Generated", "ErrorCodes.g.cs")).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Contract_data_is_sorted_and_a_line_an_entry()
    {
        var lines = File.ReadAllLines(Path.Combine(Checkout.Root, "contract", "v13", "error-codes.json")).Where(static l => l.StartsWith("{\"code\"", StringComparison.Ordinal)).ToList();
        var keys = lines.Select(static l => JsonDocument.Parse(l.TrimEnd(',')).RootElement).Select(static e => (e.GetProperty("code").GetInt32(), e.GetProperty("name").GetString() ?? "")).ToList();

        Assert.Equal(1618, keys.Count);
        Assert.Equal(keys.OrderBy(static k => k.Item1).ThenBy(static k => k.Item2, StringComparer.Ordinal), keys);
    }

    [Fact]
    public void Contract_data_agrees_with_the_reference()
    {
        using var reference = JsonDocument.Parse(File.ReadAllBytes(Checkout.Shared("reference/error-codes.json")));
        using var ours = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Checkout.Root, "contract", "v13", "error-codes.json")));

        Assert.Equal(Rows(reference), Rows(ours));

        static List<string> Rows(JsonDocument document) =>
            [.. document.RootElement.GetProperty("codes").EnumerateArray().Select(static e => string.Join('|',
                e.GetProperty("code"), e.GetProperty("name"), e.GetProperty("services").GetRawText().Replace(" ", "", StringComparison.Ordinal),
                e.TryGetProperty("retry", out var retry) ? retry : "", e.TryGetProperty("waitSeconds", out var wait) ? wait : "",
                e.TryGetProperty("sharedNumber", out var shared) ? shared : "")).Order(StringComparer.Ordinal)];
    }
}
