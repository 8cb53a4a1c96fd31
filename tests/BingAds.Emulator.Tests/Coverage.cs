namespace BingAds.Emulator.Tests;

/// <summary>How much of an operation the emulator does.</summary>
public enum Coverage
{
    /// <summary>A test adds, reads, changes and deletes through it, or through its family, over both transports.</summary>
    Stateful,

    /// <summary>A test changes an input, and the answer changes as it should.</summary>
    Computed,

    /// <summary>It answers in the right shape.</summary>
    Minimal,
}
