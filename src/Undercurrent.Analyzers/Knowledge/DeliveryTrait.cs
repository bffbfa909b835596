namespace Undercurrent.Analyzers.Knowledge;

/// <summary>
/// What the catalogues can say of how an API delivers: how it retries, acknowledges, keeps and completes. The text form is the
/// kebab-case of the name, and no name is also an <see cref="ApiTrait"/>.
/// </summary>
[Flags]
internal enum DeliveryTrait : long
{
    None = 0,

    /// <summary>Has messages forgotten that were not worked on, or sent and never answered.</summary>
    Forgets = 1L << 24,

    /// <summary>A setting that does when it is true.</summary>
    ForgetsWhenTrue = 1L << 25,

    /// <summary>A setting that does when it is false, or zero.</summary>
    ForgetsWhenFalse = 1L << 26,

    /// <summary>Tells a broker that a record was taken care of, so that it does not come again.</summary>
    Acknowledges = 1L << 12,

    /// <summary>Hands over a record that its broker keeps until it is told.</summary>
    HandsOver = 1L << 13,

    /// <summary>False leaves it to the program to say when a record is done with.</summary>
    ManualWhenFalse = 1L << 14,

    /// <summary>Has a broker or store keep messages in memory alone, or take them without a word.</summary>
    Transient = 1L << 27,

    /// <summary>A setting that does when it is true.</summary>
    TransientWhenTrue = 1L << 28,

    /// <summary>A setting that does when it is false.</summary>
    TransientWhenFalse = 1L << 29,
}
