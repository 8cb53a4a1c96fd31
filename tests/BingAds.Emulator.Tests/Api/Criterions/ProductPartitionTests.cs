using BingAds.V13.CampaignManagement;
using static BingAds.Emulator.Tests.Coverage;

namespace BingAds.Emulator.Tests.Api.Criterions;

public sealed class ProductPartitionTestsOverRest() : ProductPartitionTests(ApiTransport.Rest);

public sealed class ProductPartitionTestsOverSoap() : ProductPartitionTests(ApiTransport.Soap);

public abstract class ProductPartitionTests(ApiTransport transport)
{
    private const string Unit = "Unit";
    private const string Subdivision = "Subdivision";

    [Fact]
    [Shows(Stateful, "CampaignManagement.ApplyProductPartitionActions")]
    public async Task A_tree_grows_changes_and_goes()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var group = await ShopAsync(session);
        var (ids, codes) = await ApplyAsync(session, group, Add(Subdivision, null, "All", null, -1), Add(Unit, -1, "Brand", "Otter"), Add(Unit, -1, "Brand", null));
        Assert.Equal([], codes);
        var nodes = await session.OfAdGroupAsync(group, "ProductPartition");
        Assert.Equal(ids, nodes.Select(static n => n!.Id));
        Assert.Equal([null, ids[0], ids[0]], nodes.Select(static n => ((ProductPartition)n!.Criterion!).ParentCriterionId));

        (var same, codes) = await ApplyAsync(session, group, Update(ids[1], 0.9));
        Assert.Equal([], codes);
        Assert.Equal([ids[1]], same);
        Assert.Equal(0.9, ((FixedBid)((BiddableAdGroupCriterion)(await session.OfAdGroupAsync(group, "ProductPartition", [ids[1]!.Value]))[0]!).CriterionBid!).Amount);

