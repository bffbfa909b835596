using Microsoft.CodeAnalysis;
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

    /// <summary>That a message is kept until somebody has worked on it.</summary>
    public static readonly Safeguard Delivery = new(DeliveryTrait.Forgets, DeliveryTrait.ForgetsWhenTrue, DeliveryTrait.ForgetsWhenFalse);

    /// <summary>That a message outlives the broker that keeps it.</summary>
    public static readonly Safeguard Durability = new(DeliveryTrait.Transient, DeliveryTrait.TransientWhenTrue, DeliveryTrait.TransientWhenFalse);

    private readonly DeliveryTrait _off;
    private readonly DeliveryTrait _offWhenTrue;
    private readonly DeliveryTrait _offWhenFalse;

    private Safeguard(DeliveryTrait off, DeliveryTrait offWhenTrue, DeliveryTrait offWhenFalse)
        : this(ApiTrait.None, ApiTrait.None, ApiTrait.None) => (_off, _offWhenTrue, _offWhenFalse) = (off, offWhenTrue, offWhenFalse);

    /// <summary>Whether it is kept from strangers; what is kept from getting lost is so on the machine the program runs on, too.</summary>
    public bool IsAgainstStrangers => _off == DeliveryTrait.None && this != TimeLimit;

    /// <summary>What a member, or one of its parameters, does to the safeguard.</summary>
    public Switching Of(ISymbol member, string? parameter = null)
    {
        if (_off == DeliveryTrait.None)
        {
            var traits = ApiCatalogue.Safeguards.TraitsOf(member, parameter);
            return Switched((traits & Off) != 0, (traits & OffWhenTrue) != 0, (traits & OffWhenFalse) != 0);
        }

        var delivery = ApiCatalogue.Safeguards.DeliveryOf(member, parameter);
        return Switched((delivery & _off) != 0, (delivery & _offWhenTrue) != 0, (delivery & _offWhenFalse) != 0);
    }

    /// <summary>Whether one of a type's members turns it off by itself.</summary>
    public bool IsOfType(string type) => _off == DeliveryTrait.None ? ApiCatalogue.Safeguards.TypesWith(Off).Contains(type) : ApiCatalogue.Safeguards.TypesWith(_off).Contains(type);

    private static Switching Switched(bool off, bool whenTrue, bool whenFalse) =>
        (off ? Switching.Off : Switching.None) | (whenTrue ? Switching.OffWhenTrue : Switching.None) | (whenFalse ? Switching.OffWhenFalse : Switching.None);
}

/// <summary>What an API does to a safeguard.</summary>
[Flags]
internal enum Switching
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Turns it off.</summary>
    Off = 1,

    /// <summary>Turns it off when it is true.</summary>
    OffWhenTrue = 2,

    /// <summary>Turns it off when it is false.</summary>
    OffWhenFalse = 4,
}
