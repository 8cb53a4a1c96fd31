using BingAds.Errors;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api;

public sealed class ApiFaultTestsOverRest() : ApiFaultTests(ApiTransport.Rest);

public sealed class ApiFaultTestsOverSoap() : ApiFaultTests(ApiTransport.Soap);

/// <summary>Planned faults, as a client sees them, and whether the call took effect.</summary>
public abstract class ApiFaultTests(ApiTransport transport)
{
    private const string Call = "CampaignManagement.AddLabels";

    [Theory]
    [InlineData(117, "AdApiFaultDetail")]
    [InlineData(0, "AdApiFaultDetail")]
    [InlineData(1010, "ApiFaultDetail")]
    [InlineData(4204, "ApiFaultDetail")]
    public async Task A_code_comes_in_the_fault_type_it_belongs_to_and_has_no_effect(int code, string type)
    {
        await using var session = await ApiSession.StartAsync(transport);
        session.Emulator.Faults.Add(Call, 1, Fault.Error(code));
        var refused = await Assert.ThrowsAnyAsync<ApiException>(() => AddAsync(session));
        Assert.Equal([code], refused.Errors.Select(static e => e.Code));
        Assert.Equal(type, refused.FaultType);
        Assert.False(string.IsNullOrEmpty(refused.TrackingId));
        await AddAsync(session);
        Assert.Equal(1, await CountAsync(session));
        Assert.Equal(1, session.Emulator.Journal.Entries.Count(static e => e.Call == Call && e.Codes.Count > 0));
    }

    [Fact]
    public async Task A_fault_for_any_call_is_served_once()
    {
        await using var session = await ApiSession.StartAsync(transport);
        session.Emulator.Faults.Add("*", 1, Fault.Error(117));
        await Assert.ThrowsAnyAsync<ApiException>(() => AddAsync(session));
        await AddAsync(session);
    }

    [Theory]
    [InlineData(FaultKind.LostAnswer, 1)]
    [InlineData(FaultKind.CutBody, 1)]
    [InlineData(FaultKind.NotJson, 1)]
    [InlineData(FaultKind.Reset, 0)]
    [InlineData(FaultKind.Status, 0)]
    public async Task A_call_whose_answer_is_lost_took_effect_and_one_that_never_arrived_did_not(FaultKind kind, int labels)
    {
        await using var session = await ApiSession.StartAsync(transport);
        session.Emulator.Faults.Add(Call, 1, kind switch
        {
            FaultKind.LostAnswer => Fault.LostAnswer(),
            FaultKind.CutBody => Fault.CutBody(),
            FaultKind.NotJson => Fault.NotJson(),
            FaultKind.Reset => Fault.Reset(),
            _ => Fault.HttpStatus(503),
        });
        await Assert.ThrowsAnyAsync<SdkException>(() => AddAsync(session));
        Assert.Equal(labels, await CountAsync(session));
    }

    [Fact]
    public async Task A_planned_wait_is_told_and_the_journal_counts_refused_calls_too()
    {
        await using var session = await ApiSession.StartAsync(transport);
        session.Emulator.Faults.Add(Call, 2, Fault.Error(117, retryAfter: TimeSpan.FromSeconds(7)));
        var refused = await Assert.ThrowsAnyAsync<ThrottledException>(() => AddAsync(session));
        Assert.Equal("7", refused.ResponseHeaders["Retry-After"]);
        await Assert.ThrowsAnyAsync<ThrottledException>(() => AddAsync(session));
        await AddAsync(session);
        Assert.Equal(3, session.Emulator.Journal.Count(Call));
    }

    private static async Task AddAsync(ApiSession session) => await session.Campaigns.AddLabelsAsync(new() { Labels = [new Label { Name = "Once" }] });

    private static async Task<int> CountAsync(ApiSession session) => (await session.Campaigns.GetLabelsByIdsAsync(new())).Labels.Count;
}
