using System.Globalization;
using System.Security.Cryptography;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Labels of one account.</summary>
internal sealed class LabelsOfAccount(CallContext call, ItemErrors errors) : EntityRules<Label>(call, call.Account.Id, errors)
{
    private const int MaxName = 80;
    private const int MaxDescription = 200;
    private const int NameInvalid = 5406;
    private const int NameTooLong = 5407;
    private const int DescriptionTooLong = 5409;
    private const int ColorInvalid = 5410;
    private const int DescriptionInvalid = 5411;

    public override void PrepareNew(Label item)
    {
        item.ColorCode ??= ColorFor(item.Name);
        Check(item);
    }

    public override void BeforeUpdate(Label before, Label given)
    {
        Errors.Require(given.Name is null or { Length: > 0 }, NameInvalid);
        Errors.Require(given.ColorCode is null or { Length: > 0 }, ColorInvalid);
    }

    public override void CheckUpdate(EntityChange<Label> change) => Check(change.After);

    private void Check(Label label)
    {
        if (string.IsNullOrWhiteSpace(label.Name) || TextRules.HasControl(label.Name))
            Errors.Fail(NameInvalid);
        else
            Errors.Require(label.Name.Length <= MaxName, NameTooLong);
        if (label.Description is { } description)
        {
            Errors.Require(description.Length <= MaxDescription, DescriptionTooLong);
            Errors.Require(!string.IsNullOrWhiteSpace(description) && !TextRules.HasControl(description), DescriptionInvalid);
        }

        Errors.Require(label.ColorCode is ['#', .. var digits] && digits.Length == 6 && digits.All(char.IsAsciiHexDigit), ColorInvalid);
    }

    /// <summary>A random colour as the service gives, yet the same for the same name.</summary>
    private static string ColorFor(string? name)
    {
        var hash = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name ?? ""));
        return string.Create(CultureInfo.InvariantCulture, $"#{hash[0]:X2}{hash[1]:X2}{hash[2]:X2}");
    }
}
