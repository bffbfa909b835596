using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Safeguards;

/// <summary>What keeps data from strangers, and what the catalogue says of the APIs that turn it off.</summary>
/// <param name="Off">The API turns it off by itself: a constant, a callback, a call.</param>
/// <param name="OffWhenTrue">A setting that turns it off when it is true.</param>
/// <param name="OffWhenFalse">A setting that turns it off when it is false.</param>
internal sealed record Safeguard(ApiTrait Off, ApiTrait OffWhenTrue, ApiTrait OffWhenFalse)
{
    /// <summary>That the other side is who it says it is.</summary>
    public static readonly Safeguard Certificates = new(ApiTrait.Unverified, ApiTrait.UnverifiedWhenTrue, ApiTrait.UnverifiedWhenFalse);

    /// <summary>That nobody reads along.</summary>
    public static readonly Safeguard Transport = new(ApiTrait.Plaintext, ApiTrait.PlaintextWhenTrue, ApiTrait.PlaintextWhenFalse);

    /// <summary>That a wait has an end. What turns it off is a number, of which the catalogue only says where it goes.</summary>
    public static readonly Safeguard TimeLimit = new(ApiTrait.None, ApiTrait.None, ApiTrait.None);

    /// <summary>That nobody reads it where it is kept.</summary>
    public static readonly Safeguard Storage = new(ApiTrait.Unencrypted, ApiTrait.UnencryptedWhenTrue, ApiTrait.UnencryptedWhenFalse);

    /// <summary>That logs and errors tell what happened, not what is in the data.</summary>
    public static readonly Safeguard Diagnostics = new(ApiTrait.Reveals, ApiTrait.RevealsWhenTrue, ApiTrait.None);
}
