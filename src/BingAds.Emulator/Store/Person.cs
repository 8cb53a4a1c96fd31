namespace BingAds.Emulator.Store;

/// <summary>Somebody who can sign in.</summary>
internal sealed record Person(long Id, string UserName, string? Password)
{
    // The password stays out of anything that prints a record.
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", UserName = ").Append(UserName);
        return true;
    }
}
