namespace BingAds;

/// <summary>Sees, and may change, each parsed reply before it is read into objects. Add it to <see cref="ServiceClientOptions.Plugins"/>.</summary>
/// <remarks>A client with plug-ins parses each reply twice; without, nothing is paid. It is called from any number of threads at once.</remarks>
public interface IMessagePlugin
{
    /// <summary>A reply has come and was parsed.</summary>
    /// <param name="context">The reply; what is changed in it is what the call gives back.</param>
    void Parsed(MessageContext context);
}