        // The root goes with all below it, whatever stands before it in the list.
        (_, codes) = await ApplyAsync(session, group, Add(Unit, null, "All", null), Delete(ids[0]));
        Assert.Equal([], codes);
        Assert.Single(await session.OfAdGroupAsync(group, "ProductPartition"));
    }

    [Fact]
    public async Task A_tree_that_would_break_stays_as_it_is()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var group = await ShopAsync(session);
        var (ids, _) = await ApplyAsync(session, group, Add(Subdivision, null, "All", null, -1), Add(Unit, -1, "Brand", "Otter"), Add(Unit, -1, "Brand", null));
        await RefusedAsync(4132, Add(Unit, null, "All", null));
        await RefusedAsync(4134, Add(Unit, 999, "Brand", "Pike"));
        await RefusedAsync(4133, Add(Unit, ids[1], "Condition", null));
        await RefusedAsync(4130, Add(Unit, ids[0], "Condition", "New"));
        await RefusedAsync(4129, Add(Unit, ids[0], "Brand", "OTTER"));
        await RefusedAsync(4128, Delete(ids[2]));
        await RefusedAsync(4128, Add(Subdivision, ids[0], "Brand", "Pike"));
        await RefusedAsync(4127, Add(Subdivision, ids[0], "Brand", "Pike", -1), Add(Unit, -1, "CategoryL2", null));
        await RefusedAsync(4127, Add(Subdivision, ids[0], "Brand", "Pike", -1), Add(Unit, -1, "Brand", null));
        await RefusedAsync(4139, Add(Unit, ids[0], "Colour", "Red"));
        await RefusedAsync(4151, Delete(999));
        await RefusedAsync(4154, Update(null, 1));
        await RefusedAsync(1515, Update(ids[1], 0.01));
        var other = Update(ids[1], 0.5);
        other.AdGroupCriterion!.Criterion = new ProductPartition { PartitionType = Unit, Condition = new() { Operand = "Brand", Attribute = "Pike" } };
        await RefusedAsync(4135, other);
        Assert.Equal(3, (await session.OfAdGroupAsync(group, "ProductPartition")).Count);

        async Task RefusedAsync(int code, params AdGroupCriterionAction[] actions)
        {
            // A good action beside a bad one is not done either, and says so.
            var (none, codes) = await ApplyAsync(session, group, [Update(ids[1], 0.6), .. actions]);
            Assert.All(none, Assert.Null);
            Assert.Equal(4150, codes[0]);
            Assert.Contains(code, codes);
        }
    }

    [Fact]
    public async Task Calls_as_a_whole_are_refused_with_their_codes()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var group = await ShopAsync(session);
        var search = await session.AddAdGroupAsync(await session.AddCampaignAsync("""{"Name": "Searched"}"""));
        Assert.Equal([4119], await ApiSession.RefusalAsync(async () => await ApplyAsync(session, group)));
        Assert.Equal([1201], await ApiSession.RefusalAsync(async () => await ApplyAsync(session, 9, Add(Unit, null, "All", null))));
        Assert.Equal([5122], await ApiSession.RefusalAsync(async () => await ApplyAsync(session, search, Add(Unit, null, "All", null))));
        var root = Add(Unit, null, "All", null).AdGroupCriterion!;
        root.AdGroupId = group;
        var (_, codes) = await session.AddAsync("ProductPartition", root);
        Assert.Equal([4141], codes);
    }

    [Fact]
    [Shows(Stateful, "CampaignManagement.ApplyHotelGroupActions", Unchecked = "every value of a country, a city or a class is one")]
    public async Task Hotels_are_divided_the_same_way_with_rates()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var group = await session.AddAdGroupAsync(await session.AddCampaignAsync("""{"CampaignType": "Hotel"}"""));
        var added = await session.Campaigns.ApplyHotelGroupActionsAsync(new()
        {
            CriterionActions = [Hotel(ItemAction.Add, Subdivision, "All", null, -1), Hotel(ItemAction.Add, Unit, "Country", "US", null, -1), Hotel(ItemAction.Add, Unit, "Country", null, null, -1)],
        });
        Assert.Empty(added.PartialErrors);
        var read = await session.OfAdGroupAsync(group, "HotelGroup");
        Assert.Equal([null, 4.0, 4.0], read.Select(static n => ((n as BiddableAdGroupCriterion)?.CriterionBid as RateBid)?.RateAmount?.Amount));
        Assert.Empty(await session.OfAdGroupAsync(group, "ProductPartition"));
        var deleted = await session.Campaigns.ApplyHotelGroupActionsAsync(new() { CriterionActions = [Hotel(ItemAction.Delete, Unit, "Country", "US", added.AdGroupCriterionIds[1])] });
        Assert.Empty(deleted.PartialErrors);
        Assert.Equal(2, (await session.OfAdGroupAsync(group, "HotelGroup")).Count);

        AdGroupCriterionAction Hotel(ItemAction action, string type, string operand, string? attribute, long? id, long? parent = null) => new()
        {
            Action = action,
            AdGroupCriterion = new BiddableAdGroupCriterion
            {
                Id = id,
                AdGroupId = group,
                CriterionBid = new RateBid { RateAmount = new() { Amount = 4 } },
                Criterion = new HotelGroup { ListingType = type, ParentCriterionId = parent, Listing = new() { Operand = operand, Attribute = attribute } },
            },
        };
    }

    private static async Task<long> ShopAsync(ApiSession session) => await session.AddAdGroupAsync(await session.AddCampaignAsync(CriterionSamples.ParentOf("ProductScope").Campaign));

    private static async Task<(List<long?> Ids, int[] Codes)> ApplyAsync(ApiSession session, long group, params AdGroupCriterionAction[] actions)
    {
        foreach (var action in actions)
        {
            action.AdGroupCriterion!.AdGroupId = group;
        }

        var response = await session.Campaigns.ApplyProductPartitionActionsAsync(new() { CriterionActions = [.. actions] });
        return (response.AdGroupCriterionIds, ApiSession.Codes(response.PartialErrors));
    }

    private static AdGroupCriterionAction Add(string type, long? parent, string operand, string? attribute, long? key = null) => new()
    {
        Action = ItemAction.Add,
        AdGroupCriterion = new BiddableAdGroupCriterion
        {
            Id = key,
            CriterionBid = type == Unit ? new FixedBid { Amount = 0.5 } : null,
            Criterion = new ProductPartition { PartitionType = type, ParentCriterionId = parent, Condition = new() { Operand = operand, Attribute = attribute } },
        },
    };

    private static AdGroupCriterionAction Update(long? id, double bid) => new()
    {
        Action = ItemAction.Update,
        AdGroupCriterion = new BiddableAdGroupCriterion { Id = id, CriterionBid = new FixedBid { Amount = bid } },
    };

    private static AdGroupCriterionAction Delete(long? id) => new() { Action = ItemAction.Delete, AdGroupCriterion = new BiddableAdGroupCriterion { Id = id } };
}
