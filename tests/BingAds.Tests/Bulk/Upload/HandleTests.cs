using BingAds.Bulk;
using BingAds.Bulk.Upload;

namespace BingAds.Tests.Bulk.Upload;

public class HandleTests
{
    [Theory]
    [InlineData("abc")]
    [InlineData("a;b=c%20|\u00e4\n")]
    public void Operation_survives_being_saved(string id)
    {
        var operation = new BulkUploadOperation
        {
            RequestId = id, AccountId = 5, CustomerId = 6, Environment = ApiEnvironment.Sandbox, HasErrorsOnly = true, FileType = BulkFileLayout.Tsv, RowCount = 7,
            SubmittedAt = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000), TrackingId = "t;1",
        };

        Assert.Equal(operation, BulkUploadOperation.Parse(operation.ToString()));
        Assert.DoesNotContain('\n', operation.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("bulk-upload;2;id=a;environment=Production")]
    [InlineData("bulk-upload;1;id=;environment=Production")]
    [InlineData("bulk-upload;1;id=a;environment=Elsewhere")]
    [InlineData("bulk-download;1;id=a;environment=Production")]
    public void Other_text_is_no_operation(string text)
    {
        Assert.False(BulkUploadOperation.TryParse(text, out _));
        Assert.Throws<FormatException>(() => BulkUploadOperation.Parse(text));
    }

    [Fact]
    public async Task Operation_of_another_environment_is_refused()
    {
        using var manager = new BulkServiceManager(new AuthorizationData());

        await Assert.ThrowsAsync<ArgumentException>(() => manager.GetStatusAsync(new BulkUploadOperation { RequestId = "a", Environment = ApiEnvironment.Sandbox }, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("bulk#12|mine", 12, "mine")]
    [InlineData("bulk#0|", 0, null)]
    [InlineData("bulk#5!", 5, null)]
    [InlineData("bulk#5|bulk#6|x", 5, "bulk#6|x")]
    public void Mark_is_read(string text, long index, string? own)
    {
        Assert.True(ClientIdMark.TryRead(text, out var read, out var rest));
        Assert.Equal((index, own), (read, rest));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("mine")]
    [InlineData("bulk#")]
    [InlineData("bulk#-1|")]
    [InlineData("bulk#x|")]
    public void Other_text_is_no_mark(string? text) => Assert.False(ClientIdMark.TryRead(text, out _, out _));

    [Theory]
    [InlineData("Ad Group", "Campaign")]
    [InlineData("Keyword", "Ad Group")]
    [InlineData("Responsive Search Ad", "Ad Group")]
    [InlineData("Responsive Search Ad Label", "Responsive Search Ad")]
    [InlineData("Keyword Label", "Keyword")]
    [InlineData("Campaign Label", "Campaign")]
    [InlineData("Ad Group Sitelink Ad Extension", "Ad Group")]
    [InlineData("Shared Negative Keyword", "Negative Keyword List")]
    [InlineData("Account Shared Negative Keyword", "Account Negative Keyword List")]
    [InlineData("Asset Group Listing Group", "Asset Group")]
    [InlineData("Audience Group Asset Group Association", "Asset Group")]
    [InlineData("Brand Item", "Brand List")]
    [InlineData("Feed Item", "Feed")]
    [InlineData("Adgroup Adcustomizer Attribute", "Ad Group")]
    [InlineData("Sitelink Ad Extension", null)]
    [InlineData("Campaign", null)]
    public void Parent_is_known_by_the_record_type(string type, string? parent) => Assert.Equal(parent, ReferenceKinds.ParentOf(type));

    [Theory]
    [InlineData("Campaign Label", "Label")]
    [InlineData("Campaign Sitelink Ad Extension", "Sitelink Ad Extension")]
    [InlineData("Campaign Negative Keyword List Association", null)]
    public void Tie_takes_its_id_from_another_record(string type, string? of)
    {
        Assert.True(ReferenceKinds.IsTie(type));
        Assert.Equal(of, ReferenceKinds.IdOf(type));
    }

    [Theory]
    [InlineData("Label")]
    [InlineData("Sitelink Ad Extension")]
    [InlineData("Campaign")]
    public void Other_records_have_their_own_id(string type) => Assert.False(ReferenceKinds.IsTie(type));
}
